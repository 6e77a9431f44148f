using GanDsl.Generators.Declarations;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Common;

/// <summary>What can be generated for the project: all that is known about the compilation, as values.</summary>
/// <param name="Torch">Whether it references GanDsl.TorchSharp.</param>
/// <param name="Ilgpu">Whether it references GanDsl.Ilgpu.</param>
/// <param name="ShapesNamespace">The namespace of its shape markers.</param>
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
    /// <param name="type">The class that the file is part of.</param>
    /// <param name="backend">The backend, or null for what all share.</param>
    /// <param name="alike">The metadata names that differ only in case, which hint names must not.</param>
    /// <param name="text">Its text.</param>
    public static GeneratedFile For(TypeName type, string? backend, EquatableArray<string> alike, string text) =>
        new(
            type.MetadataName + (alike.Contains(type.MetadataName) ? $".{Spelling(type.MetadataName)}" : "") + (backend is null ? "" : "." + backend) + ".g.cs",
            text);

    // The positions of capitals tell such names apart, the same in every build.
    private static string Spelling(string name) => string.Concat(name.Select(letter => char.IsUpper(letter) ? '1' : '0'));
}
