using System.Globalization;
using System.Text.RegularExpressions;

namespace GanDsl.Training;

/// <summary>The names of the files that runs write, relative to a run's folder, with <c>/</c> between folders.</summary>
internal static partial class RunNames
{
    public const string Checkpoints = "checkpoints";
    public const string Samples = "samples";
    public const string Metrics = "metrics.csv";
    public const string Latents = "latents.safetensors";
    public const string Weights = "generator.safetensors";
    public const string Warnings = "warnings.txt";
    public const string Evaluation = "evaluation.csv";
    public const string Report = RunReport.FileName;
    public const string Interpolation = $"{Samples}/interpolation.png";

    /// <summary>Where a new run over an earlier one writes until its first checkpoint stands.</summary>
    public const string Beside = ".new-run";

    private static readonly string[] atTop = [RunMark.FileName, Metrics, Latents, Weights, Warnings, Evaluation, Report];

    /// <summary>The grid of an epoch.</summary>
    public static string Grid(int epoch) => FormattableString.Invariant($"{Samples}/epoch-{epoch:D3}.png");

    /// <summary>The epoch whose grid a file is; null where it is another file.</summary>
    public static int? EpochOf(string path) =>
        GridName().Match(Path.GetFileName(path)) is { Success: true } match
        && int.TryParse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var epoch)
            ? epoch
            : null;

    /// <summary>Both files of a checkpoint.</summary>
    public static IEnumerable<string> Of(CheckpointName checkpoint) =>
        [$"{Checkpoints}/{Path.GetFileName(checkpoint.Tensors(Checkpoints))}", $"{Checkpoints}/{Path.GetFileName(checkpoint.Manifest(Checkpoints))}"];

    /// <summary>The files in a folder that have the names of a run's.</summary>
    public static IEnumerable<string> In(string root)
    {
        foreach (var name in atTop.Where(name => Path.Exists(Path.Combine(root, name)))) yield return name;
        var samples = Path.Combine(root, Samples);
        if (Directory.Exists(samples))
        {
            foreach (var file in Directory.EnumerateFiles(samples).Select(file => $"{Samples}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal))
            {
                if (file == Interpolation || EpochOf(file) is not null) yield return file;
            }
        }

        var checkpoints = Path.Combine(root, Checkpoints);
        foreach (var name in CheckpointName.In(checkpoints).Concat(CheckpointName.TensorsIn(checkpoints)).Distinct().SelectMany(Of))
        {
            if (Path.Exists(Path.Combine(root, name))) yield return name;
        }
    }

    /// <summary>Files that have names of a run's, but are not the run's.</summary>
    public static DataFileException InTheWay(string folder, IReadOnlyList<string> names) => new(
        folder,
        "a folder in which nothing has the name of a run's files but those of a run",
        names.Count == 1 ? names[0] : string.Create(CultureInfo.InvariantCulture, $"{names[0]} and {names.Count - 1} more"),
        "choose another folder, or allow that they are replaced (--overwrite, RunOptions.Overwrite)");

    [GeneratedRegex(@"^epoch-(\d{3,})\.png$", RegexOptions.CultureInvariant)]
    private static partial Regex GridName();
}
