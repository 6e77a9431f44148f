namespace GanDsl.Generators.Backends.Ilgpu;

/// <summary>Names of values as C# writes them.</summary>
internal static class Names
{
    // What a list of launches is given, and words of the language that a value's name could be.
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "run", "n", "workspace", "samples", "generatorMoves", "base", "default", "fixed", "in", "out", "params", "ref", "var",
    };

    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>A value as a local variable.</summary>
    public static string Variable(string name)
    {
        var camel = char.ToLowerInvariant(name[0]) + name.Substring(1);
        return Taken.Contains(camel) ? camel + "Value" : camel;
    }
}
