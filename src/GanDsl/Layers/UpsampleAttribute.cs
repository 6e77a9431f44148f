namespace GanDsl;

/// <summary>
/// Enlarges pictures by whole factors: each pixel is repeated, or interpolated between its neighbours. (N, C, H, W) → (N, C, scale·H, scale·W).
/// Sequences, (N, C, L) → (N, C, scale·L), are enlarged by one number, and not interpolated.
/// PyTorch equivalent: <c>nn.Upsample(scale_factor=scale, mode='nearest')</c>, or <c>mode='bilinear', align_corners=False</c>.
/// </summary>
public sealed class UpsampleAttribute : LayerAttribute
{
    /// <summary>Enlarges both directions by one factor.</summary>
    /// <param name="scale">How many pixels a pixel becomes in each direction, at least 1.</param>
    /// <param name="mode">How they are computed.</param>
    public UpsampleAttribute(int scale, UpsampleMode mode = UpsampleMode.Nearest)
        : this([scale], mode)
    {
    }

    /// <summary>Enlarges height and width by separate factors.</summary>
    /// <param name="scale">How many pixels a pixel becomes: one number for both directions, or height and width.</param>
    /// <param name="mode">How they are computed.</param>
    public UpsampleAttribute(int[] scale, UpsampleMode mode = UpsampleMode.Nearest) => (Scale, Mode) = (scale, mode);

    /// <summary>How many pixels a pixel becomes.</summary>
    public int[] Scale { get; }

    /// <summary>How they are computed.</summary>
    public UpsampleMode Mode { get; }
}
