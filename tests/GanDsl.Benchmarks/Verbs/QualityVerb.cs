using System.CommandLine;
using System.Globalization;
using FashionMnist;
using GanDsl.Benchmarks.Quality;
using GanDsl.Benchmarks.Reporting;
using TorchSharp;

namespace GanDsl.Benchmarks.Verbs;

/// <summary>
/// How good the pictures of samples/FashionMnist's game become, declared and written by hand: the same networks, data, order and steps, over several seeds.
/// </summary>
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
        var command =
            new Command("quality", "Metrics of a trained DCGAN on Fashion-MNIST: declared against hand-written.") { json, data, epochs, seeds, first };
        command.SetAction(parsed => Run(parsed.GetValue(json), parsed.GetValue(data), parsed.GetValue(epochs), parsed.GetValue(first), parsed.GetValue(seeds)));
        return command;
    }

    private static int Run(FileInfo? json, string? folder, int epochs, long first, int seeds)
    {
        torch.set_num_threads(Threads);
        var (training, test) = LabelledClothes.Both(folder);
        using var classifier = ClothingClassifier.Train(training, test, seed: 1, ClassifierEpochs, _ => { });
        Say($"{Threads} threads; batches of {Batch}, {epochs} epochs of {training.Images.Count:N0} images");
        Say($"{classifier.Size} features of {classifier.Name}, {Compared:N0} pictures against {test.Images.Count:N0} test images");

        var rows = new List<QualityRow>();
        for (var seed = first; seed < first + seeds; seed++)
        {
            // Whoever comes first would find the machine cool.
            Func<IClothingGame>[] sides = [() => new DeclaredClothing("GanDsl", new ClothingGan.Torch(seed)), () => new PlainClothing(seed)];
            foreach (var side in seed % 2 == 1 ? sides : sides.Reverse())
            {
                using var game = side();
                var row = QualityRun.Train(game, training.Images, classifier, test, seed, Batch, (long)epochs * (training.Images.Count / Batch), Compared);
                rows.Add(row);
                Say($"{row.Side}, seed {seed}: {row.Steps} steps in {row.Minutes:F1} minutes; {row.MetricsLine()}");
            }
        }

        Console.WriteLine();
        QualityRun.Summarize(rows);
        if (json is not null) JsonFile.Write(json, rows);
        return 0;
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
