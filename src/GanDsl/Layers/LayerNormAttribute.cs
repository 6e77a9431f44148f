namespace GanDsl;

/// <summary>
/// Layer normalisation (Ba et al. 2016): each sample by its own mean and variance, y = (x − E[x]) / √(Var[x] + eps) · γ + β. Same shape.
/// PyTorch equivalent: <c>nn.LayerNorm</c> with the whole shape of a sample as normalized_shape.
/// </summary>
/// <remarks>It does not couple samples, so it suits critics with a gradient penalty.</remarks>
/// <param name="eps">Added to the variance, more than 0.</param>
/// <param name="affine">Whether to learn γ and β, one of each for every number of a sample. PyTorch's elementwise_affine.</param>
public sealed class LayerNormAttribute(double eps = 1e-5, bool affine = true) : LayerAttribute
{
    /// <summary>Added to the variance.</summary>
    public double Eps { get; } = eps;

    /// <summary>Whether to learn γ and β.</summary>
    public bool Affine { get; } = affine;
}
