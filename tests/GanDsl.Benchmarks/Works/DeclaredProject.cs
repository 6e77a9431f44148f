using System.Globalization;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GanDsl.Benchmarks.Works;

/// <summary>A user's project of some declarations, and one file without any. Both backends are referenced, so both are generated for.</summary>
/// <param name="Name">What is declared.</param>
/// <param name="Files">The files with declarations.</param>
/// <param name="Edited">One of these files with another layer than before, of the edit's number; other numbers are other layers.</param>
public sealed record DeclaredProject(string Name, IReadOnlyList<DeclaredFile> Files, Func<int, DeclaredFile> Edited)
{
    /// <summary>How its files, and those that are generated for it, are parsed.</summary>
    public static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp12);

    private static readonly MetadataReference[] References =
    [
        .. Net100.References.All,
        .. new[] { "GanDsl.dll", "GanDsl.TorchSharp.dll", "TorchSharp.dll", "GanDsl.Ilgpu.dll", "ILGPU.dll" }.Select(
            file => MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, file))),
    ];

    /// <summary>The project before anything is declared in it.</summary>
    public static CSharpCompilation Empty() => Of([]);

    /// <summary>The project as it is opened.</summary>
    public CSharpCompilation Open() => Of(Files);

    /// <summary>A layer becomes another.</summary>
    /// <param name="project">The project.</param>
    /// <param name="number">The number of the edit, from 1.</param>
    public CSharpCompilation Edit(CSharpCompilation project, int number) => Replace(project, Edited(number));

    /// <summary>A number in the file without declarations becomes another.</summary>
    public static CSharpCompilation EditElsewhere(CSharpCompilation project, int number) => Replace(project, Other(number));

    private static CSharpCompilation Of(IReadOnlyList<DeclaredFile> files) => CSharpCompilation.Create(
        "Declarations",
        [Tree(new DeclaredFile("Usings.cs", "global using GanDsl;")), Tree(Other(0)), .. files.Select(Tree)],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private static DeclaredFile Other(int number) =>
        new("Other.cs", $"public static class Other {{ public static int Number => {number.ToString(CultureInfo.InvariantCulture)}; }}");

    private static CSharpCompilation Replace(CSharpCompilation project, DeclaredFile file)
    {
        var tree = project.SyntaxTrees.Single(tree => tree.FilePath == file.Path);
        return project.ReplaceSyntaxTree(tree, Tree(file));
    }

    private static SyntaxTree Tree(DeclaredFile file) => CSharpSyntaxTree.ParseText(SourceText.From(file.Text, Encoding.UTF8), Options, file.Path);
}
