namespace GanDsl;

/// <summary>
/// A convolution of sequences. (N, C, L) → (N, channels, L') with L' = ⌊(L + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.
/// PyTorch equivalent: <c>nn.Conv1d</c>, whose weight has this layout: (channels, C / groups, kernel).
/// </summary>
/// <param name="channels">The channels of the output, at least 1.</param>
/// <param name="kernel">The length of the window, at least 1.</param>
/// <param name="stride">How far the window moves, at least 1.</param>
/// <param name="padding">How many places are added on either end.</param>
/// <param name="dilation">The distance between the window's taps, at least 1.</param>
/// <param name="groups">How many groups the channels are split into; it divides the channels of input and output.</param>
/// <param name="bias">Whether to learn a bias a channel.</param>
/// <param name="paddingMode">What the added places hold.</param>
public sealed class Conv1dAttribute(
    int channels, int kernel, int stride = 1, int padding = 0, int dilation = 1, int groups = 1, bool bias = true, PaddingMode paddingMode = PaddingMode.Zeros)
        : LayerAttribute
{
    /// <summary>The channels of the output.</summary>
    public int Channels { get; } = channels;

    /// <summary>The length of the window.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>How far the window moves.</summary>
    public int Stride { get; } = stride;

    /// <summary>How many places are added on either end.</summary>
    public int Padding { get; } = padding;

    /// <summary>The distance between the window's taps.</summary>
    public int Dilation { get; } = dilation;

    /// <summary>How many groups the channels are split into.</summary>
    public int Groups { get; } = groups;

    /// <summary>Whether to learn a bias a channel.</summary>
    public bool Bias { get; } = bias;

    /// <summary>What the added places hold.</summary>
    public PaddingMode PaddingMode { get; } = paddingMode;
}
