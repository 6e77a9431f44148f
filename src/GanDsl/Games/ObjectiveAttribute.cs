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
