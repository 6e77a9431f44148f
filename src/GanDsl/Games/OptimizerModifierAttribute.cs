namespace GanDsl;

/// <summary>Modifies the players' optimisers: learning rate schedules, clipping of gradients and weights, the average of G.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class OptimizerModifierAttribute : Attribute
{
    private protected OptimizerModifierAttribute()
    {
    }
}

/// <summary>
/// The learning rate of a player's optimiser over its updates: it warms up, then decays to a fraction of the optimiser's lr, and stays there.
/// </summary>
/// <remarks>
/// With w updates of warm-up, update t (from 0) has lr · (t + 1)/(w + 1) while t &lt; w. From there on, with s = min(t − w, steps)/steps, it has
/// lr · (1 + (endFactor − 1) · s) where it is <see cref="Decay.Linear"/>, lr · (endFactor + (1 − endFactor) · (1 + cos πs)/2) where it is
/// <see cref="Decay.Cosine"/>.
/// </remarks>
/// <param name="decay">How it decays after the warm-up.</param>
/// <param name="steps">The number of the player's updates over which it decays, at least 1; 0 for <see cref="Decay.Constant"/>.</param>
/// <param name="endFactor">The fraction of the optimiser's lr at the end, at least 0.</param>
/// <param name="warmUp">The number of updates of warm-up, at least 0.</param>
/// <param name="player">The player. One attribute for both, or one for each.</param>
public sealed class LearningRateAttribute(Decay decay = Decay.Constant, long steps = 0, double endFactor = 0, long warmUp = 0, Player player = Player.Both)
    : OptimizerModifierAttribute
{
    /// <summary>How it decays.</summary>
    public Decay Decay { get; } = decay;

    /// <summary>The number of updates over which it decays.</summary>
    public long Steps { get; } = steps;

    /// <summary>The fraction at the end.</summary>
    public double EndFactor { get; } = endFactor;

    /// <summary>The number of updates of warm-up.</summary>
    public long WarmUp { get; } = warmUp;

    /// <summary>The player.</summary>
    public Player Player { get; } = player;
}

/// <summary>
/// Gradients whose norm, over all parameters of a player, is larger than a bound are scaled down to it before its optimiser's update. The gradients themselves
/// stay unchanged, so reports show their norm. PyTorch equivalent: <c>torch.nn.utils.clip_grad_norm_</c>.
/// </summary>
/// <param name="maxNorm">The bound, above 0.</param>
/// <param name="player">The player. One attribute for both, or one for each.</param>
public sealed class ClipGradientAttribute(double maxNorm, Player player = Player.Both) : OptimizerModifierAttribute
{
    /// <summary>The bound.</summary>
    public double MaxNorm { get; } = maxNorm;

    /// <summary>The player.</summary>
    public Player Player { get; } = player;
}

/// <summary>
/// After each of its updates, every parameter of D is clamped to [−limit, limit], which bounds how steep a critic can be. Arjovsky et al. 2017, Algorithm 1;
/// <see cref="GradientPenaltyAttribute"/> is the gentler way.
/// </summary>
/// <param name="limit">The bound, above 0.</param>
public sealed class WeightClipAttribute(double limit = 0.01) : OptimizerModifierAttribute
{
    /// <summary>The bound.</summary>
    public double Limit { get; } = limit;
}

/// <summary>
/// Keeps an exponential moving average of G: after each of its updates p_avg ← β·p_avg + (1 − β)·p, with β = 0.5^(images/halfLife), images being the number of
/// reals since its last update; the running statistics of BatchNorm are copied. It is the generated class's <c>AverageGenerator</c>, and what
/// <see cref="IGan.Sample(ReadOnlySpan{float})"/> samples from. Karras et al. 2018; the ramp-up is that of StyleGAN2.
/// </summary>
/// <param name="halfLifeImages">The number of images after which an old G counts half, above 0.</param>
/// <param name="rampUp">
/// The half-life is at most this fraction of the images seen before, so that the average forgets the start soon; 0 for no such bound.
/// </param>
public sealed class EmaAttribute(double halfLifeImages = 10_000, double rampUp = 0.05) : OptimizerModifierAttribute
{
    /// <summary>The number of images after which an old G counts half.</summary>
    public double HalfLifeImages { get; } = halfLifeImages;

    /// <summary>The bound of the half-life, as a fraction of the images seen before.</summary>
    public double RampUp { get; } = rampUp;
}
