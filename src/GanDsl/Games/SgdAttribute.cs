namespace GanDsl;

/// <summary>Gradient descent, with momentum if asked for. PyTorch equivalent: <c>torch.optim.SGD</c>.</summary>
/// <param name="lr">The learning rate, at least 0.</param>
/// <param name="momentum">The decay of the sum of past gradients, in [0, 1); 0 for no momentum.</param>
/// <param name="dampening">The fraction of a gradient after the first that does not enter that sum, in [0, 1].</param>
/// <param name="weightDecay">The weight of the L2 penalty, at least 0.</param>
/// <param name="nesterov">Whether to look ahead along the momentum (Sutskever et al. 2013); needs momentum, and no dampening.</param>
/// <param name="player">The player that it updates. One attribute for both, or one for each.</param>
public sealed class SgdAttribute(
    double lr = 1e-3,
    double momentum = 0,
    double dampening = 0,
    double weightDecay = 0,
    bool nesterov = false,
    Player player = Player.Both) : OptimizerAttribute(player)
{
    /// <summary>The learning rate.</summary>
    public double Lr { get; } = lr;

    /// <summary>The decay of the sum of past gradients.</summary>
    public double Momentum { get; } = momentum;

    /// <summary>The fraction of a gradient after the first that does not enter that sum.</summary>
    public double Dampening { get; } = dampening;

    /// <summary>The weight of the L2 penalty.</summary>
    public double WeightDecay { get; } = weightDecay;

    /// <summary>Whether to look ahead along the momentum.</summary>
    public bool Nesterov { get; } = nesterov;
}
