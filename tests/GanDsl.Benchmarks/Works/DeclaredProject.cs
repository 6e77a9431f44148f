using System.Globalization;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GanDsl.Benchmarks.Works;

/// <summary>A user's project of so many declarations, a file each, and one file without any. Both backends are referenced, so both are generated for.</summary>
/// <param name="Name">What is declared.</param>
/// <param name="Declaration">The text of a file, of its number and a width in it.</param>
/// <param name="Count">How many such files there are.</param>
public sealed record DeclaredProject(string Name, Func<int, int, string> Declaration, int Count)
{
    private const int Layers = 20;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp12);

    private static readonly MetadataReference[] References =
    [
        .. Net100.References.All,
        .. new[] { "GanDsl.dll", "GanDsl.TorchSharp.dll", "TorchSharp.dll", "GanDsl.Ilgpu.dll", "ILGPU.dll" }.Select(
            file => MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, file))),
    ];

    public static IReadOnlyList<DeclaredProject> All { get; } =
    [
        .. new[] { 1, 10, 100, 1000 }.Select(
            count => new DeclaredProject($"{count.ToString("N0", CultureInfo.InvariantCulture)} networks of 6 layers", Network(6), count)),
        new("a network of 20 layers", Network(Layers), 1),
        new("a game of two players of 20 layers", (number, width) => $"""
            {Network(Layers)(number, width)}
            [global::GanDsl.Generator(latent: 16)]
            {Body(Layers, width)}
            [global::GanDsl.Dense(32)]
            public sealed partial class Generator{Text(number)};

            [global::GanDsl.Gan<Generator{Text(number)}, Network{Text(number)}>]
            [global::GanDsl.NonSaturating, global::GanDsl.Adam]
            public sealed partial class Game{Text(number)};
            """, 1),
    ];

    /// <summary>The project as it is opened.</summary>
    public CSharpCompilation Open() => CSharpCompilation.Create(
        "Declarations",
        [Tree("global using GanDsl;", "Usings.cs"), Tree(Other(0), "Other.cs"),
            .. Enumerable.Range(0, Count).Select(number => Tree(Declaration(number, 64), $"Network{Text(number)}.cs"))],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    /// <summary>The width of a layer of the first declaration becomes another.</summary>
    public CSharpCompilation Edit(CSharpCompilation project, int width) => Replace(project, "Network0.cs", Declaration(0, width));

    /// <summary>A number in the file without declarations becomes another.</summary>
    public static CSharpCompilation EditElsewhere(CSharpCompilation project, int number) => Replace(project, "Other.cs", Other(number));

    private static Func<int, int, string> Network(int layers) => (number, width) => $"""
        [global::GanDsl.Discriminator(32)]
        {Body(layers - 1, width)}
        [global::GanDsl.Dense(1)]
        public sealed partial class Network{Text(number)};

        """;

    private static string Body(int layers, int width)
    {
        var body = new StringBuilder();
        for (var layer = 0; layer < layers; layer++)
            body.Append(layer % 2 == 0 ? $"[global::GanDsl.Dense({Text(width + layer)})]\n" : "[global::GanDsl.LeakyReLU(0.2)]\n");
        return body.ToString();
    }

    private static string Other(int number) => $"public static class Other {{ public static int Number => {Text(number)}; }}";

    private static CSharpCompilation Replace(CSharpCompilation project, string path, string text)
    {
        var tree = project.SyntaxTrees.Single(tree => tree.FilePath == path);
        return project.ReplaceSyntaxTree(tree, Tree(text, path));
    }

    private static SyntaxTree Tree(string text, string path) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Options, path);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
