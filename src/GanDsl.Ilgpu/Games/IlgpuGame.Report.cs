namespace GanDsl.Ilgpu;

/// <content>What the last step says about the game, from the sums that it left in memory.</content>
public abstract partial class IlgpuGame<TLatent, TSample>
{
    private bool adapts;
    private bool generatorHasMoved;
    private int lastBatch;
    private int lastPenalizedBatch;

    /// <inheritdoc cref="IGan.Report"/>
    public StepReport Report()
    {
        if (Steps == 0) throw new InvalidOperationException("There is nothing to report before the first step; call Step first.");

        var sums = new float[Slot.Length];
        Memory.Read(Slots, sums);
        var penalties = Regularizers.Select((of, number) => new PenaltyValue(of.Name, Penalty(sums, number, of.Every == 1 ? lastBatch : lastPenalizedBatch), of.Every)).ToList();
        var probability = adapts ? sums[Slot.Adaptation] : double.NaN;
        if (lastBatch == 0) return carried!.Report(Steps, Divergence, penalties, Terms) with { AugmentationProbability = probability };

        var terms = Terms.Select((name, number) => new TermValue(name, Mean(sums, Slot.DiscriminatorTerm(number)), GeneratorTerm(sums, number))).ToList();
        var value = Mean(sums, Slot.Value) + Mean(sums, Slot.FakeValue);
        return new StepReport(
            Steps,
            Value: value,
            DiscriminatorLoss: Mean(sums, Slot.Loss) + Mean(sums, Slot.FakeLoss) + penalties.Sum(penalty => penalty.InLossOf(Steps)) + terms.Sum(term => term.InDiscriminatorLoss),
            GeneratorLoss: generatorHasMoved ? Mean(sums, Slot.GeneratorLoss) + Mean(sums, Slot.GeneratorLossOnReals) + terms.Sum(term => term.InGeneratorLoss) : carried?.GeneratorLoss ?? double.NaN,
            MeanOnReals: Mean(sums, Slot.MeanOnReals),
            MeanOnFakes: Mean(sums, Slot.MeanOnFakes),
            DiscriminatorGradientNorm: Norm(DiscriminatorGradients, layout.DiscriminatorLength),
            GeneratorGradientNorm: generatorHasMoved ? Norm(GeneratorGradients, layout.GeneratorLength) : carried?.GeneratorGradientNorm ?? double.NaN,
            Penalty: penalties.Count == 0 ? double.NaN : penalties.Sum(penalty => penalty.InLossOf(Steps)),
            Divergence: Divergence,
            Estimate: Estimate(value),
            AccuracyOnReals: Threshold is null ? double.NaN : Mean(sums, Slot.AccuracyOnReals),
            AccuracyOnFakes: Threshold is null ? double.NaN : Mean(sums, Slot.AccuracyOnFakes),
            AugmentationProbability: probability)
        {
            Penalties = penalties,
            Terms = terms,
        };
    }

    /// <summary>What D minimises beside its loss, by name, and in every how many calls.</summary>
    protected virtual IReadOnlyList<(string Name, int Every)> Regularizers => [];

    /// <summary>What both players minimise beside the game, by name.</summary>
    protected virtual IReadOnlyList<string> Terms => [];

    /// <summary>In every how many calls the lazy regularisers look.</summary>
    protected virtual int PenaltyInterval => 1;

    /// <summary>The name of what V bounds.</summary>
    protected abstract string Divergence { get; }

    /// <summary>Above it D calls a sample real; null where D's outputs have no such.</summary>
    protected abstract double? Threshold { get; }

    /// <summary>The divergence as it follows from V.</summary>
    protected abstract double Estimate(double value);

    private double Mean(float[] sums, long slot) => (double)sums[slot] / lastBatch;

    private double Penalty(float[] sums, int number, int batch) => batch == 0 ? carried!.Penalty(number) : (double)sums[Slot.Penalty(number)] / batch;

    private double GeneratorTerm(float[] sums, int number) =>
        generatorHasMoved ? Mean(sums, Slot.GeneratorTerm(number)) : carried?.TermInGeneratorLoss(Regularizers.Count, number) ?? double.NaN;

    private double Norm(long offset, long length)
    {
        var gradient = new float[length];
        Memory.Read(offset, gradient);
        var sum = 0.0;
        foreach (var element in gradient) sum += (double)element * element;
        return Math.Sqrt(sum);
    }
}
