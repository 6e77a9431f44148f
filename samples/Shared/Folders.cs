using GanDsl.Training;

namespace GanDsl.Samples;

/// <summary>Folders that a sample writes to.</summary>
public static class Folders
{
    /// <summary>Makes a folder and those in it, and proves that they can be written to before anything is computed.</summary>
    /// <param name="path">The folder, as the user named it.</param>
    /// <param name="inner">Folders in it.</param>
    /// <returns>Its full path.</returns>
    /// <exception cref="DataFileException">It cannot be written to.</exception>
    public static string Open(string path, params IReadOnlyList<string> inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        try
        {
            var root = Path.GetFullPath(path);
            foreach (var place in (string[])[root, .. inner.Select(name => Path.Combine(root, name))])
            {
                Directory.CreateDirectory(place);
                var probe = Path.Combine(place, $".{Path.GetRandomFileName()}.tmp");
                AtomicFile.Write(probe, stream => stream.WriteByte(0));
                File.Delete(probe);
            }

            return root;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new DataFileException(path, "an output folder that can be written to", e.Message.TrimEnd('.'), "choose another with --output", e);
        }
    }
}
