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
        var columns = ProgressColumn.Of(epochs.Values.Last());
        foreach (var column in columns) table.AddColumn(new TableColumn(Markup.Escape(column.Heading)).RightAligned().NoWrap().Padding(0, 0));
        foreach (var status in epochs.Values) table.AddRow([.. ProgressColumn.Of(status).Select(column => Markup.Escape(column.Cell))]);
        List<string> notes =
        [
            .. columns.Where(column => column.Heading != column.Name).Select(column => $"{column.Heading}: {column.Name}"),
            .. warnings.TakeLast(MostWarnings),
        ];
        if (notes.Count > 0) table.Caption(Markup.Escape(string.Join("\n", notes)));
        return table;
    }
}
