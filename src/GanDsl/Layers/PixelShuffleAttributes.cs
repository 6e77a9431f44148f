namespace GanDsl;

/// <summary>
/// Arranges r² channels as blocks of r × r pixels (Shi et al. 2016): (N, C·r², H, W) → (N, C, r·H, r·W). PyTorch equivalent: <c>nn.PixelShuffle</c>.
/// </summary>
/// <param name="upscaleFactor">r, at least 1; r² divides the channels.</param>
public sealed class PixelShuffleAttribute(int upscaleFactor) : LayerAttribute
{
    /// <summary>r.</summary>
    public int UpscaleFactor { get; } = upscaleFactor;
}

/// <summary>
/// Splits the pixels of r × r blocks into separate channels: (N, C, r·H, r·W) → (N, C·r², H, W). PyTorch equivalent: <c>nn.PixelUnshuffle</c>.
/// </summary>
/// <param name="downscaleFactor">r, at least 1; it divides height and width.</param>
public sealed class PixelUnshuffleAttribute(int downscaleFactor) : LayerAttribute
{
    /// <summary>r.</summary>
    public int DownscaleFactor { get; } = downscaleFactor;
}
