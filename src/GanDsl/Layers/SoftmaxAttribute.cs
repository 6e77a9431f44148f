namespace GanDsl;

/// <summary>
/// eˣ / Σ eˣ over the numbers of each sample, which must be flat, (N, features): probabilities that sum to 1. PyTorch equivalent: <c>nn.Softmax(dim=1)</c>.
/// </summary>
/// <remarks>
/// It is allowed neither at D's end nor before a <see cref="HeadAttribute"/>: objectives and auxiliary losses work on its input, where they are stable.
/// </remarks>
public sealed class SoftmaxAttribute : LayerAttribute;
