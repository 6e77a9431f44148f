namespace GanDsl;

/// <summary>
/// eˣ / Σ eˣ over the numbers of each sample, which must be flat, (N, features): shares that sum to 1. PyTorch equivalent: <c>nn.Softmax(dim=1)</c>.
/// </summary>
/// <remarks>It stands neither at D's end nor before a <see cref="HeadAttribute"/>: objectives and terms work on what it is given, where they are stable.</remarks>
public sealed class SoftmaxAttribute : LayerAttribute;
