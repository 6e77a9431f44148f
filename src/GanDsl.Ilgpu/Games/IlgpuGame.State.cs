namespace GanDsl.Ilgpu;

/// <content>The parts of the state that are specific to our own kernels: its random numbers, and what to forget when another is loaded.</content>
public abstract partial class IlgpuGame<TLatent, TSample>
{
    private protected override StatePart RandomState => StatePart.Tensor(StatePart.Random, Random.State, Random.Load);

    private protected override void Forget() => (sums, lastBatch, lastPenalizedBatch, generatorHasMoved) = (null, 0, 0, false);
}
