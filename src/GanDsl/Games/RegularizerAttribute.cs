namespace GanDsl;

/// <summary>
/// What the discriminator minimises besides the objective: usually a function of ∇ₓ ℓ, the gradient of its logit with respect to the sample.
/// A game may have several, each at most once.
/// </summary>
/// <remarks>
/// The gradient is that of the sum of D's logits over a batch, so that each sample has its own; its norm is over all numbers of that sample.
/// A D with BatchNorm couples the samples of a batch: one sample's gradient then depends on the others. Gulrajani et al. 2017 leave it out of D for that.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class RegularizerAttribute : Attribute
{
    private protected RegularizerAttribute()
    {
    }
}

/// <summary>
/// D minimises in addition γ/2 · E_data[‖∇ₓ ℓ(x)‖²]: it should be flat at the reals. Mescheder et al. 2018, "Which training methods for GANs do actually
/// converge?".
/// </summary>
/// <remarks>
/// With <paramref name="every"/> = n it is lazy (Karras et al. 2020, "Analyzing and improving the image quality of StyleGAN"): D is penalised in the first call
/// and in every n-th after it, n times as strong, and costs nothing in the calls between. The penalty is part of the loss of D's usual update, so D's optimiser
/// needs no correction. StyleGAN2 updates separately for it, n + 1 times in n calls, and corrects for that: <paramref name="lazyAdam"/> applies the same
/// correction to D's Adam, lr · c, beta1ᶜ and beta2ᶜ with c = n/(n + 1), for hyperparameters that were tuned with it; for other optimisers, only to lr. Lazy
/// regularisers of one game share one n.
/// </remarks>
/// <param name="gamma">γ, more than 0. Mescheder et al. use 10.</param>
/// <param name="every">n, at least 1. StyleGAN2 uses 16.</param>
/// <param name="lazyAdam">Whether D's Adam is slowed as StyleGAN2 slows it.</param>
public sealed class R1Attribute(double gamma = 10, int every = 1, bool lazyAdam = false) : RegularizerAttribute
{
    /// <summary>γ.</summary>
    public double Gamma { get; } = gamma;

    /// <summary>The interval of the penalty, in updates of D.</summary>
    public int Every { get; } = every;

    /// <summary>Whether D's Adam is slowed as StyleGAN2 slows it.</summary>
    public bool LazyAdam { get; } = lazyAdam;
}

/// <summary>
/// D minimises in addition γ/2 · E_z[‖∇ₓ ℓ(G(z))‖²]: it should be flat at the fakes. Mescheder et al. 2018; with <see cref="R1Attribute"/> as in R3GAN, Huang
/// et al. 2024.
/// </summary>
/// <param name="gamma">γ, more than 0.</param>
/// <param name="every">As for <see cref="R1Attribute"/>: D is penalised in the first call and in every n-th after it, n times as strong.</param>
/// <param name="lazyAdam">As for <see cref="R1Attribute"/>: whether D's Adam is slowed as StyleGAN2 slows it.</param>
public sealed class R2Attribute(double gamma = 10, int every = 1, bool lazyAdam = false) : RegularizerAttribute
{
    /// <summary>γ.</summary>
    public double Gamma { get; } = gamma;

    /// <summary>The interval of the penalty, in updates of D.</summary>
    public int Every { get; } = every;

    /// <summary>Whether D's Adam is slowed as StyleGAN2 slows it.</summary>
    public bool LazyAdam { get; } = lazyAdam;
}

/// <summary>
/// D minimises in addition λ · E[(‖∇ₓ ℓ(x̂)‖ − target)²] at x̂ = ε·x + (1 − ε)·G(z), with one ε ~ U(0, 1) per sample: its slope between reals and fakes
/// should be the target. With <see cref="WassersteinAttribute"/> this is WGAN-GP: Gulrajani et al. 2017, "Improved training of Wasserstein GANs".
/// </summary>
/// <remarks>
/// The norm is √(‖∇ₓ ℓ‖² + 10⁻¹²). Where D is flat, as with all its ReLUs off, that sample's penalty is therefore λ · target² and its gradient 0;
/// the norm itself has no gradient there, and autograd would return NaN.
/// </remarks>
/// <param name="weight">λ, more than 0.</param>
/// <param name="target">The target norm of D's slope, at least 0.</param>
/// <param name="oneSided">
/// Whether only a slope above the target is penalised: (max(0, ‖∇ₓ ℓ‖ − target))². Petzka et al. 2018, "On the regularization of Wasserstein GANs".
/// </param>
public sealed class GradientPenaltyAttribute(double weight = 10, double target = 1, bool oneSided = false) : RegularizerAttribute
{
    /// <summary>λ.</summary>
    public double Weight { get; } = weight;

    /// <summary>The target norm of D's slope.</summary>
    public double Target { get; } = target;

    /// <summary>Whether only a slope above the target is penalised.</summary>
    public bool OneSided { get; } = oneSided;
}

/// <summary>
/// D minimises in addition λ · E[(‖∇ₓ ℓ(x̂)‖ − target)²] near the reals, at x̂ = x + std · σ · u: u ~ U(0, 1) for each number of each real, σ the standard
/// deviation of all numbers of the batch. Kodali et al. 2017, "On convergence and stability of GANs".
/// </summary>
/// <remarks>
/// The paper's δ ~ N(0, cI) is not what its authors' code draws; the noise here is that of the code's <c>get_perturbed_batch</c>, with σ as NumPy's <c>std</c>,
/// which divides by the count. The code then samples a point on the line between x and x̂, which this omits.
/// </remarks>
/// <param name="weight">λ, more than 0.</param>
/// <param name="std">The size of the noise, as a fraction of σ, more than 0.</param>
/// <param name="target">The target norm of D's slope, at least 0.</param>
public sealed class DraganAttribute(double weight = 10, double std = 0.5, double target = 1) : RegularizerAttribute
{
    /// <summary>λ.</summary>
    public double Weight { get; } = weight;

    /// <summary>The size of the noise, as a fraction of σ.</summary>
    public double Std { get; } = std;

    /// <summary>The target norm of D's slope.</summary>
    public double Target { get; } = target;
}
