using GanDsl.Generators.Layers;

namespace GanDsl.Generators.Networks;

/// <summary>The rules of what names activations and reads them by name; <see cref="LayerRules.Junction"/> is that of their shapes.</summary>
internal static class TapRules
{
    public const string Unknown = "GAN0131";
    public const string Twice = "GAN0132";
    public const string Unread = "GAN0133";
    public const string Dangling = "GAN0134";
    public const string StaysHere = "GAN0135";
}
