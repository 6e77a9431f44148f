using System.CommandLine;
using GanDsl;
using GanDsl.Samples;

namespace FashionMnist;

/// <summary>The command line's options.</summary>
/// <param name="Epochs">The number of epochs; null: see <see cref="EpochsOver"/>.</param>
/// <param name="Steps">The largest number of steps; null: as many as the epochs have.</param>
/// <param name="Batch">Images per step. At least 2: BatchNorm needs a variance.</param>
/// <param name="Seed">The seed of weights, noise and the images' order; of the pictures, where no training is asked for.</param>
/// <param name="Output">The folder for everything that is written.</param>
/// <param name="Data">The folder of the training images; null: see <see cref="DataChoice"/>.</param>
/// <param name="Backend">The game's backend.</param>
/// <param name="Count">The number of pictures.</param>
/// <param name="Overwrite">Whether files of the user's that have the names of a run's are replaced.</param>
/// <param name="OwnRandomNumbers">Whether a run that goes on draws random numbers of its own, as it must on another backend.</param>
internal sealed record Options(
    int? Epochs, int? Steps, int Batch, long Seed, string Output, string? Data, Backends Backend = Backends.Torch, int Count = 64, bool Overwrite = false,
    bool OwnRandomNumbers = false)
{
    /// <summary>The epochs over that many images; by default as many as show about 100,000 images, at most 10: a few minutes on two cores.</summary>
    public int EpochsOver(int images) => Epochs ?? Math.Clamp((int)Math.Round(100_000.0 / images), 1, 10);

    /// <summary>The command and its verbs, each with its options. Without a verb, it trains.</summary>
    public static RootCommand Command(
        Func<Options, int> train, Func<Options, int> resume, Func<Options, int> sample, Func<Options, int> export, Func<Options, int> evaluate)
    {
        var epochs = CommandLine.OptionalNumber("--epochs", "The number of epochs. [default: 10 for the 10,000 included images, 2 for all 60,000]", 1, 100_000);
        var steps = CommandLine.OptionalNumber("--steps", "Stop after this many steps, whatever the epochs. [default: no limit]", 1, int.MaxValue);

        // Small, since the included images are few: 10 epochs of 10,000 are 12,500 steps, and a GAN needs many steps.
        var batch = CommandLine.Number("--batch", "Images per step.", 2, 1 << 20, 8);
        var seed = CommandLine.Seed("The seed of weights, noise and the images' order.");
        var noise = CommandLine.Seed("The seed of the pictures.");
        var count = CommandLine.Number("--count", "How many pictures.", 1, 4096, 64);
        var compared = CommandLine.Number("--count", "How many pictures are compared with as many test images.", 2, 1 << 20, 5000);
        var classifierEpochs = CommandLine.OptionalNumber(
            "--epochs", "The training epochs of the classifier whose features they are compared by. [default: 5]", 1, 1000);
        var labelled = new Option<string?>("--data")
        {
            Description = "The folder of the data set's four files, images and labels. [default: the installed Debian package's]"
        };
        CommandLine.NotEmpty(labelled);
        var output = Folder("--output", "The folder for pictures, metrics, weights and checkpoints; an earlier run's are replaced.");
        var run = Folder("--output", "The folder of a run.");
        var data = new Option<string?>("--data")
        {
            Description = $"The folder of {DataChoice.FileName}, plain or .gz. [default: the installed Debian package's, else the 10,000 included images]",
        };
        CommandLine.NotEmpty(data);
        var backend = CommandLine.Backend();
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace files in the folder that have the names of a run's, but are no run's." };
        var own = new Option<bool>("--own-random-numbers")
        {
            Description = "Draw random numbers of its own, as a run must that goes on with another backend; then it is not the same bit for bit.",
        };

        var root = new RootCommand(
            "Trains a DCGAN on Fashion-MNIST and ends with a picture. Ctrl-C saves everything and exits with 130; `resume` continues from there.")
        {
            epochs, steps, batch, seed, output, data, backend, overwrite,
            new Command("train", "Trains from the start; the default.") { epochs, steps, batch, seed, output, data, backend, overwrite },
            new Command("resume", "Continues an interrupted run exactly, or to more epochs.") { epochs, steps, run, data, backend, own },
            new Command("sample", "Draws pictures from a run's last checkpoint: sample.png.") { count, noise, run, backend },
            new Command(
                "export",
                "Writes the generator's weights of a run's last checkpoint, generator.safetensors, the network in Python, generator.py, which loads them, "
                    + "and both together as ONNX, generator.onnx.") { run, backend },
            new Command("evaluate", "Measures the pictures of a run's last checkpoint by the features of a classifier that it trains: evaluation.csv.")
            {
                compared, classifierEpochs, noise, run, labelled, backend
            },
        };
        int Train(ParseResult parsed) =>
            train(Options.Of(parsed, epochs, steps, batch, seed, output, data, backend, count) with { Overwrite = parsed.GetValue(overwrite) });
        root.SetAction(Train);
        root.Subcommands[0].SetAction(Train);
        root.Subcommands[1].SetAction(parsed =>
            resume(Options.Of(parsed, epochs, steps, batch, seed, run, data, backend, count) with { OwnRandomNumbers = parsed.GetValue(own) }));
        root.Subcommands[2].SetAction(parsed => sample(Options.Of(parsed, epochs, steps, batch, noise, run, data, backend, count)));
        root.Subcommands[3].SetAction(parsed => export(Options.Of(parsed, epochs, steps, batch, seed, run, data, backend, count)));
        root.Subcommands[4].SetAction(parsed => evaluate(Options.Of(parsed, classifierEpochs, steps, batch, noise, run, labelled, backend, compared)));
        return root;
    }

    private static Option<string> Folder(string name, string description)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => "output" };
        CommandLine.NotEmpty(option);
        return option;
    }

    private static Options Of(
        ParseResult parsed, Option<int?> epochs, Option<int?> steps, Option<int> batch, Option<long> seed, Option<string> output, Option<string?> data,
        Option<Backends> backend, Option<int> count) =>
        new(
            parsed.GetValue(epochs), parsed.GetValue(steps), parsed.GetValue(batch), parsed.GetValue(seed), parsed.GetValue(output)!, parsed.GetValue(data),
            parsed.GetValue(backend), parsed.GetValue(count));
}
