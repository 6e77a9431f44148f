namespace GanDsl.Generators.Layers;

/// <summary>The rules that layers can break.</summary>
internal static class LayerRules
{
    public const string Argument = "GAN0101";
    public const string Rank = "GAN0102";
    public const string NoPixels = "GAN0103";
    public const string Groups = "GAN0104";
    public const string Elements = "GAN0105";
    public const string Overflow = "GAN0106";
    public const string Padding = "GAN0107";
    public const string Junction = "GAN0130";
}
