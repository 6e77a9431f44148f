using System.Globalization;
using Spectre.Console;

namespace GanDsl.Training;

/// <summary>A table that stays in place: a row for each epoch, the last one live.</summary>
internal sealed class LiveTable(IAnsiConsole console) : RunProgress
{
    /// <summary>More would scroll off a small terminal, and a live table cannot scroll.</summary>
    private const int MostRows = 12;

    private const int MostWarnings = 3;

    private readonly SortedDictionary<int, RunStatus> epochs = [];
    private readonly List<string> warnings = [];

    public override RunOutcome Watch(Func<Action<RunStatus>, RunOutcome> training) =>
        console.Live(new Text("Training …")).Start(live => training(status =>
        {
            epochs[status.Epoch] = status;
            if (epochs.Count > MostRows) epochs.Remove(epochs.Keys.First());
            live.UpdateTarget(Table());
        }));

    public override void Warn(string warning) => warnings.Add(warning);

    private Table Table()
    {
        var table = new Table().SimpleBorder();
        foreach (var column in new[] { "epoch", "step", "images/s", "left", "V", "JSD", "loss D", "loss G", "D(x)", "D(G(z))" })
            table.AddColumn(new TableColumn(column).RightAligned().NoWrap().Padding(0, 0));
        foreach (var status in epochs.Values)
        {
            var r = status.Report;
            table.AddRow(
                Text($"{status.Epoch}/{status.Epochs}"),
                Text($"{r.Step}/{status.TotalSteps}"),
                Text($"{status.ImagesPerSecond:N0}"),
                Text($"{status.Left:hh\\:mm\\:ss}"),
                Text($"{r.Value:F3}"),
                Text($"{r.JensenShannon:F3}"),
                Text($"{r.DiscriminatorLoss:F3}"),
                Text($"{r.GeneratorLoss:F3}"),
                Text($"{r.MeanOnReals:F2}"),
                Text($"{r.MeanOnFakes:F2}"));
        }

        if (warnings.Count > 0) table.Caption(Markup.Escape(string.Join("\n", warnings.TakeLast(MostWarnings))));
        return table;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
