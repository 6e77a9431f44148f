using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using GanDsl;

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
        var epochs = new Option<int?>("--epochs")
        {
            Description = "How many times all images are seen. [default: 10 for the 10,000 that come along, 2 for all 60,000]",
            CustomParser = argument => (int?)Parse(argument, "--epochs", 1, 100_000),
        };
        var steps = new Option<int?>("--steps")
        {
            Description = "Stop after so many steps, whatever the epochs. [default: no limit]",
            CustomParser = argument => (int?)Parse(argument, "--steps", 1, int.MaxValue),
        };

        // Small, since the images that come along are few: 10 epochs of 10,000 are 12,500 steps, and steps are what a GAN learns from.
        var batch = Number("--batch", "Images a step.", 2, 1 << 20, 8);
        var seed = new Option<long>("--seed")
        {
            Description = "The seed of weights, noise and the images' order.",
            CustomParser = argument => Parse(argument, "--seed", long.MinValue, long.MaxValue),
            DefaultValueFactory = _ => 42,
        };
        var output = new Option<string>("--output")
        {
            Description = "The folder for pictures, metrics and weights; an earlier run's are replaced.",
            DefaultValueFactory = _ => "output",
        };
        var data = new Option<string?>("--data")
        {
            Description = $"The folder of {DataChoice.FileName}, plain or .gz. [default: the installed Debian package's, else 10,000 images that come along]",
        };
        var backend = new Option<Backends>("--backend")
        {
            Description = "torch (libtorch), or ilgpu (our own kernels: on CUDA or OpenCL where there is a GPU; on a CPU they are emulated, very slowly).",
            CustomParser = BackendOf,
            DefaultValueFactory = _ => Backends.Torch,
            HelpName = "torch|ilgpu",
        };
        var command = new RootCommand("Trains a DCGAN on Fashion-MNIST and ends with a picture. Ctrl-C saves what there is and exits with 130.") { epochs, steps, batch, seed, output, data, backend };
        command.SetAction(parsed => run(new Options(
            parsed.GetValue(epochs),
            parsed.GetValue(steps),
            parsed.GetValue(batch),
            parsed.GetValue(seed),
            parsed.GetValue(output)!,
            parsed.GetValue(data),
            parsed.GetValue(backend))));
        NotEmpty(output, "--output");
        NotEmpty(data, "--data");
        return command;
    }

    private static Option<int> Number(string name, string description, int least, int most, int standard) => new(name)
    {
        Description = description,
        CustomParser = argument => (int)Parse(argument, name, least, most),
        DefaultValueFactory = _ => standard,
    };

    // The library's own parser would follow the machine's culture and says less.
    private static long Parse(ArgumentResult argument, string name, long least, long most)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : string.Join(' ', argument.Tokens);
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        argument.AddError(string.Create(CultureInfo.InvariantCulture, $"{name}: expected a whole number from {least} to {most}, found '{text}'; see --help."));
        return 0;
    }

    private static Backends BackendOf(ArgumentResult argument)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : string.Join(' ', argument.Tokens);
        if (text == "torch") return Backends.Torch;
        if (text == "ilgpu") return Backends.Ilgpu;
        argument.AddError($"--backend: expected torch or ilgpu, found '{text}'; see --help.");
        return Backends.Torch;
    }

    private static void NotEmpty<T>(Option<T> option, string name) => option.Validators.Add(result =>
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value))) result.AddError($"{name}: expected a folder, found an empty name; leave the option out for the default.");
    });
}
