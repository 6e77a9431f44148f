namespace GanDsl;

/// <summary>
/// What <see cref="DiffAugmentAttribute"/> draws for a picture, numbers of U[0, 1): of its brightness, saturation and contrast; of how far it is moved down and to the right; of where its window
/// begins, from above and from the left. A game that leaves some of them out draws, and skips, their numbers.
/// </summary>
public readonly struct AugmentationDraws : IShape
{
    /// <inheritdoc/>
    public static ReadOnlySpan<int> Dimensions => [7];

    /// <inheritdoc/>
    public static int Elements => 7;
}
