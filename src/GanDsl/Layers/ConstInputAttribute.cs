namespace GanDsl;

/// <summary>
/// A learned picture, the same for every sample, with which StyleGAN's synthesis starts (Karras et al. 2019): (N, …) → (N, C, H, W), for any input. It is
/// initialised from N(0, 1). PyTorch has no module for it: <c>nn.Parameter(torch.randn(C, H, W))</c> for each of N samples.
/// </summary>
/// <remarks>Its input reaches the rest of the network only through a [Tap]. The state holds the picture under the name weight.</remarks>
/// <param name="channels">C, at least 1.</param>
/// <param name="height">H, at least 1.</param>
/// <param name="width">W, at least 1.</param>
public sealed class ConstInputAttribute(int channels, int height = 4, int width = 4) : LayerAttribute
{
    /// <summary>C.</summary>
    public int Channels { get; } = channels;

    /// <summary>H.</summary>
    public int Height { get; } = height;

    /// <summary>W.</summary>
    public int Width { get; } = width;
}
