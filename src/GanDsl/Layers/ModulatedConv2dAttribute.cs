namespace GanDsl;

/// <summary>
/// A convolution whose input channels a style scales, sample by sample (Karras et al. 2020, StyleGAN2): s = A·style + b, y[n, o] = d[n, o] · Σ weight[o, i] ∗
/// (s[n, i] · x[n, i]) + bias[o], with d[n, o] = 1/√(Σ (weight[o, i] · s[n, i])² + eps), which keeps the variance of each channel. The sides stay the same;
/// with <c>up: 2</c> they double, by a transposed convolution of stride 2 and the filter [1, 3, 3, 1]. (N, C, H, W) → (N, channels, up·H, up·W). PyTorch has no
/// module for it: NVlabs' <c>modulated_conv2d</c> with <c>SynthesisLayer</c>'s affine and bias is its model.
/// </summary>
/// <remarks>
/// The style is a tap of features, (N, features): usually the output of a mapping network. The state holds weight (channels, C, kernel, kernel), or, with
/// <c>up: 2</c>, as ConvTranspose2d's, (C, channels, kernel, kernel); affine.weight (C, features), affine.bias (C), which starts at 1; and bias (channels),
/// which starts at 0. The weights are initialised as Conv2d's and Dense's, or, with <c>[EqualizedLearningRate]</c>, as StyleGAN2's.
/// </remarks>
/// <param name="channels">The channels of the output, at least 1.</param>
/// <param name="style">The name of the tap that is the style.</param>
/// <param name="kernel">The side of the window, odd.</param>
/// <param name="up">1, or 2 to double height and width.</param>
/// <param name="demodulate">Whether to multiply by d.</param>
/// <param name="bias">Whether a number is added to each channel.</param>
/// <param name="eps">Added below the root, more than 0.</param>
public sealed class ModulatedConv2dAttribute(
    int channels, string style, int kernel = 3, int up = 1, bool demodulate = true, bool bias = true, double eps = 1e-8) : LayerAttribute
{
    /// <summary>The channels of the output.</summary>
    public int Channels { get; } = channels;

    /// <summary>The name of the tap that is the style.</summary>
    public string Style { get; } = style;

    /// <summary>The side of the window.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>How many pixels a pixel becomes in each direction.</summary>
    public int Up { get; } = up;

    /// <summary>Whether the variance of each channel is kept.</summary>
    public bool Demodulate { get; } = demodulate;

    /// <summary>Whether a number is added to each channel.</summary>
    public bool Bias { get; } = bias;

    /// <summary>Added below the root.</summary>
    public double Eps { get; } = eps;
}
