namespace GanDsl;

/// <summary>
/// A step's values for its report, read to the host: means over D's last batch before D's update, without penalties and auxiliary losses.
/// Over two pairs, they are the means of both.
/// </summary>
/// <param name="Value">V.</param>
/// <param name="DiscriminatorLoss">D's loss.</param>
/// <param name="MeanOnReals">σ(ℓ) on reals; ℓ of a critic.</param>
/// <param name="MeanOnFakes">The same on fakes.</param>
/// <param name="AccuracyOnReals">The fraction of reals above the objective's threshold; not used where it has none.</param>
/// <param name="AccuracyOnFakes">The fraction of fakes below it.</param>
/// <param name="DiscriminatorGradientNorm">The Euclidean norm of D's gradient.</param>
/// <param name="Generator">G's loss, and the norm of its gradient, in its last update; null where there was none since a state was loaded.</param>
internal sealed record StepMeans(
    double Value,
    double DiscriminatorLoss,
    double MeanOnReals,
    double MeanOnFakes,
    double AccuracyOnReals,
    double AccuracyOnFakes,
    double DiscriminatorGradientNorm,
    (double Loss, double GradientNorm)? Generator);
