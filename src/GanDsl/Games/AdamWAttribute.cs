namespace GanDsl;

/// <summary>
/// Adam whose weight decay shrinks the parameters themselves and stays out of the moments (Loshchilov and Hutter 2019). PyTorch equivalent:
/// <c>torch.optim.AdamW</c>.
/// </summary>
/// <param name="lr">The learning rate, at least 0.</param>
/// <param name="beta1">The decay of the gradient's mean, in [0, 1). GANs mostly use 0.5 or 0.</param>
/// <param name="beta2">The decay of the gradient's second moment, in [0, 1).</param>
/// <param name="eps">Added to the denominator, at least 0.</param>
/// <param name="weightDecay">The fraction of a parameter, times the learning rate, that each update subtracts from it; at least 0.</param>
/// <param name="amsgrad">Whether to divide by the largest second moment so far (Reddi et al. 2018).</param>
/// <param name="player">The player that it updates. One attribute for both, or one for each.</param>
public sealed class AdamWAttribute(
    double lr = 1e-3,
    double beta1 = 0.9,
    double beta2 = 0.999,
    double eps = 1e-8,
    double weightDecay = 0.01,
    bool amsgrad = false,
    Player player = Player.Both) : OptimizerAttribute(player)
{
    /// <summary>The learning rate.</summary>
    public double Lr { get; } = lr;

    /// <summary>The decay of the gradient's mean.</summary>
    public double Beta1 { get; } = beta1;

    /// <summary>The decay of the gradient's second moment.</summary>
    public double Beta2 { get; } = beta2;

    /// <summary>Added to the denominator.</summary>
    public double Eps { get; } = eps;

    /// <summary>The fraction of a parameter, times the learning rate, that each update subtracts from it.</summary>
    public double WeightDecay { get; } = weightDecay;

    /// <summary>Whether to divide by the largest second moment so far.</summary>
    public bool Amsgrad { get; } = amsgrad;
}
