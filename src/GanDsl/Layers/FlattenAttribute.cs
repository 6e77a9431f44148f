namespace GanDsl;

/// <summary>Joins dimensions: (N, C, H, W) → (N, C·H·W). PyTorch equivalent: <c>nn.Flatten</c>; dimension 0 is the batch.</summary>
/// <param name="startDim">The first dimension to join, at least 1.</param>
/// <param name="endDim">The last dimension to join; −1 is the last there is.</param>
public sealed class FlattenAttribute(int startDim = 1, int endDim = -1) : LayerAttribute
{
    /// <summary>The first dimension to join.</summary>
    public int StartDim { get; } = startDim;

    /// <summary>The last dimension to join.</summary>
    public int EndDim { get; } = endDim;
}
