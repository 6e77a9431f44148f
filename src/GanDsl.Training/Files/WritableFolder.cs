namespace GanDsl.Training;

/// <summary>Folders that are created, and checked to be writable, before anything is computed.</summary>
public static class WritableFolder
{
    /// <summary>Creates a folder, and writes and removes a file in it.</summary>
    /// <param name="path">The folder, as the user named it.</param>
    /// <param name="kind">What it is, for the message: "an output folder".</param>
    /// <param name="remedy">What to do about one that cannot be written to.</param>
    /// <returns>Its full path.</returns>
    /// <exception cref="DataFileException">It cannot be written to.</exception>
    public static string Make(string path, string kind, string remedy)
    {
        try
        {
            var folder = Directory.CreateDirectory(Path.GetFullPath(path)).FullName;
            var probe = Path.Combine(folder, $".{Path.GetRandomFileName()}.tmp");
            AtomicFile.Write(probe, stream => stream.WriteByte(0));
            File.Delete(probe);
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new DataFileException(path, $"{kind} that can be written to", e.Message.TrimEnd('.'), remedy, e);
        }
    }
}
