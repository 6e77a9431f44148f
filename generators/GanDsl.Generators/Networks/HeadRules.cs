namespace GanDsl.Generators.Networks;

/// <summary>The rules of heads.</summary>
internal static class HeadRules
{
    public const string Misplaced = "GAN0370";
}
