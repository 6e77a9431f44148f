using System.CommandLine;
using System.Globalization;
using FashionMnist;
using GanDsl.Benchmarks.Quality;
using GanDsl.Benchmarks.Reporting;
using TorchSharp;

namespace GanDsl.Benchmarks.Verbs;

/// <summary>
/// What augmentations make of few images: the game of samples/FashionMnist as it is, with DiffAugment and with ADA, on the first images alone, the same steps.
/// </summary>
public static class AugmentationVerb
{
    private const int Threads = 2;
    private const int Batch = 64;
    private const int ClassifierEpochs = 5;
    private const int Compared = 10_000;

    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "Where to write the rows as JSON." };
        var data = new Option<string?>("--data") { Description = "The folder of Fashion-MNIST's four files. [default: the installed Debian package's]" };
        var images = new Option<int>("--images") { Description = "How many images there are to learn from.", DefaultValueFactory = _ => 500 };
        var steps = new Option<long>("--steps") { Description = "How many steps.", DefaultValueFactory = _ => 2000 };
        var seeds = new Option<int>("--seeds") { Description = "How many seeds.", DefaultValueFactory = _ => 1 };
        var command =
            new Command("augmentation", "Metrics of a DCGAN trained on few images, with and without augmentations.") { json, data, images, steps, seeds };
        command.SetAction(parsed => Run(parsed.GetValue(json), parsed.GetValue(data), parsed.GetValue(images), parsed.GetValue(steps), parsed.GetValue(seeds)));
        return command;
    }

    private static int Run(FileInfo? json, string? folder, int count, long steps, int seeds)
    {
        torch.set_num_threads(Threads);
        var (training, test) = LabelledClothes.Both(folder);
        using var classifier = ClothingClassifier.Train(training, test, seed: 1, ClassifierEpochs, _ => { });
        var images = training.Images with { Count = count, Pixels = training.Images.Pixels[..(count * training.Images.Height * training.Images.Width)] };
        Say($"{Threads} threads; batches of {Batch}, {steps} steps over {count:N0} images");
        Say($"{classifier.Size} features of {classifier.Name}, {Compared:N0} pictures against {test.Images.Count:N0} test images");

        var rows = new List<QualityRow>();
        for (var seed = 1; seed <= seeds; seed++)
        {
            DeclaredClothing[] sides =
            [
                new("none", new ClothingGan.Torch(seed)), new("DiffAugment", new DiffAugmentedClothing.Torch(seed)),
                new("Ada", new AdaptedClothing.Torch(seed)),
            ];
            foreach (var side in sides)
            {
                using var game = side;
                var row = QualityRun.Train(game, images, classifier, test, seed, Batch, steps, Compared);
                rows.Add(row);
                var (right, p) = (game.Report.AccuracyOnReals, game.Report.AugmentationProbability);
                Say($"{row.Side}, seed {seed}: {row.Minutes:F1} minutes; D calls {right:P0} of the last reals real, p {p:F2}; {row.MetricsLine()}");
            }
        }

        Console.WriteLine();
        QualityRun.Summarize(rows);
        if (json is not null) JsonFile.Write(json, rows);
        return 0;
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
