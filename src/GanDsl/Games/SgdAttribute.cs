namespace GanDsl;

/// <summary>Gradient descent, with momentum if asked for. PyTorch equivalent: <c>torch.optim.SGD</c>.</summary>
/// <param name="lr">The learning rate, at least 0.</param>
/// <param name="momentum">The decay of the sum of past gradients, in [0, 1); 0 keeps none.</param>
/// <param name="dampening">What of a gradient after the first is kept out of that sum, in [0, 1].</param>
/// <param name="weightDecay">The weight of the L2 penalty, at least 0.</param>
/// <param name="nesterov">Whether to look ahead along the momentum (Sutskever et al. 2013); wants momentum, and no dampening.</param>
/// <param name="player">Whom it moves. One attribute for both, or one for each.</param>
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

    /// <summary>What of a gradient after the first is kept out of that sum.</summary>
    public double Dampening { get; } = dampening;

    /// <summary>The weight of the L2 penalty.</summary>
    public double WeightDecay { get; } = weightDecay;

    /// <summary>Whether to look ahead along the momentum.</summary>
    public bool Nesterov { get; } = nesterov;
}
