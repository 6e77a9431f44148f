using System.Globalization;
using System.Text;

namespace GanDsl.Training;

/// <summary>
/// <c>report.html</c>, a run on one self-contained page: its divergence, samples over time, metrics, curves, warnings, its declaration with the shape tables,
/// the machine and the versions. <see cref="TrainingRun{TShape}"/> writes it; everything on it is read from the run's folder.
/// </summary>
public static class RunReport
{
    /// <summary>The page's file in a run's folder.</summary>
    public const string FileName = "report.html";

    /// <summary>Writes or replaces the page of a run, atomically, from the current content of its folder.</summary>
    /// <param name="output">The folder of a run.</param>
    /// <param name="gan">The run's game, in its final state.</param>
    /// <param name="metrics">The metrics of its samples, also written to <c>evaluation.csv</c>. Null: those in that file.</param>
    /// <returns>The page's full path.</returns>
    /// <exception cref="DataFileException">
    /// It is not a run's folder, something in it is damaged, or it has a file of the page's name that is not the run's.
    /// </exception>
    /// <exception cref="IOException">The page cannot be written.</exception>
    public static string Write(string output, IGan gan, IReadOnlyList<MetricValue>? metrics = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(output);
        ArgumentNullException.ThrowIfNull(gan);
        var folder = new RunContents(output);
        var table = MetricsTable.Read(folder.Metrics);
        RunMark.Add(folder.Root, [FileName, .. metrics is null ? [] : (string[])[RunNames.Evaluation]]);
        if (metrics is not null) folder.SaveMetrics(metrics);
        var content = new ReportContent(
            gan.Description,
            string.Create(CultureInfo.InvariantCulture, $"{gan.Steps:N0} steps on {gan.DeviceName}, report of {DateTimeOffset.UtcNow:yyyy-MM-dd HH:mm} UTC"),
            table.Divergence,
            ReportCharts.Divergence(table),
            [.. ReportCharts.Curves(table)],
            ReportGrids.Of(folder.Grids()),
            folder.Interpolation is { } rows ? Thumbnail.Of(rows) : null,
            folder.ReadMetrics(),
            folder.ReadWarnings(),
            [.. ReportFacts.Of(gan, table, folder.ReadPlace())]);
        var path = Path.Combine(folder.Root, FileName);
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(ReportPage.Of(content))));
        return path;
    }
}
