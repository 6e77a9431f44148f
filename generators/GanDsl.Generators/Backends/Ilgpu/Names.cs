
namespace GanDsl.Generators.Backends.Ilgpu;

/// <summary>Names of values as C# writes them.</summary>
internal static class Names
{
    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
