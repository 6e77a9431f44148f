namespace GanDsl.Generators.Declarations;

/// <summary>The rules of what generated code can be added to.</summary>
internal static class TypeRules
{
    public const string NotPartial = "GAN0001";
    public const string FileLocal = "GAN0008";
    public const string NameTaken = "GAN0009";
}
