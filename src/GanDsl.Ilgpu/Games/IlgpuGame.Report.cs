namespace GanDsl.Ilgpu;

/// <content>The report of the last step, from sums in memory.</content>
public abstract partial class IlgpuGame<TLatent, TSample>
{
    private bool adapts;
    private bool generatorHasMoved;
    private int lastBatch;
    private int lastPenalizedBatch;

    // Read once per step.
    private float[]? sums;

    private protected override StepMeans? LastStep() => lastBatch == 0 ? null : new StepMeans(
        Value: Mean(Slot.Value) + Mean(Slot.FakeValue),
        DiscriminatorLoss: Mean(Slot.Loss) + Mean(Slot.FakeLoss),
        MeanOnReals: Mean(Slot.MeanOnReals),
        MeanOnFakes: Mean(Slot.MeanOnFakes),
        AccuracyOnReals: Mean(Slot.AccuracyOnReals),
        AccuracyOnFakes: Mean(Slot.AccuracyOnFakes),
        DiscriminatorGradientNorm: Norm(DiscriminatorGradients, layout.DiscriminatorLength),
        Generator: generatorHasMoved ? (Mean(Slot.GeneratorLoss) + Mean(Slot.GeneratorLossOnReals), Norm(GeneratorGradients, layout.GeneratorLength)) : null);

    /// <summary>D's regularisers by name, with their intervals in calls.</summary>
    protected virtual IReadOnlyList<(string Name, int Every)> Regularizers => [];

    /// <summary>The interval of the lazy regularisers in calls.</summary>
    protected virtual int PenaltyInterval => 1;

    /// <inheritdoc/>
    protected override IReadOnlyList<PenaltyValue> Penalties() =>
        [.. Regularizers.Select((of, number) => new PenaltyValue(of.Name, Penalty(number, of.Every == 1 ? lastBatch : lastPenalizedBatch), of.Every))];

    /// <inheritdoc/>
    protected override IReadOnlyList<AuxiliaryLossValue> AuxiliaryLossValues() => [.. AuxiliaryLossNames.Select((name, number) =>
        new AuxiliaryLossValue(
            name,
            Mean(Slot.DiscriminatorAuxiliaryLoss(number)),
            generatorHasMoved ? Mean(Slot.GeneratorAuxiliaryLoss(number)) : CarriedAuxiliaryLoss(number)))];

    private protected override double AugmentationProbability => adapts ? Sum(Slot.Adaptation) : double.NaN;

    private double Penalty(int number, int batch) => batch == 0 ? CarriedPenalty(number) : Sum(Slot.Penalty(number)) / batch;

    private double Mean(long slot) => Sum(slot) / lastBatch;

    private double Sum(long slot)
    {
        if (sums is null) Memory.Read(Slots, sums = new float[Slot.Length]);
        return sums[slot];
    }

    private double Norm(long offset, long length)
    {
        var gradient = new float[length];
        Memory.Read(offset, gradient);
        var sum = 0.0;
        foreach (var element in gradient) sum += (double)element * element;
        return Math.Sqrt(sum);
    }
}
