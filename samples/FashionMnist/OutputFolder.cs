using System.Globalization;
using System.Text.RegularExpressions;
using GanDsl;
using GanDsl.Samples;
using GanDsl.Training;

namespace FashionMnist;

/// <summary>Everything a run writes, and where.</summary>
internal sealed partial class OutputFolder
{
    /// <summary>How many pictures stand in a grid, 8 by 8.</summary>
    public const int GridCount = 64;

    private const string SamplesFolder = "samples";

    private readonly string root;

    private OutputFolder(string root) => this.root = root;

    private string Samples => Path.Combine(root, SamplesFolder);

    /// <summary>Makes the folder, and proves that it can be written to before anything is computed.</summary>
    /// <exception cref="DataFileException">It cannot be.</exception>
    public static OutputFolder Open(string path) => new(Folders.Open(path, SamplesFolder));

    /// <summary>Removes an earlier run's pictures: with this one's they would tell one false story.</summary>
    public void RemoveOldPictures()
    {
        foreach (var file in Directory.EnumerateFiles(Samples).Where(f => Picture().IsMatch(Path.GetFileName(f))).ToList()) File.Delete(file);
    }

    /// <summary>Writes the grid of an epoch.</summary>
    /// <returns>Its full path.</returns>
    public string SavePicture(int epoch, float[] samples, IReadOnlyList<int> shape)
    {
        var path = Path.Combine(Samples, string.Create(CultureInfo.InvariantCulture, $"epoch-{epoch:D3}.png"));
        ImageGrid.Save(path, samples, GridCount, channels: shape[0], height: shape[1], width: shape[2], columns: 8, gap: 2, magnification: 2);
        return path;
    }

    /// <summary>Begins the table of numbers.</summary>
    public MetricsCsv OpenMetrics() => new(Path.Combine(root, "metrics.csv"));

    /// <summary>Writes G's weights.</summary>
    public void SaveWeights(IGan gan) => Safetensors.Write(
        Path.Combine(root, "generator.safetensors"),
        gan.GeneratorState(),
        new Dictionary<string, string> { ["format"] = "pt", ["steps"] = gan.Steps.ToString(CultureInfo.InvariantCulture) });

    [GeneratedRegex(@"^epoch-\d{3,}\.png$", RegexOptions.CultureInvariant)]
    private static partial Regex Picture();
}
