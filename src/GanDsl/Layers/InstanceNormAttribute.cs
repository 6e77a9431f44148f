namespace GanDsl;

/// <summary>
/// Instance normalisation (Ulyanov et al. 2016): each channel of each sample by its own mean and variance, in train and eval mode alike. Same shape.
/// PyTorch equivalents: <c>nn.InstanceNorm1d</c> and <c>nn.InstanceNorm2d</c>, without running statistics.
/// </summary>
/// <param name="eps">Added to the variance, more than 0.</param>
/// <param name="affine">Whether to learn γ and β, one of each per channel; as in PyTorch, not by default.</param>
public sealed class InstanceNormAttribute(double eps = 1e-5, bool affine = false) : LayerAttribute
{
    /// <summary>Added to the variance.</summary>
    public double Eps { get; } = eps;

    /// <summary>Whether to learn γ and β.</summary>
    public bool Affine { get; } = affine;
}
