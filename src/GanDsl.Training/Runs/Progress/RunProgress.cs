using Spectre.Console;

namespace GanDsl.Training;

/// <summary>Shows training as it goes.</summary>
public abstract class RunProgress
{
    /// <summary>A live table on a terminal; plain lines into files, pipes and logs.</summary>
    /// <param name="console">The console; drawn on if it is a terminal.</param>
    /// <param name="out">Where plain lines go.</param>
    public static RunProgress For(IAnsiConsole console, TextWriter @out)
    {
        ArgumentNullException.ThrowIfNull(console);
        return console.Profile.Out.IsTerminal && console.Profile.Capabilities is { Ansi: true, Interactive: true }
            ? new LiveTable(console)
            : new PlainLines(@out);
    }

    /// <summary>Shows a warning; called while a training runs.</summary>
    public abstract void Warn(string warning);

    /// <summary>Runs a training, and passes it the callback for each status.</summary>
    public abstract RunOutcome Watch(Func<Action<RunStatus>, RunOutcome> training);
}
