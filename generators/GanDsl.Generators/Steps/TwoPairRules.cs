namespace GanDsl.Generators.Steps;

/// <summary>The rules of games over two pairs.</summary>
internal static class TwoPairRules
{
    public const string NoInverse = "GAN0405";
    public const string OnePair = "GAN0406";
    public const string OtherShapes = "GAN0407";
    public const string Unsuited = "GAN0408";
    public const string Untied = "GAN0409";
}
