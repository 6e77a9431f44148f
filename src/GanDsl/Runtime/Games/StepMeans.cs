namespace GanDsl;

/// <summary>
/// What a step leaves for its report, read to the host: means over D's last batch before D moved, without penalties and terms.
/// Over two pairs, they are the means of both.
/// </summary>
/// <param name="Value">V.</param>
/// <param name="DiscriminatorLoss">D's loss.</param>
/// <param name="MeanOnReals">σ(ℓ) on reals.</param>
/// <param name="MeanOnFakes">σ(ℓ) on fakes.</param>
/// <param name="AccuracyOnReals">The share of reals above the objective's threshold; not looked at where it has none.</param>
/// <param name="AccuracyOnFakes">The share of fakes below it.</param>
/// <param name="DiscriminatorGradientNorm">The Euclidean norm of D's gradient.</param>
/// <param name="Generator">G's loss, and the norm of its gradient, in its last move; null where it has not moved since a state was loaded.</param>
internal sealed record StepMeans(
    double Value,
    double DiscriminatorLoss,
    double MeanOnReals,
    double MeanOnFakes,
    double AccuracyOnReals,
    double AccuracyOnFakes,
    double DiscriminatorGradientNorm,
    (double Loss, double GradientNorm)? Generator);
