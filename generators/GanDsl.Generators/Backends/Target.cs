using GanDsl.Generators.Declarations;

namespace GanDsl.Generators.Backends;

/// <summary>What the project can be given: all that is known of the compilation, as values.</summary>
/// <param name="Torch">Whether it references GanDsl.TorchSharp.</param>
/// <param name="ShapesNamespace">Where its shape markers live: a namespace of its own, so that assemblies that reference each other never share a name.</param>
internal sealed record Target(bool Torch, string ShapesNamespace)
{
    public static Target For(string? assembly, bool torch)
    {
        var letters = (assembly ?? "").Select(letter => char.IsLetterOrDigit(letter) ? letter : '_').ToArray();
        var name = letters.Length == 0 || char.IsDigit(letters[0]) ? "_" + new string(letters) : new string(letters);
        return new Target(torch, "GanDsl.Shapes." + name);
    }

    /// <summary>Whether a marker with these flags gets code for libtorch.</summary>
    public bool WantsTorch(int backends) => Torch && (backends & (int)GanDsl.Backends.Torch) != 0;
}

/// <summary>A generated file.</summary>
internal sealed record GeneratedFile(string HintName, string Text)
{
    public static GeneratedFile For(TypeName type, string? backend, string text) =>
        new(type.MetadataName + (backend is null ? "" : "." + backend) + ".g.cs", text);
}
