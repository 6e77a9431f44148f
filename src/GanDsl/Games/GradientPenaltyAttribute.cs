namespace GanDsl;

/// <summary>
/// λ · E[(‖∇ₓ ℓ(x̂)‖ − target)²] at x̂ = ε·x + (1 − ε)·G(z), one ε ~ U(0, 1) a sample: what makes a Wasserstein critic nearly 1-Lipschitz.
/// Gulrajani et al. 2017, "Improved Training of Wasserstein GANs". The norm is each sample's own, over all of its numbers.
/// </summary>
/// <remarks>Where a sample's gradient is exactly 0 its norm has no derivative, and the step gives NaN, as libtorch's own norm does not: use critics that are not constant anywhere.</remarks>
/// <param name="weight">λ, at least 0.</param>
/// <param name="target">The norm that costs nothing, at least 0.</param>
public sealed class GradientPenaltyAttribute(double weight = 10, double target = 1) : RegularizerAttribute
{
    /// <summary>λ.</summary>
    public double Weight { get; } = weight;

    /// <summary>The norm that costs nothing.</summary>
    public double Target { get; } = target;
}
