namespace GanDsl.Generators.Networks;

/// <summary>The rules of blocks and their use.</summary>
internal static class BlockRules
{
    public const string NotABlock = "GAN0140";
    public const string Cycle = "GAN0141";
    public const string Widths = "GAN0142";
    public const string OutsideBlock = "GAN0143";
    public const string TooManyLayers = "GAN0144";
}
