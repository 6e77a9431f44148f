using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using GanDsl.Generators.Backends.Ilgpu;
using GanDsl.Generators.Declarations;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Tests.Programs.Harness;

/// <summary>The games and networks that tests of our own kernels declare and make: read from their sources, as the generator reads them.</summary>
internal static partial class PlayedGames
{
    public static IReadOnlyList<MemoryPlan> Plans()
    {
        var files = Directory.EnumerateFiles(Tests(), "*.cs", SearchOption.AllDirectories)
            .Where(path => Path.GetRelativePath(Tests(), path).StartsWith("GanDsl.Ilgpu", StringComparison.Ordinal))
            .Where(path => !Built().IsMatch(Path.GetRelativePath(Tests(), path)))
            .Concat(Directory.EnumerateFiles(Path.Combine(Tests(), "Shared"), "*.cs", SearchOption.AllDirectories))
            .Select(path => (Path: path, Text: File.ReadAllText(path)))
            .ToList();
        var made = files.SelectMany(file => Made().Matches(file.Text)).Select(match => match.Groups["game"].Value).ToHashSet();
        var compilation = GanCompilation.Create(files, Packages.All, LanguageVersion.Latest);
        var types =
            from tree in compilation.SyntaxTrees
            let model = compilation.GetSemanticModel(tree)
            from declared in tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()
            where made.Contains(declared.Identifier.Text)
            select model.GetDeclaredSymbol(declared)!;
        return [.. types.SelectMany(Programs).Select(MemoryPlan.Of)];
    }

    private static IEnumerable<GanDsl.Generators.Ir.Program> Programs(INamedTypeSymbol type)
    {
        if (GanReader.Read(type, CancellationToken.None) is { } game)
        {
            return [IlgpuStepWriter.Lower(GanCheck.Check(game).Step ?? throw new InvalidOperationException($"{type} has a problem."))];
        }

        if (NetworkReader.Read(type, CancellationToken.None) is not { } declared) return [];
        var network = NetworkCheck.Check(declared).Network ?? throw new InvalidOperationException($"{type} has a problem.");
        return [IlgpuPassWriter.Lower(network, training: false), IlgpuPassWriter.Lower(network, training: true)];
    }

    private static string Tests([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));

    [GeneratedRegex(@"\bnew (?:\w+\.)*(?<game>\w+)\.Ilgpu\(")]
    private static partial Regex Made();

    [GeneratedRegex(@"(^|[/\\])(obj|bin)[/\\]")]
    private static partial Regex Built();
}
