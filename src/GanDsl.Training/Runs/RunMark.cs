using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace GanDsl.Training;

/// <summary>
/// The mark of a run's folder, <c>run.json</c>: which files in it are the run's, and which process wrote them last. A later run over this one removes what the
/// mark lists, and nothing else.
/// </summary>
/// <param name="Process">The process.</param>
/// <param name="Files">The files, relative to the folder, with <c>/</c> between folders.</param>
internal sealed record RunMark(RunProcess Process, IReadOnlyList<string> Files)
{
    public const string FileName = "run.json";

    private const int Format = 1;

    private static readonly JsonSerializerOptions json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n" };

    /// <summary>Reads a folder's mark; null where it has none, or a file of that name that is not one.</summary>
    public static RunMark? Read(string folder)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(File.ReadAllBytes(Path.Combine(folder, FileName)), json);
            return content is { GandslRun: Format, Process: { } process, Files: { } files } ? new RunMark(process, [.. files.Where(IsInside)]) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes or replaces a folder's mark, atomically.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(string folder)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(new Content(Format, Process, Files), json);
        AtomicFile.Write(Path.Combine(folder, FileName), stream => stream.Write(content));
    }

    /// <summary>Marks files as a run's that are written after it, or from outside; does nothing in a folder without a mark, of an earlier version.</summary>
    /// <exception cref="DataFileException">A file is in the way: it is there, and is not the run's.</exception>
    public static void Add(string folder, IReadOnlyList<string> names)
    {
        if (Read(folder) is not { } mark || names.Except(mark.Files).ToList() is not { Count: > 0 } others) return;
        if (others.Where(name => File.Exists(Path.Combine(folder, name))).ToList() is { Count: > 0 } inTheWay) throw RunNames.InTheWay(folder, inTheWay);
        (mark with { Files = [.. mark.Files, .. others] }).Write(folder);
    }

    // A mark that somebody has changed must not lead to files outside of its folder.
    private static bool IsInside(string? name) => !string.IsNullOrEmpty(name) && !Path.IsPathRooted(name) && !name.Split('/', '\\').Contains("..");

    private sealed record Content(int GandslRun, RunProcess? Process, IReadOnlyList<string>? Files);
}

/// <summary>A process that writes, or wrote, a run.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">The program.</param>
/// <param name="Machine">Its machine.</param>
/// <param name="Started">When it began to write.</param>
internal sealed record RunProcess(int Id, string Name, string Machine, DateTimeOffset Started)
{
    /// <summary>This one.</summary>
    public static RunProcess Current() =>
        new(Environment.ProcessId, Assembly.GetEntryAssembly()?.GetName().Name ?? "unknown", Environment.MachineName, DateTimeOffset.UtcNow);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"process {Id} ({Name}) on {Machine}, which began at {Started:yyyy-MM-dd HH:mm:ss} UTC");
}
