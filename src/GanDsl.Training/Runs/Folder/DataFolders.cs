namespace GanDsl.Training;

/// <summary>Keeps what a run writes out of the folders that its samples come from: its pictures would become samples.</summary>
internal static class DataFolders
{
    /// <param name="output">The run's folder.</param>
    /// <param name="data">The folders whose files are samples.</param>
    /// <exception cref="ArgumentException">The run would write into one of them.</exception>
    public static void Check(string output, IReadOnlyList<string> data)
    {
        foreach (var folder in data)
        {
            var real = Real(folder);
            if (((string[])[output, Path.Combine(output, RunNames.Samples)]).FirstOrDefault(written => IsInside(Real(written), real)) is { } inside)
                throw new ArgumentException($"The run would write to {inside}, inside the data's folder {folder}, and its pictures would become samples; "
                    + "choose an output outside of it.");
        }
    }

    private static bool IsInside(string path, string folder) =>
        path == folder || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>A path without links, as far as it exists.</summary>
    private static string Real(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } parent) return full;
        var here = Path.Combine(Real(parent), Path.GetFileName(full));
        try
        {
            return Directory.ResolveLinkTarget(here, returnFinalTarget: true) is { } target ? Real(target.FullName) : here;
        }
        catch (IOException)
        {
            // Missing, or links in a circle: nothing can be in it.
            return here;
        }
    }
}
