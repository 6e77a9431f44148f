namespace GanDsl.Generators.Augmentations;

/// <summary>The numbers that are drawn for a picture: GanDsl.AugmentationDraws.</summary>
internal static class AugmentationNumbers
{
    /// <summary>How many there are, the same for every policy: each reads some of them.</summary>
    public const int Count = 29;
}
