namespace GanDsl.Generators.Networks;

/// <summary>The rules of what is sound and hardly meant.</summary>
internal static class HintRules
{
    public const string LargeEps = "GAN0352";
    public const string UselessBias = "GAN0353";
}
