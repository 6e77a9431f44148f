using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GanDsl.Training;

/// <summary>The files that a run writes.</summary>
internal sealed partial class RunFolder
{
    private const string Remedy = "choose another";
    private const int Columns = 8;

    private RunFolder(string root) => Root = root;

    /// <summary>Where the checkpoints are.</summary>
    public static string CheckpointsIn(string output) => Path.Combine(output, "checkpoints");

    /// <summary>The folder itself.</summary>
    public string Root { get; }

    /// <summary>The table of numbers.</summary>
    public string Metrics => Path.Combine(Root, "metrics.csv");

    /// <summary>Where the checkpoints are.</summary>
    public string Checkpoints => CheckpointsIn(Root);

    private string Samples => Path.Combine(Root, "samples");

    private string Latents => Path.Combine(Root, "latents.safetensors");

    private string Interpolation => Path.Combine(Samples, "interpolation.png");

    private string Evaluation => Path.Combine(Root, "evaluation.csv");

    private string Warnings => Path.Combine(Root, "warnings.txt");

    /// <summary>The folder of an earlier run.</summary>
    public static RunFolder At(string path) => new(Path.GetFullPath(path));

    /// <summary>Creates the folder, and checks that it is writable before anything is computed.</summary>
    /// <exception cref="DataFileException">It cannot be.</exception>
    public static RunFolder Open(string path)
    {
        var folder = new RunFolder(WritableFolder.Make(path, "an output folder", Remedy));
        WritableFolder.Make(folder.Samples, "an output folder", Remedy);
        return folder;
    }

    /// <summary>The folder's checkpoints.</summary>
    public CheckpointFolder OpenCheckpoints(RunOptions options) => CheckpointFolder.Open(Checkpoints, options.KeepCheckpoints, options.LowerIsBetter);

    /// <summary>Removes an earlier run's pictures, checkpoints, warnings, evaluation and report: mixed with this one's they would be misleading.</summary>
    public void RemoveEarlierRun()
    {
        foreach (var file in (string[])[Warnings, Evaluation, Path.Combine(Root, RunReport.FileName)]) File.Delete(file);
        foreach (var file in Directory.EnumerateFiles(Samples).Where(file => Picture().IsMatch(Path.GetFileName(file))).ToList()) File.Delete(file);
        foreach (var name in CheckpointName.In(Checkpoints)) File.Delete(name.Manifest(Checkpoints));
        foreach (var name in CheckpointName.TensorsIn(Checkpoints)) File.Delete(name.Tensors(Checkpoints));
    }

    /// <summary>Writes the grid of an epoch.</summary>
    /// <returns>Its full path; null where samples are not pictures.</returns>
    public string? SavePicture(int epoch, float[] samples, IReadOnlyList<int> shape) =>
        Save(string.Create(CultureInfo.InvariantCulture, $"epoch-{epoch:D3}.png"), samples, shape);

    /// <summary>Writes rows of samples between latents.</summary>
    public void SaveInterpolation(float[] samples, IReadOnlyList<int> shape) => Save(Path.GetFileName(Interpolation), samples, shape);

    /// <summary>Starts the table of numbers.</summary>
    public MetricsCsv OpenMetrics() => new(Metrics);

    /// <summary>Continues the table after a step.</summary>
    public MetricsCsv ResumeMetrics(long step, out TimeSpan elapsed) => MetricsCsv.Resume(Metrics, step, out elapsed);

    /// <summary>Writes the latents that every picture is made from.</summary>
    public void SaveLatents(float[] latents) => Safetensors.Write(Latents, [new NamedTensor("latents", [latents.Length], new TensorValues.Float32(latents))]);

    /// <summary>Reads them.</summary>
    /// <exception cref="DataFileException">They are missing or damaged.</exception>
    public float[] ReadLatents() => Safetensors.Read(Latents).Tensors is [{ Values: TensorValues.Float32 latents }]
        ? latents.Elements
        : throw new DataFileException(Latents, "the latents of a run's pictures", "other tensors", "start the run again");

    /// <summary>Writes G's weights.</summary>
    public void SaveWeights(IGan gan) => Weights.Save(Path.Combine(Root, "generator.safetensors"), gan);

    /// <summary>Saves a warning for the report.</summary>
    public void AppendWarning(long step, string warning) =>
        File.AppendAllText(Warnings, string.Create(CultureInfo.InvariantCulture, $"{step}\t{warning.ReplaceLineEndings(" ")}\n"));

    /// <summary>Removes the warnings after a step: they are of an abandoned path.</summary>
    public void RemoveWarningsAfter(long step)
    {
        if (!File.Exists(Warnings)) return;
        var kept =
            File.ReadAllLines(Warnings).Where(line => long.TryParse(line.Split('\t')[0], CultureInfo.InvariantCulture, out var at) && at <= step).ToList();
        AtomicFile.Write(Warnings, stream => stream.Write(Encoding.UTF8.GetBytes(string.Concat(kept.Select(line => line + "\n")))));
    }

    /// <summary>The run's warnings.</summary>
    public IReadOnlyList<string> ReadWarnings() =>
        File.Exists(Warnings) ? [.. File.ReadAllLines(Warnings).Select(line => line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..])] : [];

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

    /// <summary>The grids by epoch.</summary>
    public IEnumerable<(int Epoch, byte[] Png)> ReadPictures() => !Directory.Exists(Samples) ? [] : Directory.EnumerateFiles(Samples)
        .Select(file => (Match: Grid().Match(Path.GetFileName(file)), File: file))
        .Where(found => found.Match.Success)
        .Select(found => (Epoch: int.Parse(found.Match.Groups[1].Value, CultureInfo.InvariantCulture), found.File))
        .OrderBy(found => found.Epoch)
        .Select(found => (found.Epoch, File.ReadAllBytes(found.File)));

    /// <summary>The picture of rows of samples; null where there is none.</summary>
    public byte[]? ReadInterpolation() => File.Exists(Interpolation) ? File.ReadAllBytes(Interpolation) : null;

    private string? Save(string name, float[] samples, IReadOnlyList<int> shape)
    {
        if (shape is not [1 or 3, var height, var width]) return null;
        var path = Path.Combine(Samples, name);
        ImageGrid.Save(path, samples, samples.Length / (shape[0] * height * width), shape[0], height, width, Columns, gap: 2, magnification: 2);
        return path;
    }

    [GeneratedRegex(@"^epoch-(\d{3,})\.png$", RegexOptions.CultureInvariant)]
    private static partial Regex Grid();

    [GeneratedRegex(@"^(epoch-\d{3,}|interpolation)\.png$", RegexOptions.CultureInvariant)]
    private static partial Regex Picture();
}
