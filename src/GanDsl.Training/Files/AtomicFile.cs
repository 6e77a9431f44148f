namespace GanDsl.Training;

/// <summary>
/// Files that are either unchanged or completely new: written under a temporary name, flushed to the disk, renamed; then the folder is flushed.
/// </summary>
public static class AtomicFile
{
    /// <summary>Writes or replaces a file. If anything fails, the old file is unchanged and the temporary one is removed.</summary>
    /// <remarks>A process killed in between leaves the old file and at worst a temporary one beside it, named <c>.NAME.RANDOM.tmp</c>.</remarks>
    /// <param name="path">The file. Its folder must exist.</param>
    /// <param name="write">Writes the content, from first byte to last.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> names no file.</exception>
    /// <exception cref="IOException">The file cannot be written or replaced.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file may not be written to.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        var target = Path.GetFullPath(path);
        var name = Path.GetFileName(target);
        if (name.Length == 0) throw new ArgumentException($"{path} names a folder, not a file; add a file name.", nameof(path));

        // In the same folder, because a rename is atomic only within one file system.
        var beside = Path.Combine(Path.GetDirectoryName(target)!, $".{name}.{Path.GetRandomFileName()}.tmp");
        try
        {
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, target, overwrite: true);
            FolderFlush.Flush(Path.GetDirectoryName(target)!);
        }
        catch
        {
            Remove(beside);
            throw;
        }
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The original exception says more than this one would.
        }
    }
}
