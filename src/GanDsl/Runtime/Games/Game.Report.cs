namespace GanDsl;

/// <content>The report of the last step, from the backend's means; that of a loaded state where there was no step since.</content>
public abstract partial class Game<TLatent, TSample, TNetwork, TOptimizer>
{
    /// <inheritdoc cref="IGan.Report"/>
    public StepReport Report()
    {
        if (Steps == 0) throw new InvalidOperationException("There is nothing to report before the first step; call Step first.");
        var penalties = Penalties();
        if (LastStep() is not { } last)
            return carried!.Report(Steps, Divergence, penalties, AuxiliaryLossNames) with
            {
                AugmentationProbability = AugmentationProbability,
                IsCritic = IsCritic,
            };

        var auxiliaryLosses = AuxiliaryLossValues();
        return new StepReport(
            Steps,
            Value: last.Value,
            DiscriminatorLoss: last.DiscriminatorLoss + penalties.Sum(penalty => penalty.InLossOf(Steps))
                + auxiliaryLosses.Sum(auxiliaryLoss => auxiliaryLoss.InDiscriminatorLoss),
            GeneratorLoss: last.Generator is { } moved
                ? moved.Loss + auxiliaryLosses.Sum(auxiliaryLoss => auxiliaryLoss.InGeneratorLoss)
                : carried?.GeneratorLoss ?? double.NaN,
            MeanOnReals: last.MeanOnReals,
            MeanOnFakes: last.MeanOnFakes,
            DiscriminatorGradientNorm: last.DiscriminatorGradientNorm,
            GeneratorGradientNorm: last.Generator?.GradientNorm ?? carried?.GeneratorGradientNorm ?? double.NaN,
            Penalty: penalties.Count == 0 ? double.NaN : penalties.Sum(penalty => penalty.InLossOf(Steps)),
            Divergence: Divergence,
            Estimate: Estimate(last.Value),
            AccuracyOnReals: Threshold is null ? double.NaN : last.AccuracyOnReals,
            AccuracyOnFakes: Threshold is null ? double.NaN : last.AccuracyOnFakes,
            AugmentationProbability: AugmentationProbability,
            IsCritic: IsCritic)
        {
            Penalties = penalties,
            AuxiliaryLosses = auxiliaryLosses,
        };
    }

    /// <summary>The name of what V bounds.</summary>
    protected abstract string Divergence { get; }

    /// <summary>D calls a sample real above it; null where the objective has none.</summary>
    protected abstract double? Threshold { get; }

    /// <summary>Whether D's output is a critic's score, not the logit of a probability.</summary>
    protected virtual bool IsCritic => false;

    /// <summary>The divergence, estimated from V.</summary>
    protected abstract double Estimate(double value);

    /// <summary>The auxiliary losses by name.</summary>
    protected virtual IReadOnlyList<string> AuxiliaryLossNames => [];

    /// <summary>Each regulariser's value on D's last batch.</summary>
    protected virtual IReadOnlyList<PenaltyValue> Penalties() => [];

    /// <summary>Each auxiliary loss's value.</summary>
    protected virtual IReadOnlyList<AuxiliaryLossValue> AuxiliaryLossValues() => [];

    /// <summary>The means of the last step; null where no step was taken since a state was loaded.</summary>
    private protected abstract StepMeans? LastStep();

    /// <summary>The probability with which the next step changes what D sees; NaN without an adaptive augmentation.</summary>
    private protected abstract double AugmentationProbability { get; }

    /// <summary>The mean of a regulariser's penalty where it was not due since a state was loaded; NaN where none was.</summary>
    private protected double CarriedPenalty(int number) => carried?.Penalty(number) ?? double.NaN;

    /// <summary>The value of an auxiliary loss in G's loss where G was not updated since a state was loaded; NaN where none was.</summary>
    private protected double CarriedAuxiliaryLoss(int number) => carried?.AuxiliaryGeneratorLoss(number) ?? double.NaN;
}
