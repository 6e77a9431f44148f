namespace GanDsl;

/// <summary>
/// Batch normalisation whose γ and β are looked up by the label (de Vries et al. 2017; Miyato and Koyama 2018): y = (x − E[x]) / √(Var[x] + eps) · γ[label] +
/// β[label], of (N, features), or per channel of (N, C, H, W). Same shape. It reads <c>"label"</c>, so it needs a network with <c>Classes</c>, or in a block of
/// one. PyTorch has no module for it: it is <c>nn.BatchNorm2d(C, affine=False)</c> and two <c>nn.Embedding(classes, C)</c>.
/// </summary>
/// <remarks>
/// The state holds gamma and beta (classes, C), drawn from N(1, 0.02²) and 0, and the running statistics of BatchNorm. In a discriminator it couples the
/// samples of a batch, so reals and fakes then take separate passes.
/// </remarks>
/// <param name="eps">Added to the variance, more than 0.</param>
/// <param name="momentum">The weight of the newest batch in the running statistics, in [0, 1]. PyTorch's meaning: Keras' momentum 0.8 is 0.2 here.</param>
public sealed class ConditionalBatchNormAttribute(double eps = 1e-5, double momentum = 0.1) : LayerAttribute
{
    /// <summary>Added to the variance.</summary>
    public double Eps { get; } = eps;

    /// <summary>The weight of the newest batch in the running statistics.</summary>
    public double Momentum { get; } = momentum;
}
