using System.CommandLine;
using GanDsl;
using GanDsl.Samples;

namespace FashionMnist;

/// <summary>What the command line says.</summary>
/// <param name="Epochs">How many times all images are seen; null: see <see cref="EpochsOver"/>.</param>
/// <param name="Steps">At most so many steps; null: as many as the epochs have.</param>
/// <param name="Batch">Images a step. At least 2: BatchNorm needs a spread.</param>
/// <param name="Seed">The seed of weights, noise and the images' order; of the pictures, where no training is asked for.</param>
/// <param name="Output">The folder for everything that is written.</param>
/// <param name="Data">The folder of the training images; null: see <see cref="DataChoice"/>.</param>
/// <param name="Backend">What the game runs on.</param>
/// <param name="Count">How many pictures are asked for.</param>
internal sealed record Options(int? Epochs, int? Steps, int Batch, long Seed, string Output, string? Data, Backends Backend = Backends.Torch, int Count = 64)
{
    /// <summary>The epochs over so many images; where none are asked for, as many as show about 100,000, at most 10: a few minutes on two cores.</summary>
    public int EpochsOver(int images) => Epochs ?? Math.Clamp((int)Math.Round(100_000.0 / images), 1, 10);

    /// <summary>The command and its verbs, each of which gets its options. Without a verb, it trains.</summary>
    public static RootCommand Command(Func<Options, int> train, Func<Options, int> resume, Func<Options, int> sample, Func<Options, int> export, Func<Options, int> evaluate)
    {
        var epochs = CommandLine.OptionalNumber("--epochs", "How many times all images are seen. [default: 10 for the 10,000 that come along, 2 for all 60,000]", 1, 100_000);
        var steps = CommandLine.OptionalNumber("--steps", "Stop after so many steps, whatever the epochs. [default: no limit]", 1, int.MaxValue);

        // Small, since the images that come along are few: 10 epochs of 10,000 are 12,500 steps, and steps are what a GAN learns from.
        var batch = CommandLine.Number("--batch", "Images a step.", 2, 1 << 20, 8);
        var seed = CommandLine.Seed("The seed of weights, noise and the images' order.");
        var noise = CommandLine.Seed("The seed of the pictures.");
        var count = CommandLine.Number("--count", "How many pictures.", 1, 4096, 64);
        var compared = CommandLine.Number("--count", "How many pictures are compared with as many test images.", 2, 1 << 20, 5000);
        var classifierEpochs = CommandLine.OptionalNumber("--epochs", "How many times the classifier, whose features they are compared by, sees all training images. [default: 5]", 1, 1000);
        var labelled = new Option<string?>("--data") { Description = "The folder of the data set's four files, images and labels. [default: the installed Debian package's]" };
        CommandLine.NotEmpty(labelled);
        var output = Folder("--output", "The folder for pictures, metrics, weights and checkpoints; an earlier run's are replaced.");
        var run = Folder("--output", "The folder of a run.");
        var data = new Option<string?>("--data")
        {
            Description = $"The folder of {DataChoice.FileName}, plain or .gz. [default: the installed Debian package's, else 10,000 images that come along]",
        };
        CommandLine.NotEmpty(data);
        var backend = CommandLine.Backend();

        var root = new RootCommand("Trains a DCGAN on Fashion-MNIST and ends with a picture. Ctrl-C saves what there is and exits with 130; `resume` goes on from there.")
        {
            epochs, steps, batch, seed, output, data, backend,
            new Command("train", "Trains from the start; what is done where no verb is given.") { epochs, steps, batch, seed, output, data, backend },
            new Command("resume", "Goes on with a run that was ended, as if it had not been, or to more epochs.") { epochs, steps, run, data, backend },
            new Command("sample", "Draws pictures from a run's last checkpoint: sample.png.") { count, noise, run, backend },
            new Command("export", "Writes the generator's weights of a run's last checkpoint, generator.safetensors, the network in Python, generator.py, which loads them, and both together as ONNX, generator.onnx.") { run, backend },
            new Command("evaluate", "Says how good the pictures of a run's last checkpoint are, by the features of a classifier that it trains: evaluation.csv.") { compared, classifierEpochs, noise, run, labelled, backend },
        };
        root.SetAction(parsed => train(Options.Of(parsed, epochs, steps, batch, seed, output, data, backend, count)));
        root.Subcommands[0].SetAction(parsed => train(Options.Of(parsed, epochs, steps, batch, seed, output, data, backend, count)));
        root.Subcommands[1].SetAction(parsed => resume(Options.Of(parsed, epochs, steps, batch, seed, run, data, backend, count)));
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
        ParseResult parsed, Option<int?> epochs, Option<int?> steps, Option<int> batch, Option<long> seed, Option<string> output, Option<string?> data, Option<Backends> backend, Option<int> count) =>
        new(parsed.GetValue(epochs), parsed.GetValue(steps), parsed.GetValue(batch), parsed.GetValue(seed), parsed.GetValue(output)!, parsed.GetValue(data), parsed.GetValue(backend), parsed.GetValue(count));
}
