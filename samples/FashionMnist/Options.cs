using System.CommandLine;
using GanDsl;
using GanDsl.Samples;

namespace FashionMnist;

/// <summary>What the command line says.</summary>
/// <param name="Epochs">How many times all images are seen; null: see <see cref="EpochsOver"/>.</param>
/// <param name="Steps">At most so many steps; null: as many as the epochs have.</param>
/// <param name="Batch">Images a step. At least 2: BatchNorm needs a spread.</param>
/// <param name="Seed">The seed of weights, noise and the images' order.</param>
/// <param name="Output">The folder for everything that is written.</param>
/// <param name="Data">The folder of the training images; null: see <see cref="DataChoice"/>.</param>
/// <param name="Backend">What the game runs on.</param>
internal sealed record Options(int? Epochs, int? Steps, int Batch, long Seed, string Output, string? Data, Backends Backend = Backends.Torch)
{
    /// <summary>The epochs over so many images; where none are asked for, as many as show about 100,000, at most 10: a few minutes on two cores.</summary>
    public int EpochsOver(int images) => Epochs ?? Math.Clamp((int)Math.Round(100_000.0 / images), 1, 10);

    /// <summary>The command, which gives its options to <paramref name="run"/>.</summary>
    public static RootCommand Command(Func<Options, int> run)
    {
        var epochs = CommandLine.OptionalNumber("--epochs", "How many times all images are seen. [default: 10 for the 10,000 that come along, 2 for all 60,000]", 1, 100_000);
        var steps = CommandLine.OptionalNumber("--steps", "Stop after so many steps, whatever the epochs. [default: no limit]", 1, int.MaxValue);

        // Small, since the images that come along are few: 10 epochs of 10,000 are 12,500 steps, and steps are what a GAN learns from.
        var batch = CommandLine.Number("--batch", "Images a step.", 2, 1 << 20, 8);
        var seed = CommandLine.Seed("The seed of weights, noise and the images' order.");
        var output = new Option<string>("--output")
        {
            Description = "The folder for pictures, metrics and weights; an earlier run's are replaced.",
            DefaultValueFactory = _ => "output",
        };
        var data = new Option<string?>("--data")
        {
            Description = $"The folder of {DataChoice.FileName}, plain or .gz. [default: the installed Debian package's, else 10,000 images that come along]",
        };
        var backend = CommandLine.Backend();
        var command = new RootCommand("Trains a DCGAN on Fashion-MNIST and ends with a picture. Ctrl-C saves what there is and exits with 130.") { epochs, steps, batch, seed, output, data, backend };
        command.SetAction(parsed => run(new Options(
            parsed.GetValue(epochs),
            parsed.GetValue(steps),
            parsed.GetValue(batch),
            parsed.GetValue(seed),
            parsed.GetValue(output)!,
            parsed.GetValue(data),
            parsed.GetValue(backend))));
        CommandLine.NotEmpty(output);
        CommandLine.NotEmpty(data);
        return command;
    }
}
