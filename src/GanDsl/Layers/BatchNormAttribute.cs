namespace GanDsl;

/// <summary>
/// Batch normalisation (Ioffe and Szegedy 2015) of (N, features), or per channel of (N, C, H, W):
/// y = (x − E[x]) / √(Var[x] + eps) · γ + β. Same shape. PyTorch equivalents: <c>nn.BatchNorm1d</c> and <c>nn.BatchNorm2d</c>.
/// </summary>
/// <remarks>
/// In a discriminator it couples the samples of a batch, so reals and fakes then take separate passes.
/// </remarks>
/// <param name="eps">Added to the variance, more than 0.</param>
/// <param name="momentum">The weight of the newest batch in the running statistics, in [0, 1]. PyTorch's meaning: Keras' momentum 0.8 is 0.2 here.</param>
/// <param name="affine">Whether to learn γ and β.</param>
/// <param name="trackRunningStats">Whether to keep running statistics for eval mode; without them eval mode uses the batch's.</param>
public sealed class BatchNormAttribute(double eps = 1e-5, double momentum = 0.1, bool affine = true, bool trackRunningStats = true) : LayerAttribute
{
    /// <summary>Added to the variance.</summary>
    public double Eps { get; } = eps;

    /// <summary>The weight of the newest batch in the running statistics.</summary>
    public double Momentum { get; } = momentum;

    /// <summary>Whether to learn γ and β.</summary>
    public bool Affine { get; } = affine;

    /// <summary>Whether to keep running statistics for eval mode.</summary>
    public bool TrackRunningStats { get; } = trackRunningStats;
}
