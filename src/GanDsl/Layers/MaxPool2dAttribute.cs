namespace GanDsl;

/// <summary>
/// The largest number of each window of a picture; padding counts as nothing. (N, C, H, W) → (N, C, H', W') with H' = ⌊(H + 2·padding − kernel) / stride⌋ + 1.
/// A window's gradient goes to its largest number, the first of equal ones. PyTorch equivalent: <c>nn.MaxPool2d</c>.
/// </summary>
public sealed class MaxPool2dAttribute : LayerAttribute
{
    /// <summary>Windows that lie side by side.</summary>
    /// <param name="kernel">The side of the window, and how far it moves; at least 1.</param>
    public MaxPool2dAttribute(int kernel)
        : this([kernel])
    {
    }

    /// <summary>Windows that may overlap.</summary>
    /// <param name="kernel">The side of the window, at least 1.</param>
    /// <param name="stride">How far the window moves, at least 1.</param>
    /// <param name="padding">How many rows and columns are added on every side, at most half the window.</param>
    public MaxPool2dAttribute(int kernel, int stride, int padding = 0)
        : this([kernel], [stride], [padding])
    {
    }

    /// <summary>Windows that are not square: every array holds one number for both directions, or height and width.</summary>
    /// <param name="kernel">The sides of the window.</param>
    /// <param name="stride">How far the window moves; its own sides if null.</param>
    /// <param name="padding">How many rows and columns are added on every side; 0 if null.</param>
    public MaxPool2dAttribute(int[] kernel, int[]? stride = null, int[]? padding = null)
    {
        Kernel = kernel;
        Stride = stride ?? kernel;
        Padding = padding ?? [0];
    }

    /// <summary>The sides of the window.</summary>
    public int[] Kernel { get; }

    /// <summary>How far the window moves.</summary>
    public int[] Stride { get; }

    /// <summary>How many rows and columns are added on every side.</summary>
    public int[] Padding { get; }
}
