namespace GanDsl;

/// <summary>
/// A two-dimensional convolution. (N, C, H, W) → (N, channels, H', W') with H' = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.
/// PyTorch equivalent: <c>nn.Conv2d</c>.
/// </summary>
public sealed class Conv2dAttribute : LayerAttribute
{
    /// <summary>A convolution with a square window.</summary>
    /// <param name="channels">The channels of the output.</param>
    /// <param name="kernel">The side of the window.</param>
    /// <param name="stride">How far the window moves.</param>
    /// <param name="padding">How many rows and columns are added on every side.</param>
    /// <param name="dilation">The distance between the window's taps.</param>
    /// <param name="groups">How many groups the channels are split into; it divides the channels of input and output.</param>
    /// <param name="bias">Whether to learn a bias per channel.</param>
    /// <param name="paddingMode">What the added rows and columns hold.</param>
    public Conv2dAttribute(
        int channels,
        int kernel,
        int stride = 1,
        int padding = 0,
        int dilation = 1,
        int groups = 1,
        bool bias = true,
        PaddingMode paddingMode = PaddingMode.Zeros)
        : this(channels, [kernel], [stride], [padding], [dilation], groups, bias, paddingMode)
    {
    }

    /// <summary>A convolution whose window is not square: every array holds one number for both directions, or height and width.</summary>
    /// <param name="channels">The channels of the output.</param>
    /// <param name="kernel">The sides of the window.</param>
    /// <param name="stride">How far the window moves; 1 if null.</param>
    /// <param name="padding">How many rows and columns are added on every side; 0 if null.</param>
    /// <param name="dilation">The distance between the window's taps; 1 if null.</param>
    /// <param name="groups">How many groups the channels are split into; it divides the channels of input and output.</param>
    /// <param name="bias">Whether to learn a bias per channel.</param>
    /// <param name="paddingMode">What the added rows and columns hold.</param>
    public Conv2dAttribute(
        int channels,
        int[] kernel,
        int[]? stride = null,
        int[]? padding = null,
        int[]? dilation = null,
        int groups = 1,
        bool bias = true,
        PaddingMode paddingMode = PaddingMode.Zeros)
    {
        Channels = channels;
        Kernel = kernel;
        Stride = stride ?? [1];
        Padding = padding ?? [0];
        Dilation = dilation ?? [1];
        Groups = groups;
        Bias = bias;
        PaddingMode = paddingMode;
    }

    /// <summary>The channels of the output.</summary>
    public int Channels { get; }

    /// <summary>The sides of the window.</summary>
    public int[] Kernel { get; }

    /// <summary>How far the window moves.</summary>
    public int[] Stride { get; }

    /// <summary>How many rows and columns are added on every side.</summary>
    public int[] Padding { get; }

    /// <summary>The distance between the window's taps.</summary>
    public int[] Dilation { get; }

    /// <summary>How many groups the channels are split into.</summary>
    public int Groups { get; }

    /// <summary>Whether to learn a bias per channel.</summary>
    public bool Bias { get; }

    /// <summary>What the added rows and columns hold.</summary>
    public PaddingMode PaddingMode { get; }
}
