namespace GanDsl;

/// <summary>What the last step of a game says about the game. Read by <c>gan.Report()</c>, never by the step itself.</summary>
/// <remarks>
/// V(G, D) = E_data[log D(x)] + E_z[log(1 − D(G(z)))] is estimated on D's last batch, before D moved.
/// At the best D it is −2·log 2 + 2·JSD(p_data‖p_g) (Goodfellow et al. 2014, theorem 1); with any other D the divergence it implies is a lower bound.
/// <para>
/// With <see cref="WassersteinAttribute"/>, ℓ is a score and not the logit of a probability. <c>Value</c>, <c>JensenShannon</c> and the two means are still these
/// formulas of ℓ: they show whether D tells reals from fakes, and no divergence follows from them. The estimate of the Wasserstein distance,
/// E[ℓ(x)] − E[ℓ(G(z))], is <c>Penalty − DiscriminatorLoss</c>, or <c>−DiscriminatorLoss</c> in a game without a regulariser.
/// </para>
/// </remarks>
/// <param name="Step">How many times <c>Step</c> was called.</param>
/// <param name="Value">V(G, D), in nats.</param>
/// <param name="DiscriminatorLoss">What D minimised in its last move, the penalty included.</param>
/// <param name="GeneratorLoss">What G minimised in its last move; NaN before the first.</param>
/// <param name="MeanOnReals">The mean of D(x) = σ(ℓ) on reals.</param>
/// <param name="MeanOnFakes">The mean of D(G(z)) on fakes.</param>
/// <param name="DiscriminatorGradientNorm">The Euclidean norm of D's gradient in its last move.</param>
/// <param name="GeneratorGradientNorm">The Euclidean norm of G's gradient in its last move; NaN before the first.</param>
/// <param name="Penalty">What the regularisers added to D's loss in its last move: the mean over D's batch, weights included, summed over all of them; NaN where the game has none.
/// A lazy one adds nothing in most calls, and in the others as many times more.</param>
public sealed record StepReport(
    long Step,
    double Value,
    double DiscriminatorLoss,
    double GeneratorLoss,
    double MeanOnReals,
    double MeanOnFakes,
    double DiscriminatorGradientNorm,
    double GeneratorGradientNorm,
    double Penalty = double.NaN)
{
    /// <summary>The penalty of each regulariser by name, in the order in which they are declared, as it was when it last looked.</summary>
    public IReadOnlyList<PenaltyValue> Penalties { get; init; } = [];

    /// <summary>The Jensen–Shannon divergence that V implies, V/2 + log 2, in nats: 0 where p_g = p_data, at most log 2. Negative where D does worse than guessing.</summary>
    public double JensenShannon => (Value / 2) + Math.Log(2);
}
