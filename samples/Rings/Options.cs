using System.CommandLine;
using GanDsl;
using GanDsl.Samples;

namespace Rings;

/// <summary>The command line's options.</summary>
/// <param name="Steps">Steps of each game.</param>
/// <param name="Seeds">The number of seeds for each game.</param>
/// <param name="Seed">The first seed of weights, noise and data; the others follow it.</param>
/// <param name="Output">The folder for the pictures.</param>
/// <param name="Backend">The games' backend.</param>
internal sealed record Options(int Steps, int Seeds, long Seed, string Output, Backends Backend = Backends.Torch)
{
    /// <summary>The command, which passes its options to <paramref name="run"/>.</summary>
    public static RootCommand Command(Func<Options, int> run)
    {
        var steps = CommandLine.Number("--steps", "Steps of each game, one of D each.", 1, int.MaxValue, 1_500);
        var seeds = CommandLine.Number("--seeds", "The number of seeds for each game; the pictures show the first.", 1, 1_000, 3);
        var seed = CommandLine.Seed("The first seed of weights, noise and data; the others follow it.");
        var output = new Option<string>("--output", "--out")
        {
            Description = "The folder for the pictures; an earlier run's are replaced.",
            DefaultValueFactory = _ => "output",
        };
        var backend = CommandLine.Backend();
        var command = new RootCommand("Lets games find eight Gaussians on a ring and 25 on a grid, and counts the modes that each covers. "
            + "Ctrl-C keeps finished games and exits with 130.") { steps, seeds, seed, output, backend };
        command.SetAction(parsed =>
            run(new Options(parsed.GetValue(steps), parsed.GetValue(seeds), parsed.GetValue(seed), parsed.GetValue(output)!, parsed.GetValue(backend))));
        CommandLine.NotEmpty(output);
        return command;
    }
}
