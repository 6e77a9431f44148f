using System.Diagnostics;
using System.Globalization;
using FashionMnist;
using GanDsl.Benchmarks.Reporting;
using GanDsl.Training;

namespace GanDsl.Benchmarks.Quality;

/// <summary>Games over Fashion-MNIST that are trained alike, and measured alike.</summary>
internal static class QualityRun
{
    /// <summary>Trains a game, and says how good its pictures are.</summary>
    /// <param name="game">The game.</param>
    /// <param name="images">What it learns from, as often as the steps need it.</param>
    /// <param name="classifier">Whose features are compared.</param>
    /// <param name="test">What pictures are compared with.</param>
    /// <param name="seed">Of the order of the images.</param>
    /// <param name="batch">Images a step.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="compared">How many pictures.</param>
    public static QualityRow Train(
        IClothingGame game, IdxImages images, ClothingClassifier classifier, LabelledClothes test, long seed, int batch, long steps, int compared)
    {
        var data = new ImageDataset<S1x28x28>(images, seed);
        var clock = Stopwatch.StartNew();
        for (var step = 0L; step < steps;)
        {
            foreach (var reals in data.Batches(batch))
            {
                if (step == steps) break;
                game.Step(reals.Values.Span);
                step++;
            }
        }

        var minutes = clock.Elapsed.TotalMinutes;
        var metrics = Evaluation.Of(game.Draw, classifier, test, compared).ToDictionary(metric => metric.Name, metric => metric.Value);
        return new QualityRow(game.Name, seed, steps, minutes, metrics);
    }

    /// <summary>The mean of each metric over the seeds, and how far they lie apart.</summary>
    public static void Summarize(IReadOnlyList<QualityRow> rows)
    {
        var names = rows[0].Metrics.Keys.ToArray();
        Table.Write(
            Console.Out,
            ["metric", .. rows.Select(row => row.Side).Distinct()],
            [.. names.Select(name =>
                (IReadOnlyList<string>)[name, .. rows.GroupBy(row => row.Side).Select(side => MeanAndRange([.. side.Select(row => row.Metrics[name])]))])]);
    }

    private static string MeanAndRange(double[] values) =>
        string.Create(CultureInfo.InvariantCulture, $"{values.Average():G4} [{values.Min():G4}–{values.Max():G4}]");
}
