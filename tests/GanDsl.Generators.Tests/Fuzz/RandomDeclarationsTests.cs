using System.Collections.Immutable;
using CsCheck;
using GanDsl.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Sdk;

namespace GanDsl.Generators.Tests.Fuzz;

public class RandomDeclarationsTests
{
    private const int GamesAProject = 25;

    /// <summary>
    /// For every random game, either all its code is generated and compiles cleanly, or the compiler or an analyzer says what is wrong; and nothing throws.
    /// Many games share a project, since a compilation costs more than what is in it.
    /// </summary>
    [Fact]
    public void WhateverIsDeclared_NothingThrows_AndWhatIsAcceptedCompilesCleanly() =>
        RandomDeclarations.Game.Array[GamesAProject].Sample(Check, iter: 6, threads: 1, print: games => $"one of {games.Length} games");

    private static void Check(string[] games)
    {
        try
        {
            CheckTogether(games);
        }
        catch (Exception) when (games.Length > 1)
        {
            foreach (var game in games) CheckAlone(game);
            throw;
        }
    }

    private static void CheckAlone(string game)
    {
        try
        {
            CheckTogether([game]);
        }
        catch (Exception exception)
        {
            throw new XunitException($"{exception.Message}\n\n{game}", exception);
        }
    }

    private static void CheckTogether(string[] games)
    {
        var compilation = GanCompilation.Create(games.Select((game, index) => ($"Game{index}.cs", $"namespace N{index};\n{game}")));
        var broken = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.Location.SourceTree).ToHashSet();

        // What the compiler rejects must not make anything throw either.
        AssertNoAnalyzerThrew(compilation);

        var valid = compilation.RemoveSyntaxTrees(compilation.SyntaxTrees.Where(broken.Contains));
        var generation = Generation.Of(valid);
        generation.AssertCompilesCleanly();

        var reported = AssertNoAnalyzerThrew(valid).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ToLookup(diagnostic => diagnostic.Location.SourceTree!.FilePath);
        foreach (var file in valid.SyntaxTrees.Select(tree => tree.FilePath).Where(file => file.StartsWith("Game", StringComparison.Ordinal)))
        {
            var hint = $"N{Path.GetFileNameWithoutExtension(file)[4..]}.Game.Torch.g.cs";
            Assert.True(
                generation.Sources.ContainsKey(hint) != reported[file].Any(),
                reported[file].Any() ? $"{hint} is generated in spite of {string.Join('\n', reported[file])}" : $"Nobody says why {hint} is not generated.");
        }
    }

    private static ImmutableArray<Diagnostic> AssertNoAnalyzerThrew(CSharpCompilation compilation)
    {
        var diagnostics = Diagnosis.Of(compilation).GetAwaiter().GetResult();
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        return diagnostics;
    }
}
