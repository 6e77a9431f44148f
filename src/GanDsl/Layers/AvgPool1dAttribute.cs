namespace GanDsl;

/// <summary>
/// The mean of each window of a sequence; padding counts as zeros. (N, C, L) → (N, C, L') with L' = ⌊(L + 2·padding − kernel) / stride⌋ + 1.
/// PyTorch equivalent: <c>nn.AvgPool1d</c>.
/// </summary>
public sealed class AvgPool1dAttribute : LayerAttribute
{
    /// <summary>Windows that lie side by side.</summary>
    /// <param name="kernel">The length of the window, and how far it moves; at least 1.</param>
    public AvgPool1dAttribute(int kernel)
        : this(kernel, kernel)
    {
    }

    /// <summary>Windows that may overlap.</summary>
    /// <param name="kernel">The length of the window, at least 1.</param>
    /// <param name="stride">How far the window moves, at least 1.</param>
    /// <param name="padding">How many places of zeros are added on either end, at most half the window.</param>
    public AvgPool1dAttribute(int kernel, int stride, int padding = 0)
    {
        Kernel = kernel;
        Stride = stride;
        Padding = padding;
    }

    /// <summary>The length of the window.</summary>
    public int Kernel { get; }

    /// <summary>How far the window moves.</summary>
    public int Stride { get; }

    /// <summary>How many places are added on either end.</summary>
    public int Padding { get; }
}
