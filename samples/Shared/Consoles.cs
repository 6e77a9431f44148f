using Spectre.Console;

namespace GanDsl.Samples;

/// <summary>Where a sample writes its tables and its progress.</summary>
public static class Consoles
{
    // Of files and pipes, which have no width: without one, Spectre.Console breaks lines, and numbers, at 80 columns.
    private const int Unbounded = 10_000;

    /// <summary>The console over a writer: the terminal's, if it is that, or one whose tables are as wide as their content.</summary>
    /// <param name="out">The writer.</param>
    public static IAnsiConsole On(TextWriter @out)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(@out) });
        if (!console.Profile.Out.IsTerminal) console.Profile.Width = Unbounded;
        return console;
    }
}
