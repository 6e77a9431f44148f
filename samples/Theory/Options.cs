using System.CommandLine;
using GanDsl;
using GanDsl.Samples;

namespace Theory;

/// <summary>What the command line says.</summary>
/// <param name="Steps">D's steps in each game; null: as many as each needs.</param>
/// <param name="Seed">The seed of weights, noise and data.</param>
/// <param name="Output">The folder for the pictures.</param>
/// <param name="Backend">What the games run on.</param>
internal sealed record Options(int? Steps, long Seed, string Output, Backends Backend = Backends.Torch)
{
    /// <summary>The command, which gives its options to <paramref name="run"/>.</summary>
    public static RootCommand Command(Func<Options, int> run)
    {
        var steps = CommandLine.OptionalNumber("--steps", "D's steps in each game; few are enough to see that it runs, not for what the table claims. [default: 2,000 to 10,000]", 1, int.MaxValue);
        var seed = CommandLine.Seed("The seed of weights, noise and data.");
        var output = new Option<string>("--output", "--out")
        {
            Description = "The folder for the pictures; an earlier run's are replaced.",
            DefaultValueFactory = _ => "output",
        };
        var backend = CommandLine.Backend();
        var command = new RootCommand("Shows on one dimension what a GAN computes: D climbs to D*, V to −2·log 2 + 2·JSD, G walks down the divergence, and ten games tell ten divergences. Ctrl-C keeps what is finished and exits with 130.") { steps, seed, output, backend };
        command.SetAction(parsed => run(new Options(parsed.GetValue(steps), parsed.GetValue(seed), parsed.GetValue(output)!, parsed.GetValue(backend))));
        CommandLine.NotEmpty(output);
        return command;
    }
}
