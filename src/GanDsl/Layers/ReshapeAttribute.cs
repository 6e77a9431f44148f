namespace GanDsl;

/// <summary>The same elements in another shape: (N, 6272) → (N, 128, 7, 7). PyTorch equivalent: <c>nn.Unflatten</c>.</summary>
/// <param name="shape">The new shape of one sample, without the batch; the product of the old one.</param>
public sealed class ReshapeAttribute(params int[] shape) : LayerAttribute
{
    /// <summary>The new shape of one sample.</summary>
    public int[] Shape { get; } = shape;
}
