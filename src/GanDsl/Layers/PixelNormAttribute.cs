namespace GanDsl;

/// <summary>
/// Pixelwise feature normalisation (Karras et al. 2018): the channels at each pixel, or each place of a sequence, or the features of a flat sample, are divided
/// by the root of their mean square: y = x / √(E[x²] + eps). Same shape; nothing is learned. PyTorch has no module of it:
/// <c>x * (x.square().mean(1, keepdim=True) + eps).rsqrt()</c>.
/// </summary>
/// <param name="eps">Added to the mean square, more than 0.</param>
public sealed class PixelNormAttribute(double eps = 1e-8) : LayerAttribute
{
    /// <summary>Added to the mean square.</summary>
    public double Eps { get; } = eps;
}
