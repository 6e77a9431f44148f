namespace GanDsl;

/// <summary>
/// Enlarges pictures by whole factors: each pixel is repeated. (N, C, H, W) → (N, C, scale·H, scale·W).
/// PyTorch equivalent: <c>nn.Upsample(scale_factor=scale, mode='nearest')</c>.
/// </summary>
public sealed class UpsampleAttribute : LayerAttribute
{
    /// <summary>Enlarges both directions alike.</summary>
    /// <param name="scale">How often a pixel is repeated in each direction, at least 1.</param>
    public UpsampleAttribute(int scale)
        : this([scale])
    {
    }

    /// <summary>Enlarges height and width by factors of their own.</summary>
    /// <param name="scale">How often a pixel is repeated: one number for both directions, or height and width.</param>
    public UpsampleAttribute(int[] scale) => Scale = scale;

    /// <summary>How often a pixel is repeated.</summary>
    public int[] Scale { get; }
}
