using System.Collections.Immutable;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GanDsl.Generators.Tests.Harness;

/// <summary>A user's project: its sources, .NET's reference assemblies, GanDsl, and the backend packages wanted.</summary>
internal static class GanCompilation
{
    /// <summary>The user's file in every test that has only one.</summary>
    public const string MainFile = "Networks.cs";

    /// <summary>The oldest language that the declarations can be written in: <c>class G;</c> is C# 12.</summary>
    public const LanguageVersion OldestLanguage = LanguageVersion.CSharp12;

    private static readonly SourceText Usings = SourceText.From("global using System;\nglobal using GanDsl;\n", Encoding.UTF8);

    private static readonly ImmutableArray<MetadataReference> Basics = [.. Net100.References.All, Local("GanDsl.dll")];

    // Not every project that shares this has every backend beside it.
    private static readonly Lazy<ImmutableArray<MetadataReference>> Torch = new(() => [Local("GanDsl.TorchSharp.dll"), Local("TorchSharp.dll")]);

    private static readonly Lazy<ImmutableArray<MetadataReference>> Ilgpu = new(() => [Local("GanDsl.Ilgpu.dll"), Local("ILGPU.dll")]);

    /// <summary>Packages built for an older .NET are not a cause for a warning: .NET's SDK silences these in every project.</summary>
    private static readonly ImmutableDictionary<string, ReportDiagnostic> SilencedByTheSdk =
        ImmutableDictionary<string, ReportDiagnostic>.Empty.Add("CS1701", ReportDiagnostic.Suppress).Add("CS1702", ReportDiagnostic.Suppress);

    // One project without sources for each choice of packages. What is made from it sees the same symbols of .NET and of the packages,
    // read once; without it they would be read for every test.
    private static readonly Dictionary<Packages, Lazy<CSharpCompilation>> Empty =
        new[] { Packages.None, Packages.Torch, Packages.Ilgpu, Packages.All }
            .ToDictionary(packages => packages, packages => new Lazy<CSharpCompilation>(() => New(packages)));

    public static CSharpCompilation Create(string source, Packages packages = Packages.Torch, LanguageVersion language = OldestLanguage) =>
        Create([(MainFile, source)], packages, language);

    /// <summary>Several files, as they lie in one project.</summary>
    public static CSharpCompilation Create(
        IEnumerable<(string Path, string Text)> files, Packages packages = Packages.Torch, LanguageVersion language = OldestLanguage)
    {
        var options = new CSharpParseOptions(language, DocumentationMode.Diagnose);
        return Empty[packages].Value.AddSyntaxTrees(
        [
            CSharpSyntaxTree.ParseText(Usings, options, "GlobalUsings.cs"),
            .. files.Select(file => CSharpSyntaxTree.ParseText(SourceText.From(file.Text, Encoding.UTF8), options, file.Path)),
        ]);
    }

    private static CSharpCompilation New(Packages packages)
    {
        var compilation = CSharpCompilation.Create(
            "Declarations",
            syntaxTrees: [],
            [.. Basics, .. packages.HasFlag(Packages.Torch) ? Torch.Value : [], .. packages.HasFlag(Packages.Ilgpu) ? Ilgpu.Value : []],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                warningLevel: 9999,
                specificDiagnosticOptions: SilencedByTheSdk,
                nullableContextOptions: NullableContextOptions.Enable,
                deterministic: true));
        _ = compilation.GetSpecialType(SpecialType.System_Object);
        return compilation;
    }

    private static PortableExecutableReference Local(string file) => MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, file));
}
