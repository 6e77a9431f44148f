namespace GanDsl.Ilgpu;

/// <content>What only our own kernels know of a state: its random numbers, and what to forget once another is loaded.</content>
public abstract partial class IlgpuGame<TLatent, TSample>
{
    private protected override StatePart RandomState => StatePart.Tensor(StatePart.Random, Random.State, Random.Load);

    private protected override void Forget() => (sums, lastBatch, lastPenalizedBatch, generatorHasMoved) = (null, 0, 0, false);
}
