namespace GanDsl;

/// <summary>
/// γ/2 · E_data[‖∇ₓ ℓ(x)‖²]: D's logit is kept flat where the data is, so that the game converges near its solution.
/// Mescheder, Geiger and Nowozin 2018, "Which Training Methods for GANs do actually Converge?", section 4.1.
/// </summary>
/// <param name="gamma">γ, at least 0.</param>
public sealed class R1Attribute(double gamma = 10) : RegularizerAttribute
{
    /// <summary>γ.</summary>
    public double Gamma { get; } = gamma;
}
