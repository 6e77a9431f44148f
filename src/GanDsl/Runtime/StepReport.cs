namespace GanDsl;

/// <summary>What the last step of a game says about the game. Read by <c>gan.Report()</c>, never by the step itself.</summary>
/// <remarks>
/// V(G, D) = E_data[log D(x)] + E_z[log(1 − D(G(z)))] is estimated on D's last batch, before D moved.
/// At the best D it is −2·log 2 + 2·JSD(p_data‖p_g) (Goodfellow et al. 2014, theorem 1); with any other D the divergence it implies is a lower bound.
/// </remarks>
/// <param name="Step">How many times <c>Step</c> was called.</param>
/// <param name="Value">V(G, D), in nats.</param>
/// <param name="DiscriminatorLoss">What D minimised in its last move.</param>
/// <param name="GeneratorLoss">What G minimised in its last move; NaN before the first.</param>
/// <param name="MeanOnReals">The mean of D(x) = σ(ℓ) on reals.</param>
/// <param name="MeanOnFakes">The mean of D(G(z)) on fakes.</param>
/// <param name="DiscriminatorGradientNorm">The Euclidean norm of D's gradient in its last move.</param>
/// <param name="GeneratorGradientNorm">The Euclidean norm of G's gradient in its last move; NaN before the first.</param>
public sealed record StepReport(
    long Step,
    double Value,
    double DiscriminatorLoss,
    double GeneratorLoss,
    double MeanOnReals,
    double MeanOnFakes,
    double DiscriminatorGradientNorm,
    double GeneratorGradientNorm)
{
    /// <summary>The Jensen–Shannon divergence that V implies, V/2 + log 2, in nats: 0 where p_g = p_data, at most log 2. Negative where D does worse than guessing.</summary>
    public double JensenShannon => (Value / 2) + Math.Log(2);
}
