using Spectre.Console;

namespace FashionMnist;

/// <summary>Shows training as it goes.</summary>
internal abstract class ProgressView
{
    /// <summary>A live table on a terminal; plain lines into files, pipes and logs.</summary>
    public static ProgressView For(IAnsiConsole console, TextWriter @out) =>
        console.Profile.Out.IsTerminal && console.Profile.Capabilities is { Ansi: true, Interactive: true } ? new LiveTable(console) : new PlainLines(@out);

    /// <summary>Runs a training, which is given what to call with each status.</summary>
    public abstract TrainingOutcome Watch(Func<Action<TrainingStatus>, TrainingOutcome> training);
}
