using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using FashionMnist;
using GanDsl.Benchmarks.Quality;
using GanDsl.Benchmarks.Reporting;
using GanDsl.Training;
using TorchSharp;

namespace GanDsl.Benchmarks.Verbs;

/// <summary>How good the pictures of samples/FashionMnist's game become, declared and written by hand: the same networks, data, order and steps, over several seeds.</summary>
public static class QualityVerb
{
    private const int Threads = 2;
    private const int Batch = 64;
    private const int ClassifierEpochs = 5;
    private const int Compared = 10_000;

    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "Where to write the rows as JSON." };
        var data = new Option<string?>("--data") { Description = "The folder of Fashion-MNIST's four files. [default: the installed Debian package's]" };
        var epochs = new Option<int>("--epochs") { Description = "How many times the 60,000 images are seen.", DefaultValueFactory = _ => 5 };
        var seeds = new Option<int>("--seeds") { Description = "How many seeds.", DefaultValueFactory = _ => 3 };
        var first = new Option<long>("--first") { Description = "The first seed.", DefaultValueFactory = _ => 1 };
        var command = new Command("quality", "Metrics of a trained DCGAN on Fashion-MNIST: declared against hand-written.") { json, data, epochs, seeds, first };
        command.SetAction(parsed => Run(parsed.GetValue(json), parsed.GetValue(data), parsed.GetValue(epochs), parsed.GetValue(first), parsed.GetValue(seeds)));
        return command;
    }

    private static int Run(FileInfo? json, string? folder, int epochs, long first, int seeds)
    {
        torch.set_num_threads(Threads);
        var (training, test) = LabelledClothes.Both(folder);
        using var classifier = ClothingClassifier.Train(training, test, seed: 1, ClassifierEpochs, _ => { });
        Say($"{Threads} threads; batches of {Batch}, {epochs} epochs of {training.Images.Count:N0} images; {classifier.Size} features of {classifier.Name}, {Compared:N0} pictures against {test.Images.Count:N0} test images");

        var rows = new List<QualityRow>();
        for (var seed = first; seed < first + seeds; seed++)
        {
            // Whoever comes first would find the machine cool.
            Func<IClothingGame>[] sides = [() => new DeclaredClothing(seed), () => new PlainClothing(seed)];
            foreach (var side in seed % 2 == 1 ? sides : sides.Reverse())
            {
                using var game = side();
                var row = Play(game, training, classifier, test, seed, epochs);
                rows.Add(row);
                Say($"{row.Side}, seed {seed}: {row.Steps} steps in {row.Minutes:F1} minutes; {string.Join(", ", row.Metrics.Select(metric => string.Create(CultureInfo.InvariantCulture, $"{metric.Key} {metric.Value:G4}")))}");
            }
        }

        Console.WriteLine();
        Summarize(rows);
        if (json is not null) JsonFile.Write(json, rows);
        return 0;
    }

    private static QualityRow Play(IClothingGame game, LabelledClothes training, ClothingClassifier classifier, LabelledClothes test, long seed, int epochs)
    {
        var data = new ImageDataset<S1x28x28>(training.Images, seed);
        var clock = Stopwatch.StartNew();
        var steps = 0;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            foreach (var batch in data.Batches(Batch))
            {
                game.Step(batch.Values.Span);
                steps++;
            }
        }

        var minutes = clock.Elapsed.TotalMinutes;
        var metrics = Evaluation.Of(game.Draw, classifier, test, Compared).ToDictionary(metric => metric.Name, metric => metric.Value);
        return new QualityRow(game.Name, seed, steps, minutes, metrics);
    }

    // The mean over the seeds, and how far they lie apart.
    private static void Summarize(List<QualityRow> rows)
    {
        var names = rows[0].Metrics.Keys.ToArray();
        Table.Write(
            Console.Out,
            ["metric", .. rows.Select(row => row.Side).Distinct()],
            [.. names.Select(name => (IReadOnlyList<string>)[name, .. rows.GroupBy(row => row.Side).Select(side => MeanAndRange([.. side.Select(row => row.Metrics[name])]))])]);
    }

    private static string MeanAndRange(double[] values) => string.Create(CultureInfo.InvariantCulture, $"{values.Average():G4} [{values.Min():G4}–{values.Max():G4}]");

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
