using System.Diagnostics;
using Spectre.Console;

namespace GanDsl.Samples;

/// <summary>Shows the progress of several tasks: bars on a terminal, a line every few seconds into files, pipes and logs.</summary>
public static class ProgressBars
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Runs the work, and passes it a callback for a task's name and the fraction that is done.</summary>
    public static void Watch(IAnsiConsole console, TextWriter @out, Action<Action<string, double>> work)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(@out);
        ArgumentNullException.ThrowIfNull(work);
        if (console.Profile.Out.IsTerminal && console.Profile.Capabilities is { Ansi: true, Interactive: true }) Bars(console, work);
        else Lines(@out, work);
    }

    private static void Bars(IAnsiConsole console, Action<Action<string, double>> work) =>
        console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var tasks = new Dictionary<string, ProgressTask>();
                work((name, share) =>
                {
                    if (!tasks.TryGetValue(name, out var task)) tasks.Add(name, task = context.AddTask(Markup.Escape(name), maxValue: 1));
                    task.Value = share;
                });
            });

    private static void Lines(TextWriter @out, Action<Action<string, double>> work)
    {
        var sinceLast = Stopwatch.StartNew();
        work((name, share) =>
        {
            if (share < 1 && sinceLast.Elapsed < Interval) return;
            sinceLast.Restart();
            @out.WriteLine(CommandLine.Text($"{name}: {100 * share:F0} %"));
            @out.Flush();
        });
    }
}
