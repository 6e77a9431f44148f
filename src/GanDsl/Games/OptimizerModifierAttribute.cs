namespace GanDsl;

/// <summary>What goes with the players' optimisers: learning rates that change, bounds on gradients and weights, the average of G.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class OptimizerModifierAttribute : Attribute
{
    private protected OptimizerModifierAttribute()
    {
    }
}

/// <summary>
/// The learning rate of a player's optimiser over its moves: it warms up, then decays to a share of what the optimiser says, and stays there.
/// </summary>
/// <remarks>
/// With w moves of warm-up, move t (from 0) has lr · (t + 1)/(w + 1) while t &lt; w. From there on, with s = min(t − w, steps)/steps, it has
/// lr · (1 + (endFactor − 1) · s) where it is <see cref="Decay.Linear"/>, lr · (endFactor + (1 − endFactor) · (1 + cos πs)/2) where it is <see cref="Decay.Cosine"/>.
/// </remarks>
/// <param name="decay">How it decays after the warm-up.</param>
/// <param name="steps">Over how many moves of the player, at least 1; 0 for <see cref="Decay.Constant"/>.</param>
/// <param name="endFactor">The share of the optimiser's lr that is left at the end, at least 0.</param>
/// <param name="warmUp">For how many moves it rises first, at least 0.</param>
/// <param name="player">Whose rate it is. One attribute for both, or one for each.</param>
public sealed class LearningRateAttribute(Decay decay = Decay.Constant, long steps = 0, double endFactor = 0, long warmUp = 0, Player player = Player.Both) : OptimizerModifierAttribute
{
    /// <summary>How it decays.</summary>
    public Decay Decay { get; } = decay;

    /// <summary>Over how many moves.</summary>
    public long Steps { get; } = steps;

    /// <summary>The share that is left at the end.</summary>
    public double EndFactor { get; } = endFactor;

    /// <summary>For how many moves it rises first.</summary>
    public long WarmUp { get; } = warmUp;

    /// <summary>Whose rate it is.</summary>
    public Player Player { get; } = player;
}

/// <summary>
/// Gradients whose norm, over all parameters of a player, is larger than a bound are scaled down to it before its optimiser moves. The gradients themselves
/// stay as they are, and so reports show their norm. PyTorch equivalent: <c>torch.nn.utils.clip_grad_norm_</c>.
/// </summary>
/// <param name="maxNorm">The bound, above 0.</param>
/// <param name="player">Whose gradients. One attribute for both, or one for each.</param>
public sealed class ClipGradientAttribute(double maxNorm, Player player = Player.Both) : OptimizerModifierAttribute
{
    /// <summary>The bound.</summary>
    public double MaxNorm { get; } = maxNorm;

    /// <summary>Whose gradients.</summary>
    public Player Player { get; } = player;
}

/// <summary>
/// After each of its moves, every parameter of D is brought back into [−limit, limit], which bounds how steep a critic can be. Arjovsky et al. 2017, Algorithm 1;
/// <see cref="GradientPenaltyAttribute"/> is the gentler way.
/// </summary>
/// <param name="limit">The bound, above 0.</param>
public sealed class WeightClipAttribute(double limit = 0.01) : OptimizerModifierAttribute
{
    /// <summary>The bound.</summary>
    public double Limit { get; } = limit;
}

/// <summary>
/// Keeps an exponential moving average of G beside G: after each of its moves p_avg ← β·p_avg + (1 − β)·p, with β = 0.5^(images/halfLife), images being the reals
/// given since its last move; the running statistics of BatchNorm are copied. It is the generated class's <c>AverageGenerator</c>, and what <see cref="IGan.Sample(ReadOnlySpan{float})"/>
/// samples from. Karras et al. 2018; the ramp-up is that of StyleGAN2.
/// </summary>
/// <param name="halfLifeImages">After how many images an old G counts half, above 0.</param>
/// <param name="rampUp">
/// The half-life is at most this share of the images seen before, so that the average does not remember the beginning for long; 0 for no such bound.
/// </param>
public sealed class EmaAttribute(double halfLifeImages = 10_000, double rampUp = 0.05) : OptimizerModifierAttribute
{
    /// <summary>After how many images an old G counts half.</summary>
    public double HalfLifeImages { get; } = halfLifeImages;

    /// <summary>The share of the images seen before that the half-life is at most.</summary>
    public double RampUp { get; } = rampUp;
}
