using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GanDsl.Generators.Tests.Rooms;

/// <summary>
/// The rooms of a project, which are its folders, and the arrows between them: which room names a type that another one declares.
/// Comments, documentation among them, may name what they like; a type that stands in several rooms belongs to none.
/// </summary>
/// <param name="Rooms">The rooms, by name: a folder's path from the project, empty for the project's own.</param>
/// <param name="Arrows">The arrows, one for each type and file.</param>
internal sealed record RoomMap(IReadOnlyList<string> Rooms, IReadOnlyList<Arrow> Arrows)
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Preview);

    /// <summary>The map of a project's sources. What its packages declare is nobody's room, and may be missing.</summary>
    /// <param name="sources">Paths from the project, with <c>/</c>, and texts.</param>
    public static RoomMap Of(IEnumerable<(string Path, string Text)> sources)
    {
        var trees = sources.Select(source => CSharpSyntaxTree.ParseText(SourceText.From(source.Text, Encoding.UTF8), Language, source.Path)).ToList();
        var compilation = CSharpCompilation.Create("Rooms", [.. trees, CSharpSyntaxTree.ParseText(ImplicitUsings, Language)], Net100.References.All);
        var declared = trees.SelectMany(Declared).ToLookup(type => type.Name, type => type.Room);
        return new RoomMap(
            [.. trees.Select(tree => RoomOf(tree.FilePath)).Distinct().Order(StringComparer.Ordinal)],
            [.. trees.SelectMany(tree => From(tree, compilation.GetSemanticModel(tree), declared)).Distinct()]);
    }

    /// <summary>The map of a project's folder.</summary>
    public static RoomMap OfProject(string folder) => Of(Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
        .Where(file => !file.Path.StartsWith("bin/", StringComparison.Ordinal) && !file.Path.StartsWith("obj/", StringComparison.Ordinal))
        .OrderBy(file => file.Path, StringComparer.Ordinal)
        .Select(file => (file.Path, File.ReadAllText(file.File))));

    /// <summary>The arrows between rooms that lead back to where they start, by way of other rooms or not.</summary>
    public IReadOnlyList<Arrow> Circles()
    {
        var next = Arrows.ToLookup(arrow => arrow.From, arrow => arrow.To);
        return [.. Arrows.Where(arrow => Reach(arrow.To).Contains(arrow.From))];

        HashSet<string> Reach(string room)
        {
            var reached = new HashSet<string> { room };
            var open = new Stack<string>(reached);
            while (open.TryPop(out var from))
            {
                foreach (var to in next[from].Where(reached.Add)) open.Push(to);
            }

            return reached;
        }
    }

    private static IEnumerable<Arrow> From(SyntaxTree tree, SemanticModel model, ILookup<string, string> declared)
    {
        var room = RoomOf(tree.FilePath);
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            // The cheap question first: whether a type of another room has this name.
            var text = name.Identifier.ValueText;
            if (declared[text].Concat(declared[text + "Attribute"]).All(other => other == room)) continue;
            if (TypeOf(model.GetSymbolInfo(name)) is not { } type) continue;
            var homes = type.DeclaringSyntaxReferences.Select(reference => RoomOf(reference.SyntaxTree.FilePath)).Distinct().ToList();
            if (homes is [var home] && home != room) yield return new Arrow(room, home, type.Name, tree.FilePath);
        }
    }

    private static INamedTypeSymbol? TypeOf(SymbolInfo info) => (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) switch
    {
        INamedTypeSymbol type => type.OriginalDefinition,
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType.OriginalDefinition,
        _ => null,
    };

    private static IEnumerable<(string Name, string Room)> Declared(SyntaxTree tree) => tree.GetRoot().DescendantNodes()
        .Select(node => node is BaseTypeDeclarationSyntax type ? type.Identifier : node is DelegateDeclarationSyntax callback ? callback.Identifier : default)
        .Where(name => name != default)
        .Select(name => (name.ValueText, RoomOf(tree.FilePath)));

    private static string RoomOf(string path) => Path.GetDirectoryName(path)!.Replace('\\', '/');
}
