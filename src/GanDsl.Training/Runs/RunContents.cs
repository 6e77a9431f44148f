using System.Globalization;
using System.Text;

namespace GanDsl.Training;

/// <summary>What is in a run's folder, for its report; it changes nothing but the metrics.</summary>
/// <param name="root">The folder.</param>
internal sealed class RunContents(string root)
{
    /// <summary>The folder's full path.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>The table of numbers.</summary>
    public string Metrics => Path.Combine(Root, RunNames.Metrics);

    /// <summary>The picture of rows of samples; null where there is none.</summary>
    public string? Interpolation => Path.Combine(Root, RunNames.Interpolation) is var path && File.Exists(path) ? path : null;

    private string Samples => Path.Combine(Root, RunNames.Samples);

    private string Evaluation => Path.Combine(Root, RunNames.Evaluation);

    private string Warnings => Path.Combine(Root, RunNames.Warnings);

    private string Checkpoints => Path.Combine(Root, RunNames.Checkpoints);

    /// <summary>The run's warnings, each once: a run that goes on says again what it says at its start.</summary>
    public IReadOnlyList<string> ReadWarnings() =>
        File.Exists(Warnings) ? [.. File.ReadAllLines(Warnings).Select(line => line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..]).Distinct()] : [];

    /// <summary>Removes the warnings after a step from their file: they are of an abandoned path.</summary>
    public static void RemoveWarningsAfter(string path, long step)
    {
        if (!File.Exists(path)) return;
        var kept =
            File.ReadAllLines(path).Where(line => long.TryParse(line.Split('\t')[0], CultureInfo.InvariantCulture, out var at) && at <= step).ToList();
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(string.Concat(kept.Select(line => line + "\n")))));
    }

    /// <summary>Saves the metrics for the report.</summary>
    public void SaveMetrics(IReadOnlyList<MetricValue> metrics) => MetricFile.Save(Evaluation, metrics);

    /// <summary>The saved metrics; empty if there are none.</summary>
    public IReadOnlyList<MetricValue> ReadMetrics() => File.Exists(Evaluation) ? MetricFile.Read(Evaluation) : [];

    /// <summary>The newest checkpoint's position in the data; null if unknown.</summary>
    public DataPlace? ReadPlace()
    {
        foreach (var name in CheckpointName.In(Checkpoints))
        {
            try
            {
                return CheckpointManifest.Read(name.Manifest(Checkpoints)).Data;
            }
            catch (DataFileException)
            {
                // The one before it has nearly the same.
            }
        }

        return null;
    }

    /// <summary>The grids' files, by epoch.</summary>
    public IReadOnlyList<(int Epoch, string Path)> Grids() => !Directory.Exists(Samples) ? [] : [.. Directory.EnumerateFiles(Samples)
        .Select(file => (Epoch: RunNames.EpochOf(file), File: file))
        .Where(found => found.Epoch is not null)
        .OrderBy(found => found.Epoch)
        .Select(found => (found.Epoch!.Value, found.File))];
}
