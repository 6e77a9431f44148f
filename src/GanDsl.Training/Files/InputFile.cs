namespace GanDsl.Training;

/// <summary>Opens files for reading, with <see cref="DataFileException"/> for every failure.</summary>
internal static class InputFile
{
    /// <param name="path">The file.</param>
    /// <param name="kind">What it should be, for the message: "an IDX file".</param>
    public static FileStream Open(string path, string kind)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path)) throw new DataFileException(path, kind, "a folder", "name the file in it");
        if (Pipes.IsPipe(path)) throw new DataFileException(path, kind, "a pipe or a device", "pass a file");
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 64 * 1024, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataFileException(path, kind, "no such file", "check the path", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, kind, $"a file that cannot be read ({e.Message.TrimEnd('.')})", "check its permissions", e);
        }
    }
}
