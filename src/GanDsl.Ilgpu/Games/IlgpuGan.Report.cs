namespace GanDsl.Ilgpu;

/// <content>What the last step says about the game, from the sums that it left in memory.</content>
public abstract partial class IlgpuGan<TLatent, TSample>
{
    private bool generatorHasMoved;
    private int lastBatch;

    /// <inheritdoc/>
    public StepReport Report()
    {
        if (Steps == 0) throw new InvalidOperationException("There is nothing to report before the first step; call Step first.");

        var sums = new float[Slot.Length];
        Memory.Read(Slots, sums);
        return new StepReport(
            Steps,
            Value: Mean(sums, Slot.Value) + Mean(sums, Slot.FakeValue),
            DiscriminatorLoss: Mean(sums, Slot.Loss) + Mean(sums, Slot.FakeLoss) + Mean(sums, Slot.Penalty),
            GeneratorLoss: generatorHasMoved ? Mean(sums, Slot.GeneratorLoss) : double.NaN,
            MeanOnReals: Mean(sums, Slot.MeanOnReals),
            MeanOnFakes: Mean(sums, Slot.MeanOnFakes),
            DiscriminatorGradientNorm: Norm(DiscriminatorGradients, layout.DiscriminatorLength),
            GeneratorGradientNorm: generatorHasMoved ? Norm(GeneratorGradients, layout.GeneratorLength) : double.NaN,
            Penalty: HasPenalty ? Mean(sums, Slot.Penalty) : double.NaN);
    }

    /// <summary>Whether D minimises a penalty beside its loss.</summary>
    protected virtual bool HasPenalty => false;

    private double Mean(float[] sums, long slot) => (double)sums[slot] / lastBatch;

    private double Norm(long offset, long length)
    {
        var gradient = new float[length];
        Memory.Read(offset, gradient);
        var sum = 0.0;
        foreach (var element in gradient) sum += (double)element * element;
        return Math.Sqrt(sum);
    }
}
