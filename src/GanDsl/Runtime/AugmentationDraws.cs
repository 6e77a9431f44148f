namespace GanDsl;

/// <summary>
/// What is drawn for a picture before D sees it, numbers of U[0, 1), as many as the largest augmentation reads; what a game does not use is drawn, and skipped.
/// <see cref="DiffAugmentAttribute"/> reads the first seven: for brightness, saturation and contrast; for the shift down and to the right; for the start of its
/// window, from above and from the left. <see cref="AdaAttribute"/> reads them all: for each change, whether it happens, and its size.
/// </summary>
public readonly struct AugmentationDraws : IShape
{
    /// <inheritdoc/>
    public static ReadOnlySpan<int> Dimensions => [29];

    /// <inheritdoc/>
    public static int Elements => 29;
}
