using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Benchmarks.Works;

/// <summary>
/// The literature's games, each a project of its own, and all of them as one: the declarations of <c>GanDsl.Architectures.Tests</c>, for both backends.
/// </summary>
public static partial class ArchitectureProjects
{
    private const string Folder = "Architectures/";

    // What an edit may replace.
    private static readonly string[] Activations = ["ReLU", "LeakyReLU"];

    private static readonly Lazy<IReadOnlyList<Declarations>> Sources = new(Read);

    public static IReadOnlyList<DeclaredProject> All { get; } =
    [
        Of("dcgan-64", "Dcgan"),
        Of("sagan", "Sagan"),
        Of("biggan-32", "BigGan"),
        Of("biggan-deep", "BigGanDeep"),
        Of("cyclegan", "CycleGan"),
        Of("srgan", "Srgan"),
        Of("stylegan2-32", "StyleGan"),
        Of("all architectures", "BigGan", [.. Sources.Value.SelectMany(source => source.Classes.Keys)]),
    ];

    private static DeclaredProject Of(string name, string game) => Of(name, game, Reached(game));

    private static DeclaredProject Of(string name, string game, HashSet<string> classes)
    {
        var kept = Sources.Value.Select(source => source.Only(classes)).Where(source => source.Classes.Count > 0).ToList();
        var player = Named(Class(game)).First(player => Activation(Class(player)) is not null);
        var edited = kept.Single(source => source.Classes.ContainsKey(player));
        return new(name, [.. kept.Select(source => source.File)], edit => edited.With(player, Slope(edit)));
    }

    // An edit makes the first activation of a player a LeakyReLU of a slope that nothing else has.
    private static string Slope(int edit) => $"LeakyReLU(0.3{edit.ToString("D4", CultureInfo.InvariantCulture)})";

    private static IReadOnlyList<Declarations> Read()
    {
        var assembly = typeof(ArchitectureProjects).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return Declarations.Parse(name[Folder.Length..], OnlyTorch().Replace(reader.ReadToEnd(), ""));
            }),
        ];
    }

    private static HashSet<string> Reached(string game)
    {
        var (reached, waiting) = (new HashSet<string>(), new Stack<string>([game]));
        while (waiting.TryPop(out var name))
        {
            if (!reached.Add(name)) continue;
            foreach (var next in Named(Class(name))) waiting.Push(next);
        }

        return reached;
    }

    private static ClassDeclarationSyntax Class(string name) => Sources.Value.Single(source => source.Classes.ContainsKey(name)).Classes[name];

    // A game names its players, a network and a block their blocks.
    private static IEnumerable<string> Named(ClassDeclarationSyntax declared) =>
        declared.AttributeLists.SelectMany(list => list.DescendantNodes()).OfType<TypeArgumentListSyntax>().SelectMany(list => list.Arguments)
            .Select(argument => argument.ToString());

    private static AttributeSyntax? Activation(ClassDeclarationSyntax network) =>
        network.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(attribute => Activations.Contains(attribute.Name.ToString()));

    [GeneratedRegex(@"(, )?Backends = Backends\.Torch")]
    private static partial Regex OnlyTorch();

    /// <summary>A file and the classes in it.</summary>
    private sealed record Declarations(string Path, CompilationUnitSyntax Root)
    {
        public IReadOnlyDictionary<string, ClassDeclarationSyntax> Classes { get; } =
            Root.DescendantNodes().OfType<ClassDeclarationSyntax>().ToDictionary(declared => declared.Identifier.Text);

        public DeclaredFile File => new(Path, Root.ToFullString());

        public static Declarations Parse(string path, string text) =>
            new(path, CSharpSyntaxTree.ParseText(text, DeclaredProject.Options).GetCompilationUnitRoot());

        public Declarations Only(HashSet<string> names) => new(
            Path, Root.RemoveNodes(Classes.Where(named => !names.Contains(named.Key)).Select(named => named.Value), SyntaxRemoveOptions.KeepNoTrivia)!);

        public DeclaredFile With(string network, string activation)
        {
            var at = Activation(Classes[network])!.Span;
            return new(Path, Root.ToFullString().Remove(at.Start, at.Length).Insert(at.Start, activation));
        }
    }
}
