namespace GanDsl;

/// <summary>
/// Gradients divided by the root of their running second moment (Hinton 2012), as Arjovsky et al. 2017 train critics. PyTorch equivalent:
/// <c>torch.optim.RMSprop</c>.
/// </summary>
/// <param name="lr">The learning rate, at least 0.</param>
/// <param name="alpha">The decay of the second moment, in [0, 1).</param>
/// <param name="eps">Added to the denominator, at least 0.</param>
/// <param name="weightDecay">The weight of the L2 penalty, at least 0.</param>
/// <param name="momentum">The decay of the sum of past updates, in [0, 1); 0 for no momentum.</param>
/// <param name="centered">Whether to divide by the root of the variance instead: the second moment minus the running mean's square.</param>
/// <param name="player">The player that it updates. One attribute for both, or one for each.</param>
public sealed class RmsPropAttribute(
    double lr = 0.01,
    double alpha = 0.99,
    double eps = 1e-8,
    double weightDecay = 0,
    double momentum = 0,
    bool centered = false,
    Player player = Player.Both) : OptimizerAttribute(player)
{
    /// <summary>The learning rate.</summary>
    public double Lr { get; } = lr;

    /// <summary>The decay of the second moment.</summary>
    public double Alpha { get; } = alpha;

    /// <summary>Added to the denominator.</summary>
    public double Eps { get; } = eps;

    /// <summary>The weight of the L2 penalty.</summary>
    public double WeightDecay { get; } = weightDecay;

    /// <summary>The decay of the sum of past updates.</summary>
    public double Momentum { get; } = momentum;

    /// <summary>Whether to divide by the root of the variance.</summary>
    public bool Centered { get; } = centered;
}
