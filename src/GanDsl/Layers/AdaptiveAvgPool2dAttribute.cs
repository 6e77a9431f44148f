namespace GanDsl;

/// <summary>
/// Means of windows that cover a picture as evenly as whole pixels can: row i of the output is the mean of rows ⌊iH/H'⌋ to ⌈(i + 1)H/H'⌉ − 1, columns likewise.
/// (N, C, H, W) → (N, C, H', W'). PyTorch equivalent: <c>nn.AdaptiveAvgPool2d(output_size)</c>.
/// </summary>
public sealed class AdaptiveAvgPool2dAttribute : LayerAttribute
{
    /// <summary>A square picture.</summary>
    /// <param name="outputSize">H' and W', at least 1.</param>
    public AdaptiveAvgPool2dAttribute(int outputSize)
        : this([outputSize])
    {
    }

    /// <summary>Separate height and width.</summary>
    /// <param name="outputSize">One number for both, or H' and W'.</param>
    public AdaptiveAvgPool2dAttribute(int[] outputSize) => OutputSize = outputSize;

    /// <summary>H' and W'.</summary>
    public int[] OutputSize { get; }
}
