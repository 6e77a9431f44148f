namespace GanDsl.Tests.Layers;

/// <summary>xunit finds what an attribute means by its assembly's name.</summary>
internal static class ThisAssembly
{
    public const string Name = "GanDsl.Generators.Tests";
}
