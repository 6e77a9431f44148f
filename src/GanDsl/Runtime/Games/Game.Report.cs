namespace GanDsl;

/// <content>What the last step says about the game, from the means that the backend makes of it; what a loaded state said where there is none.</content>
public abstract partial class Game<TLatent, TSample, TNetwork, TOptimizer>
{
    /// <inheritdoc cref="IGan.Report"/>
    public StepReport Report()
    {
        if (Steps == 0) throw new InvalidOperationException("There is nothing to report before the first step; call Step first.");
        var penalties = Penalties();
        if (LastStep() is not { } last) return carried!.Report(Steps, Divergence, penalties, AuxiliaryLossNames) with { AugmentationProbability = AugmentationProbability };

        var auxiliaryLosses = AuxiliaryLossValues();
        return new StepReport(
            Steps,
            Value: last.Value,
            DiscriminatorLoss: last.DiscriminatorLoss + penalties.Sum(penalty => penalty.InLossOf(Steps)) + auxiliaryLosses.Sum(auxiliaryLoss => auxiliaryLoss.InDiscriminatorLoss),
            GeneratorLoss: last.Generator is { } moved ? moved.Loss + auxiliaryLosses.Sum(auxiliaryLoss => auxiliaryLoss.InGeneratorLoss) : carried?.GeneratorLoss ?? double.NaN,
            MeanOnReals: last.MeanOnReals,
            MeanOnFakes: last.MeanOnFakes,
            DiscriminatorGradientNorm: last.DiscriminatorGradientNorm,
            GeneratorGradientNorm: last.Generator?.GradientNorm ?? carried?.GeneratorGradientNorm ?? double.NaN,
            Penalty: penalties.Count == 0 ? double.NaN : penalties.Sum(penalty => penalty.InLossOf(Steps)),
            Divergence: Divergence,
            Estimate: Estimate(last.Value),
            AccuracyOnReals: Threshold is null ? double.NaN : last.AccuracyOnReals,
            AccuracyOnFakes: Threshold is null ? double.NaN : last.AccuracyOnFakes,
            AugmentationProbability: AugmentationProbability)
        {
            Penalties = penalties,
            AuxiliaryLosses = auxiliaryLosses,
        };
    }

    /// <summary>The name of what V bounds.</summary>
    protected abstract string Divergence { get; }

    /// <summary>Above it D calls a sample real; null where D's outputs have no such.</summary>
    protected abstract double? Threshold { get; }

    /// <summary>The divergence as it follows from V.</summary>
    protected abstract double Estimate(double value);

    /// <summary>What both players minimise beside the game, by name.</summary>
    protected virtual IReadOnlyList<string> AuxiliaryLossNames => [];

    /// <summary>What each regulariser says of D's last batch.</summary>
    protected virtual IReadOnlyList<PenaltyValue> Penalties() => [];

    /// <summary>What each term came to.</summary>
    protected virtual IReadOnlyList<AuxiliaryLossValue> AuxiliaryLossValues() => [];

    /// <summary>What the last step left; null where no step was taken since a state was loaded.</summary>
    private protected abstract StepMeans? LastStep();

    /// <summary>The probability with which the next step changes what D sees; NaN where it does not follow D.</summary>
    private protected abstract double AugmentationProbability { get; }

    /// <summary>The mean of a regulariser's penalty where it has not looked since a state was loaded; NaN where none was.</summary>
    private protected double CarriedPenalty(int number) => carried?.Penalty(number) ?? double.NaN;

    /// <summary>What a term was in G's loss where G has not moved since a state was loaded; NaN where none was.</summary>
    private protected double CarriedAuxiliaryLoss(int number) => carried?.AuxiliaryGeneratorLoss(number) ?? double.NaN;
}
