namespace GanDsl;

/// <summary>
/// What is drawn for a picture before D sees it, numbers of U[0, 1), as many as the richest augmentation reads; what a game leaves out is drawn, and skipped. <see cref="DiffAugmentAttribute"/> reads
/// the first seven: of its brightness, saturation and contrast; of how far it is moved down and to the right; of where its window begins, from above and from the left. <see cref="AdaAttribute"/> reads
/// them all: of each change whether it happens, and by how much.
/// </summary>
public readonly struct AugmentationDraws : IShape
{
    /// <inheritdoc/>
    public static ReadOnlySpan<int> Dimensions => [29];

    /// <inheritdoc/>
    public static int Elements => 29;
}
