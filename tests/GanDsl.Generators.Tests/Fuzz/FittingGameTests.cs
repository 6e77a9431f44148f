using System.Text.RegularExpressions;
using CsCheck;
using GanDsl.Generators.Tests.Harness;

namespace GanDsl.Generators.Tests.Fuzz;

public partial class FittingGameTests
{
    private const int GamesAProject = 15;

    /// <summary>Networks whose layers fit by PyTorch's formulas are accepted, have the shapes that the formulas give, and compile cleanly.</summary>
    [Fact]
    public void WhatFits_IsAccepted_WithPyTorchsShapes() =>
        Gen.Int[0, 1 << 20].Array[FittingGame.Choices].Array[GamesAProject].Sample(Check, iter: 4, threads: 1, print: streams => $"{streams.Length} games");

    private static void Check(int[][] streams)
    {
        var games = streams.Select(stream => new FittingGame(stream)).ToList();
        var compilation = GanCompilation.Create(games.Select((game, index) => ($"N{index}.cs", $"namespace N{index};\n{game.Declarations}")));

        // A penalty where D couples samples is worth a warning, and is played.
        foreach (var diagnostic in Diagnosis.Of(compilation).GetAwaiter().GetResult().Where(diagnostic => diagnostic.Id != "GAN0240"))
            Assert.Fail($"{diagnostic}\n{diagnostic.Location.SourceTree}");

        var generation = Generation.Of(compilation);
        generation.AssertCompilesCleanly();
        Assert.Equal((7 * GamesAProject) + 2, generation.Sources.Count);
        foreach (var (index, game) in games.Index())
        {
            Assert.Equal(game.Generator.Shapes, ShapesIn(generation.Sources[$"N{index}.G.g.cs"]));
            Assert.Equal(game.Discriminator.Shapes, ShapesIn(generation.Sources[$"N{index}.D.g.cs"]));
        }
    }

    private static IEnumerable<string> ShapesIn(string summary) =>
        Shape().Matches(summary[..summary.IndexOf("ToPyTorch", StringComparison.Ordinal)]).Select(match => match.Value);

    [GeneratedRegex(@"\(N, [0-9, ]+\)")]
    private static partial Regex Shape();
}
