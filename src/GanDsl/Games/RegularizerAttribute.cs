namespace GanDsl;

/// <summary>
/// What the discriminator minimises beside the objective, as a function of ∇ₓ ℓ, the gradient of its logit by the sample it judges.
/// A game may have several, each at most once.
/// </summary>
/// <remarks>
/// The gradient is that of the sum of D's logits over a batch, so that each sample has its own; its norm is over all numbers of that sample.
/// A D with BatchNorm couples the samples of a batch: what one sample's gradient is then depends on the others. Gulrajani et al. 2017 leave it out of D for that.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class RegularizerAttribute : Attribute
{
    private protected RegularizerAttribute()
    {
    }
}

/// <summary>
/// D minimises in addition γ/2 · E_data[‖∇ₓ ℓ(x)‖²]: it is to be flat at the reals. Mescheder et al. 2018, "Which training methods for GANs do actually converge?".
/// </summary>
/// <param name="gamma">γ, at least 0. Mescheder et al. take 10.</param>
public sealed class R1Attribute(double gamma = 10) : RegularizerAttribute
{
    /// <summary>γ.</summary>
    public double Gamma { get; } = gamma;
}

/// <summary>
/// D minimises in addition λ · E[(‖∇ₓ ℓ(x̂)‖ − target)²] at x̂ = ε·x + (1 − ε)·G(z), with one ε ~ U(0, 1) a sample: its slope between reals and fakes
/// is to be the target. With <see cref="WassersteinAttribute"/> this is WGAN-GP: Gulrajani et al. 2017, "Improved training of Wasserstein GANs".
/// </summary>
/// <remarks>
/// The norm is √(‖∇ₓ ℓ‖² + 10⁻¹²). Where D is flat, as with all its ReLUs off, that sample's penalty is therefore λ · target² and its gradient 0;
/// the norm itself has no gradient there, and autograd would make NaN of it.
/// </remarks>
/// <param name="weight">λ, at least 0.</param>
/// <param name="target">The norm that D's slope is to have, at least 0.</param>
public sealed class GradientPenaltyAttribute(double weight = 10, double target = 1) : RegularizerAttribute
{
    /// <summary>λ.</summary>
    public double Weight { get; } = weight;

    /// <summary>The norm that D's slope is to have.</summary>
    public double Target { get; } = target;
}
