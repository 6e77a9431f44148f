namespace GanDsl;

/// <summary>
/// factor · x: what StyleGAN multiplies its activations by (√2 behind LeakyReLU, so that the variance stays), or a residual connection its sum (1/√2). Same shape. It learns nothing. PyTorch
/// equivalent: <c>x * factor</c>.
/// </summary>
/// <param name="factor">What every number is multiplied by, finite and not 0.</param>
public sealed class ScaleAttribute(double factor) : LayerAttribute
{
    /// <summary>What every number is multiplied by.</summary>
    public double Factor { get; } = factor;
}
