namespace GanDsl;

/// <summary>
/// A transposed convolution of sequences. (N, C, L) → (N, channels, L') with L' = (L − 1)·stride − 2·padding + dilation·(kernel − 1) + outputPadding + 1.
/// PyTorch equivalent: <c>nn.ConvTranspose1d</c>, whose weight has this layout: (C, channels / groups, kernel).
/// </summary>
/// <param name="channels">The channels of the output, at least 1.</param>
/// <param name="kernel">The length of the window, at least 1.</param>
/// <param name="stride">How far apart the windows of neighbouring inputs lie, at least 1.</param>
/// <param name="padding">How many places are cut off on either end.</param>
/// <param name="outputPadding">How many places are added behind; smaller than stride or dilation.</param>
/// <param name="groups">How many groups the channels are split into; it divides the channels of input and output.</param>
/// <param name="bias">Whether to learn a bias a channel.</param>
/// <param name="dilation">The distance between the window's taps, at least 1.</param>
public sealed class ConvTranspose1dAttribute(
    int channels, int kernel, int stride = 1, int padding = 0, int outputPadding = 0, int groups = 1, bool bias = true, int dilation = 1) : LayerAttribute
{
    /// <summary>The channels of the output.</summary>
    public int Channels { get; } = channels;

    /// <summary>The length of the window.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>How far apart the windows of neighbouring inputs lie.</summary>
    public int Stride { get; } = stride;

    /// <summary>How many places are cut off on either end.</summary>
    public int Padding { get; } = padding;

    /// <summary>How many places are added behind.</summary>
    public int OutputPadding { get; } = outputPadding;

    /// <summary>How many groups the channels are split into.</summary>
    public int Groups { get; } = groups;

    /// <summary>Whether to learn a bias a channel.</summary>
    public bool Bias { get; } = bias;

    /// <summary>The distance between the window's taps.</summary>
    public int Dilation { get; } = dilation;
}
