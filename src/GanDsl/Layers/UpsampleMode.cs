namespace GanDsl;

/// <summary>How pixels of an enlarged picture are computed. PyTorch: <c>mode</c> of <c>nn.Upsample</c>.</summary>
public enum UpsampleMode
{
    /// <summary>The nearest pixel, repeated.</summary>
    Nearest,

    /// <summary>The four nearest pixels, weighted by how near they are; PyTorch's align_corners is false.</summary>
    Bilinear,
}
