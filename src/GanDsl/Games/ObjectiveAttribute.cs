namespace GanDsl;

/// <summary>What the players of a game minimise, as functions of D's logit ℓ; sp is softplus, sp(x) = log(1 + eˣ).</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class ObjectiveAttribute : Attribute
{
    private protected ObjectiveAttribute()
    {
    }
}

/// <summary>
/// The original game: D minimises sp(−ℓ_real) + sp(ℓ_fake) = −V, G minimises −sp(ℓ_fake) = log(1 − D(G(z))).
/// G's gradient vanishes where D is sure. Goodfellow et al. 2014, Algorithm 1.
/// </summary>
public sealed class MinimaxAttribute : ObjectiveAttribute;

/// <summary>
/// D as in <see cref="MinimaxAttribute"/>; G minimises sp(−ℓ_fake) = −log D(G(z)), which has the same fixed point and strong gradients early.
/// Goodfellow et al. 2014, section 3.
/// </summary>
/// <param name="smoothing">
/// s in [0, 1): D's target on reals is 1 − s, with the loss (1 − s)·sp(−ℓ_real) + s·sp(ℓ_real), so D does not become too sure. Salimans et al. 2016, section
/// 3.4, with s = 0.1.
/// </param>
public sealed class NonSaturatingAttribute(double smoothing = 0) : ObjectiveAttribute
{
    /// <summary>s.</summary>
    public double Smoothing { get; } = smoothing;
}

/// <summary>
/// D minimises ½(ℓ_real − b)² + ½(ℓ_fake − a)², G minimises ½(ℓ_fake − c)². Mao et al. 2017, "Least squares generative adversarial networks".
/// </summary>
/// <param name="a">D's target on fakes.</param>
/// <param name="b">D's target on reals; not a.</param>
/// <param name="c">G's target for D on its fakes.</param>
public sealed class LeastSquaresAttribute(double a = 0, double b = 1, double c = 1) : ObjectiveAttribute
{
    /// <summary>D's target on fakes.</summary>
    public double A { get; } = a;

    /// <summary>D's target on reals.</summary>
    public double B { get; } = b;

    /// <summary>G's target for D on its fakes.</summary>
    public double C { get; } = c;
}

/// <summary>D minimises max(0, 1 − ℓ_real) + max(0, 1 + ℓ_fake), G minimises −ℓ_fake. Lim and Ye 2017, "Geometric GAN"; Miyato et al. 2018.</summary>
public sealed class HingeAttribute : ObjectiveAttribute;

/// <summary>
/// D is a critic, whose output ℓ is a score: it minimises ℓ_fake − ℓ_real, G minimises −ℓ_fake. Where D's slope is held near 1, as by
/// <see cref="GradientPenaltyAttribute"/>, D ascends an estimate of the Wasserstein distance. Arjovsky et al. 2017.
/// </summary>
/// <remarks>Nothing bounds ℓ: without a regulariser, D's scores only grow. Only differences between scores have a meaning, so D has no accuracy.</remarks>
public sealed class WassersteinAttribute : ObjectiveAttribute;

/// <summary>
/// D minimises sp(−(ℓ_real − ℓ_fake)), real i against fake i, and G sp(−(ℓ_fake − ℓ_real)), with the updated D's scores of the batch's reals.
/// Jolicoeur-Martineau 2019, "The relativistic discriminator", RpGAN; with R1 and R2 it is R3GAN, Huang et al. 2024.
/// </summary>
public sealed class RelativisticAttribute : ObjectiveAttribute;

/// <summary>
/// D minimises sp(−(ℓ_real − mean ℓ_fake)) + sp(ℓ_fake − mean ℓ_real), means over the batch, and G the same with reals and fakes exchanged, with the updated
/// D's scores of the batch's reals. Jolicoeur-Martineau 2019, "The relativistic discriminator", RaGAN.
/// </summary>
public sealed class RelativisticAverageAttribute : ObjectiveAttribute;
