namespace GanDsl;

/// <summary>
/// A picture from features: a modulated convolution of one pixel without demodulation (Karras et al. 2020, StyleGAN2), y = weight · (s · x) + bias with s =
/// A·style + b. (N, C, H, W) → (N, channels, H, W). The same as <c>[ModulatedConv2d(channels, style, kernel: 1, demodulate: false)]</c>; PyTorch has no module
/// for it: NVlabs' <c>ToRGBLayer</c> is its model.
/// </summary>
/// <param name="channels">The channels of the picture, at least 1: 3, or 1 for a grey one.</param>
/// <param name="style">The name of the tap that is the style.</param>
public sealed class ToRGBAttribute(int channels, string style) : LayerAttribute
{
    /// <summary>The channels of the picture.</summary>
    public int Channels { get; } = channels;

    /// <summary>The name of the tap that is the style.</summary>
    public string Style { get; } = style;
}
