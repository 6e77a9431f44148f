namespace GanDsl;

/// <summary>What a convolution reads outside the picture. PyTorch equivalent: <c>padding_mode</c>.</summary>
public enum PaddingMode
{
    /// <summary>Zeros.</summary>
    Zeros,

    /// <summary>The picture mirrored at its edge, the edge itself not repeated; padding must be smaller than the picture.</summary>
    Reflect,

    /// <summary>The pixel at the edge, repeated.</summary>
    Replicate,

    /// <summary>The picture's other side; padding must not be larger than the picture.</summary>
    Circular,
}
