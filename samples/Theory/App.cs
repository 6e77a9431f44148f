using GanDsl.Samples;
using GanDsl.Training;
using static GanDsl.Samples.CommandLine;

namespace Theory;

/// <summary>The program.</summary>
internal static class App
{
    /// <summary>Parses, checks for all errors before anything is written, and runs the experiments.</summary>
    /// <returns>
    /// 0 at the end; 2 after one line on <paramref name="err"/> for bad input; 130 when stopped by Ctrl-C or SIGTERM, with all finished results saved.
    /// </returns>
    public static int Run(string[] args, TextWriter @out, TextWriter err) => CommandLine.Run(Options.Command(options => Teach(options, @out)), args, @out, err);

    private static int Teach(Options options, TextWriter @out)
    {
        using var signals = new StopSignals();
        var folder = Folders.Open(options.Output);
        using (var game = GameHandle.Still(options)) @out.WriteLine($"Playing on {game.DeviceSummary}.");

        var console = Consoles.On(@out);
        var (findings, answers) = (new List<Finding>(), new List<Answer>());
        var stopped = false;
        ProgressBars.Watch(console, @out, show =>
        {
            var experiments = new Experiments(options, folder, show, signals.Token);
            try
            {
                experiments.StillGenerators();
                experiments.Descents();
                experiments.Divergences();
            }
            catch (OperationCanceledException)
            {
                stopped = true;
            }

            (findings, answers) = (experiments.Findings, experiments.Answers);
        });

        if (findings.Count > 0) console.Write(Finding.Table(findings));
        if (answers.Count > 0) console.Write(Finding.Table(answers));
        @out.WriteLine(Text($"{(stopped ? "Stopped" : "Done")}; the pictures: {folder}"));
        return stopped ? Stopped : Done;
    }
}
