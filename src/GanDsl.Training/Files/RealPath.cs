namespace GanDsl.Training;

/// <summary>Paths without links.</summary>
internal static class RealPath
{
    /// <summary>A path without links, as far as it exists.</summary>
    public static string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } parent) return full;
        var here = Path.Combine(Of(parent), Path.GetFileName(full));
        try
        {
            return Directory.ResolveLinkTarget(here, returnFinalTarget: true) is { } target ? Of(target.FullName) : here;
        }
        catch (IOException)
        {
            // Missing, or links in a circle: nothing can be in it.
            return here;
        }
    }

    /// <summary>Whether a path is a folder's or in it; both without links.</summary>
    public static bool IsInside(string path, string folder) =>
        path == folder || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
