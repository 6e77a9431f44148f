using GanDsl.Generators.Declarations;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Common;

/// <summary>What the project can be given: all that is known of the compilation, as values.</summary>
/// <param name="Torch">Whether it references GanDsl.TorchSharp.</param>
/// <param name="Ilgpu">Whether it references GanDsl.Ilgpu.</param>
/// <param name="ShapesNamespace">Where its shape markers live.</param>
internal sealed record Target(bool Torch, bool Ilgpu, string ShapesNamespace)
{
    /// <summary>Whether a marker with these flags gets code for libtorch.</summary>
    public bool WantsTorch(int backends) => Torch && (backends & (int)GanDsl.Backends.Torch) != 0;

    /// <summary>Whether a marker with these flags gets code for our own kernels.</summary>
    public bool WantsIlgpu(int backends) => Ilgpu && (backends & (int)GanDsl.Backends.Ilgpu) != 0;
}

/// <summary>A generated file.</summary>
internal sealed record GeneratedFile(string HintName, string Text)
{
    /// <param name="type">The class that the file adds to.</param>
    /// <param name="backend">The backend, or null for what is common to all.</param>
    /// <param name="alike">The metadata names that differ in case alone, which hint names must not.</param>
    /// <param name="text">What stands in it.</param>
    public static GeneratedFile For(TypeName type, string? backend, EquatableArray<string> alike, string text) =>
        new(type.MetadataName + (alike.Contains(type.MetadataName) ? $".{Spelling(type.MetadataName)}" : "") + (backend is null ? "" : "." + backend) + ".g.cs", text);

    // The capitals' places tell such names apart, the same in every build.
    private static string Spelling(string name) => string.Concat(name.Select(letter => char.IsUpper(letter) ? '1' : '0'));
}
