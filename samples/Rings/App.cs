using GanDsl.Samples;
using GanDsl.Training;
using Spectre.Console;
using static GanDsl.Samples.CommandLine;

namespace Rings;

/// <summary>The program.</summary>
internal static class App
{
    private const int Looks = 24;
    private const int Columns = 5;

    /// <summary>Parses, checks for all errors before anything is written, and runs the games.</summary>
    /// <returns>
    /// 0 at the end; 2 after one line on <paramref name="err"/> for bad input; 130 when stopped by Ctrl-C or SIGTERM, with the table of finished games.
    /// </returns>
    public static int Run(string[] args, TextWriter @out, TextWriter err) => CommandLine.Run(Options.Command(options => Train(options, @out)), args, @out, err);

    private static int Train(Options options, TextWriter @out)
    {
        using var signals = new StopSignals();
        var folder = Folders.Open(options.Output, Pictures.FramesFolder);
        using (var game = Rings.GameHandle.Plain(options.Backend, options.Seed)) @out.WriteLine($"Playing on {game.DeviceSummary}.");

        var console = Consoles.On(@out);
        var results = new List<(Modes Modes, Recipe Recipe, Score Score)>();
        var stopped = false;
        ProgressBars.Watch(console, @out, show =>
        {
            try
            {
                var films = new List<Film>();
                foreach (var modes in Modes.All)
                {
                    foreach (var recipe in Recipe.All) films.Add(new Film(recipe, modes, Seeds(options, modes, recipe, results, show, signals.Token)));
                    Pictures.Contact(Path.Combine(folder, $"{modes.Name.Split(' ')[0]}.png"), [.. films.Where(film => film.Modes == modes)], Columns);
                }

                Pictures.Frames(Path.Combine(folder, Pictures.FramesFolder), films);
            }
            catch (OperationCanceledException)
            {
                stopped = true;
            }
        });

        if (results.Count > 0) console.Write(Table(results));
        @out.WriteLine(Text($"{(stopped ? "Stopped" : "Done")}; the pictures: {folder}"));
        return stopped ? Stopped : Done;
    }

    // All seeds of a game; the film shows the first.
    private static IReadOnlyList<Snapshot> Seeds(
        Options options, Modes modes, Recipe recipe, List<(Modes, Recipe, Score)> results, Action<string, double> show, CancellationToken stop)
    {
        IReadOnlyList<Snapshot> film = [];
        for (var i = 0; i < options.Seeds; i++)
        {
            var seed = unchecked(options.Seed + i);
            using var game = recipe.New(options.Backend, seed);
            IReadOnlyList<int> looks = i == 0 ? Rings.Run.SnapshotSteps(options.Steps, Looks) : [options.Steps];
            var done = i;
            var snapshots = Rings.Run.Train(
                game, modes, options.Steps, looks, new Random(seed.GetHashCode()),
                share => show($"{modes.Name}: {recipe.Name}", (done + share) / options.Seeds), stop);
            results.Add((modes, recipe, snapshots[^1].Score));
            if (i == 0) film = snapshots;
        }

        return film;
    }

    private static Table Table(IEnumerable<(Modes Modes, Recipe Recipe, Score Score)> results)
    {
        var table = new Table().SimpleBorder();
        table.AddColumn(new TableColumn("game").NoWrap());
        foreach (var column in new[] { "modes", "found", "good samples", "KL to uniform" }) table.AddColumn(new TableColumn(column).RightAligned().NoWrap());
        foreach (var group in results.GroupBy(result => (result.Modes, result.Recipe)))
        {
            table.AddRow(
                Markup.Escape(group.Key.Recipe.Name),
                group.Key.Modes.Name,
                string.Join(", ", group.Select(result => Text($"{result.Score.Found}"))),
                string.Join(", ", group.Select(result => Text($"{100 * result.Score.Good:F0} %"))),
                string.Join(", ", group.Select(result => Text($"{result.Score.Divergence:F2}"))));
        }

        return table;
    }
}
