using System.Globalization;
using System.Reflection;
using CsCheck;
using GanDsl.Generators.Tests.Fuzz;
using GanDsl.Generators.Tests.Harness;

namespace GanDsl.Tests.Torch.Games;

/// <summary>Random games whose layers fit, compiled while the test runs: what is accepted runs, and with the shapes that it promised.</summary>
public class FittingGamePlayTests
{
    private const int GamesAProject = 12;
    private const int Batch = 4;

    [Fact]
    public void WhatFits_TakesSteps_AndMakesSamplesOfItsShape() =>
        Gen.Int[0, 1 << 20].Array[FittingGame.Choices].Array[GamesAProject].Sample(Check, iter: 4, threads: 1, print: streams => $"{streams.Length} games");

    private static void Check(int[][] streams)
    {
        var games = streams.Select(stream => new FittingGame(stream)).ToList();
        var generation = Generation.Of(GanCompilation.Create(games.Select((game, index) => ($"N{index}.cs", $"namespace N{index};\n{game.Declarations}"))));
        var assembly = Assembly.Load(generation.AssertCompilesCleanly());
        foreach (var (index, game) in games.Index())
        {
            using var gan = (IGan)Activator.CreateInstance(assembly.GetType(string.Create(CultureInfo.InvariantCulture, $"N{index}.Game+Torch"))!, 1L, null)!;
            try
            {
                Play(gan);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"{exception.Message}\n{game.Declarations}", exception);
            }
        }
    }

    private static void Play(IGan gan)
    {
        var random = new Random(1);
        var elements = gan.SampleShape.Aggregate(1, (product, size) => product * size);
        float[] reals = [.. Enumerable.Range(0, Batch * elements).Select(_ => (float)((2 * random.NextDouble()) - 1))];
        int[] labels = [.. Enumerable.Range(0, Batch).Select(_ => random.Next(Math.Max(1, gan.Classes)))];
        for (var step = 0; step < 2; step++)
        {
            if (gan.Classes == 0) gan.Step(reals);
            else gan.Step(reals, labels);
        }

        var latents = gan.Noise(Batch);
        Assert.Equal(Batch * gan.Latent, latents.Length);
        Assert.Equal(Batch * elements, (gan.Classes == 0 ? gan.Sample(latents) : gan.Sample(latents, labels)).Length);
        Assert.Equal(2, gan.Report().Step);
    }
}
