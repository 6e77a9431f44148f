using System.CommandLine;
using GanDsl;
using GanDsl.Samples;

namespace Theory;

/// <summary>The command line's options.</summary>
/// <param name="Steps">D's steps in each game; null: as many as each needs.</param>
/// <param name="Seed">The seed of weights, noise and data.</param>
/// <param name="Output">The folder for the pictures.</param>
/// <param name="Backend">The games' backend.</param>
internal sealed record Options(int? Steps, long Seed, string Output, Backends Backend = Backends.Torch)
{
    /// <summary>The command, which passes its options to <paramref name="run"/>.</summary>
    public static RootCommand Command(Func<Options, int> run)
    {
        var steps = CommandLine.OptionalNumber(
            "--steps",
            "D's steps in each game; few are enough to see that it runs, but not for the table's claims. [default: 2,000 to 10,000]",
            1,
            int.MaxValue);
        var seed = CommandLine.Seed("The seed of weights, noise and data.");
        var output = new Option<string>("--output", "--out")
        {
            Description = "The folder for the pictures; an earlier run's are replaced.",
            DefaultValueFactory = _ => "output",
        };
        var backend = CommandLine.Backend();
        var command = new RootCommand("Shows in one dimension what a GAN computes: D converges to D*, V to −2·log 2 + 2·JSD, G descends the divergence, "
            + "and ten games estimate ten divergences. Ctrl-C keeps finished results and exits with 130.") { steps, seed, output, backend };
        command.SetAction(parsed => run(new Options(parsed.GetValue(steps), parsed.GetValue(seed), parsed.GetValue(output)!, parsed.GetValue(backend))));
        CommandLine.NotEmpty(output);
        return command;
    }
}
