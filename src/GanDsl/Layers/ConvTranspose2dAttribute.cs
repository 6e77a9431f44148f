namespace GanDsl;

/// <summary>
/// A two-dimensional transposed convolution.
/// (N, C, H, W) → (N, channels, H', W') with H' = (H − 1)·stride − 2·padding + dilation·(kernel − 1) + outputPadding + 1.
/// PyTorch equivalent: <c>nn.ConvTranspose2d</c>.
/// </summary>
public sealed class ConvTranspose2dAttribute : LayerAttribute
{
    /// <summary>A transposed convolution with a square window.</summary>
    /// <param name="channels">The channels of the output.</param>
    /// <param name="kernel">The side of the window.</param>
    /// <param name="stride">How far apart the windows of neighbouring inputs lie.</param>
    /// <param name="padding">How many rows and columns are cut off on every side.</param>
    /// <param name="outputPadding">How many rows and columns are added at the bottom and the right; smaller than stride or dilation.</param>
    /// <param name="groups">How many groups the channels are split into; it divides the channels of input and output.</param>
    /// <param name="bias">Whether to learn a bias per channel.</param>
    /// <param name="dilation">The distance between the window's taps.</param>
    public ConvTranspose2dAttribute(
        int channels, int kernel, int stride = 1, int padding = 0, int outputPadding = 0, int groups = 1, bool bias = true, int dilation = 1)
        : this(channels, [kernel], [stride], [padding], [outputPadding], groups, bias, [dilation])
    {
    }

    /// <summary>A transposed convolution whose window is not square: every array holds one number for both directions, or height and width.</summary>
    /// <param name="channels">The channels of the output.</param>
    /// <param name="kernel">The sides of the window.</param>
    /// <param name="stride">How far apart the windows of neighbouring inputs lie; 1 if null.</param>
    /// <param name="padding">How many rows and columns are cut off on every side; 0 if null.</param>
    /// <param name="outputPadding">How many rows and columns are added at the bottom and the right; 0 if null.</param>
    /// <param name="groups">How many groups the channels are split into; it divides the channels of input and output.</param>
    /// <param name="bias">Whether to learn a bias per channel.</param>
    /// <param name="dilation">The distance between the window's taps; 1 if null.</param>
    public ConvTranspose2dAttribute(
        int channels,
        int[] kernel,
        int[]? stride = null,
        int[]? padding = null,
        int[]? outputPadding = null,
        int groups = 1,
        bool bias = true,
        int[]? dilation = null)
    {
        Channels = channels;
        Kernel = kernel;
        Stride = stride ?? [1];
        Padding = padding ?? [0];
        OutputPadding = outputPadding ?? [0];
        Groups = groups;
        Bias = bias;
        Dilation = dilation ?? [1];
    }

    /// <summary>The channels of the output.</summary>
    public int Channels { get; }

    /// <summary>The sides of the window.</summary>
    public int[] Kernel { get; }

    /// <summary>How far apart the windows of neighbouring inputs lie.</summary>
    public int[] Stride { get; }

    /// <summary>How many rows and columns are cut off on every side.</summary>
    public int[] Padding { get; }

    /// <summary>How many rows and columns are added at the bottom and the right.</summary>
    public int[] OutputPadding { get; }

    /// <summary>How many groups the channels are split into.</summary>
    public int Groups { get; }

    /// <summary>Whether to learn a bias per channel.</summary>
    public bool Bias { get; }

    /// <summary>The distance between the window's taps.</summary>
    public int[] Dilation { get; }
}
