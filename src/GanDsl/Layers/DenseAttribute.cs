namespace GanDsl;

/// <summary>A fully connected layer: y = x Wᵀ + b. (N, in) → (N, out). PyTorch equivalent: <c>nn.Linear</c>.</summary>
/// <param name="features">The width of the output, at least 1.</param>
/// <param name="bias">Whether to learn b.</param>
public sealed class DenseAttribute(int features, bool bias = true) : LayerAttribute
{
    /// <summary>The width of the output.</summary>
    public int Features { get; } = features;

    /// <summary>Whether to learn b.</summary>
    public bool Bias { get; } = bias;
}
