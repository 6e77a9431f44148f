namespace GanDsl;

/// <summary>
/// Means of windows that cover a sequence evenly, whatever its length: (N, C, L) → (N, C, outputSize). Place i is the mean of ⌊i·L / outputSize⌋ to ⌈(i + 1)·L
/// / outputSize⌉. PyTorch equivalent: <c>nn.AdaptiveAvgPool1d</c>.
/// </summary>
/// <param name="outputSize">The length of the output, at least 1.</param>
public sealed class AdaptiveAvgPool1dAttribute(int outputSize) : LayerAttribute
{
    /// <summary>The length of the output.</summary>
    public int OutputSize { get; } = outputSize;
}
