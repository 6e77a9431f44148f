using System.Globalization;
using System.Text.RegularExpressions;

namespace GanDsl.Training;

/// <summary>Everything a run writes, and where.</summary>
internal sealed partial class RunFolder
{
    private const string Remedy = "choose another";
    private const int Columns = 8;

    private readonly string root;

    private RunFolder(string root) => this.root = root;

    /// <summary>Where the checkpoints are.</summary>
    public static string CheckpointsIn(string output) => Path.Combine(output, "checkpoints");

    private string Samples => Path.Combine(root, "samples");

    private string Metrics => Path.Combine(root, "metrics.csv");

    private string Latents => Path.Combine(root, "latents.safetensors");

    /// <summary>Makes the folder, and proves that it can be written to before anything is computed.</summary>
    /// <exception cref="DataFileException">It cannot be.</exception>
    public static RunFolder Open(string path)
    {
        var folder = new RunFolder(WritableFolder.Make(path, "an output folder", Remedy));
        WritableFolder.Make(folder.Samples, "an output folder", Remedy);
        return folder;
    }

    /// <summary>The folder's checkpoints.</summary>
    public CheckpointFolder OpenCheckpoints(RunOptions options) => CheckpointFolder.Open(CheckpointsIn(root), options.KeepCheckpoints, options.LowerIsBetter);

    /// <summary>Removes an earlier run's pictures and checkpoints: with this one's they would tell one false story.</summary>
    public void RemoveEarlierRun()
    {
        foreach (var file in Directory.EnumerateFiles(Samples).Where(file => Picture().IsMatch(Path.GetFileName(file))).ToList()) File.Delete(file);
        foreach (var name in CheckpointName.In(CheckpointsIn(root))) File.Delete(name.Manifest(CheckpointsIn(root)));
        foreach (var name in CheckpointName.TensorsIn(CheckpointsIn(root))) File.Delete(name.Tensors(CheckpointsIn(root)));
    }

    /// <summary>Writes the grid of an epoch.</summary>
    /// <returns>Its full path; null where samples are no pictures.</returns>
    public string? SavePicture(int epoch, float[] samples, IReadOnlyList<int> shape) => Save(string.Create(CultureInfo.InvariantCulture, $"epoch-{epoch:D3}.png"), samples, shape);

    /// <summary>Writes rows of samples between latents.</summary>
    public void SaveInterpolation(float[] samples, IReadOnlyList<int> shape) => Save("interpolation.png", samples, shape);

    /// <summary>Begins the table of numbers.</summary>
    public MetricsCsv OpenMetrics() => new(Metrics);

    /// <summary>Goes on with the table after a step.</summary>
    public MetricsCsv ResumeMetrics(long step, out TimeSpan elapsed) => MetricsCsv.Resume(Metrics, step, out elapsed);

    /// <summary>Writes the latents that every picture is made from.</summary>
    public void SaveLatents(float[] latents) => Safetensors.Write(Latents, [new NamedTensor("latents", [latents.Length], new TensorValues.Float32(latents))]);

    /// <summary>Reads them.</summary>
    /// <exception cref="DataFileException">They are missing or damaged.</exception>
    public float[] ReadLatents() => Safetensors.Read(Latents).Tensors is [{ Values: TensorValues.Float32 latents }]
        ? latents.Elements
        : throw new DataFileException(Latents, "the latents of a run's pictures", "other tensors", "begin the run anew");

    /// <summary>Writes G's weights.</summary>
    public void SaveWeights(IGan gan) => Weights.Save(Path.Combine(root, "generator.safetensors"), gan);

    private string? Save(string name, float[] samples, IReadOnlyList<int> shape)
    {
        if (shape is not [1 or 3, var height, var width]) return null;
        var path = Path.Combine(Samples, name);
        ImageGrid.Save(path, samples, samples.Length / (shape[0] * height * width), shape[0], height, width, Columns, gap: 2, magnification: 2);
        return path;
    }

    [GeneratedRegex(@"^(epoch-\d{3,}|interpolation)\.png$", RegexOptions.CultureInvariant)]
    private static partial Regex Picture();
}
