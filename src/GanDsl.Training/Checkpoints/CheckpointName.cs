using System.Globalization;
using System.Text.RegularExpressions;

namespace GanDsl.Training;

/// <summary>The name of a checkpoint's two files: <c>00007-step-1200</c>, the seventh that was written to the folder.</summary>
internal sealed partial record CheckpointName(int Serial, long Step)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Serial:D5}-step-{Step}");

    public string Manifest(string folder) => Path.Combine(folder, $"{this}.json");

    public string Tensors(string folder) => Path.Combine(folder, $"{this}.safetensors");

    /// <summary>The checkpoints in a folder, the newest first.</summary>
    public static List<CheckpointName> In(string folder) => All(folder, ".json");

    /// <summary>The tensors in a folder, the newest first.</summary>
    public static List<CheckpointName> TensorsIn(string folder) => All(folder, ".safetensors");

    /// <summary>Partial files of a killed process.</summary>
    public static IEnumerable<string> Unfinished(string folder) => Directory.EnumerateFiles(folder).Where(file => Temporary().IsMatch(Path.GetFileName(file)));

    private static List<CheckpointName> All(string folder, string extension) => !Directory.Exists(folder) ? [] :
        [.. Directory.EnumerateFiles(folder, "*" + extension).Select(Parse).OfType<CheckpointName>().OrderByDescending(name => name.Serial)];

    private static CheckpointName? Parse(string path) =>
        Name().Match(Path.GetFileNameWithoutExtension(path)) is { Success: true } match
        && int.TryParse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var serial)
        && long.TryParse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture, out var step)
            ? new CheckpointName(serial, step)
            : null;

    [GeneratedRegex(@"^(\d{5,})-step-(\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"^\.\d{5,}-step-\d+\.(json|safetensors)\..*\.tmp$", RegexOptions.CultureInvariant)]
    private static partial Regex Temporary();
}
