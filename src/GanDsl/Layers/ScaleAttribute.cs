namespace GanDsl;

/// <summary>
/// factor · x: as StyleGAN scales activations (√2 after LeakyReLU, which keeps the variance), or a residual connection's sum (1/√2). Same shape. It learns
/// nothing. PyTorch equivalent: <c>x * factor</c>.
/// </summary>
/// <param name="factor">The factor, finite and not 0.</param>
public sealed class ScaleAttribute(double factor) : LayerAttribute
{
    /// <summary>The factor.</summary>
    public double Factor { get; } = factor;
}
