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
/// The game as it is written: D minimises sp(−ℓ_real) + sp(ℓ_fake) = −V, G minimises −sp(ℓ_fake) = log(1 − D(G(z))).
/// G's gradient vanishes where D is sure. Goodfellow et al. 2014, Algorithm 1.
/// </summary>
public sealed class MinimaxAttribute : ObjectiveAttribute;

/// <summary>
/// D as in <see cref="MinimaxAttribute"/>; G minimises sp(−ℓ_fake) = −log D(G(z)), which has the same fixed point and strong gradients early.
/// Goodfellow et al. 2014, section 3.
/// </summary>
public sealed class NonSaturatingAttribute : ObjectiveAttribute;

/// <summary>
/// D is a critic, whose output ℓ is a score: it minimises ℓ_fake − ℓ_real, G minimises −ℓ_fake. Where D's slope is held near 1, as by
/// <see cref="GradientPenaltyAttribute"/>, D ascends an estimate of the Wasserstein distance. Arjovsky et al. 2017.
/// </summary>
/// <remarks>
/// <see cref="StepReport"/> says what its numbers mean then. Nothing bounds ℓ: without a regulariser, D's scores only grow.
/// </remarks>
public sealed class WassersteinAttribute : ObjectiveAttribute;
