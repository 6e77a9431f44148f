using GanDsl.Training;

namespace GanDsl.Samples;

/// <summary>Folders that a sample writes to.</summary>
public static class Folders
{
    /// <summary>Creates a folder and those in it, and checks that they are writable before anything is computed.</summary>
    /// <param name="path">The folder, as the user named it.</param>
    /// <param name="inner">Folders in it.</param>
    /// <returns>Its full path.</returns>
    /// <exception cref="DataFileException">It cannot be written to.</exception>
    public static string Open(string path, params IReadOnlyList<string> inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        var root = Make(path);
        foreach (var name in inner) Make(Path.Combine(root, name));
        return root;
    }

    /// <summary>Marks a file that is written to a run's folder after the run as the run's own.</summary>
    /// <param name="run">The run's folder.</param>
    /// <param name="names">The files' names.</param>
    /// <returns>The folder's full path.</returns>
    /// <exception cref="DataFileException">A file of that name is there, and is not the run's.</exception>
    public static string Add(string run, params IReadOnlyList<string> names)
    {
        var root = Path.GetFullPath(run);
        RunMark.Add(root, names);
        return root;
    }

    private static string Make(string path) => WritableFolder.Make(path, "an output folder", "choose another with --output");
}
