using System.Text;

namespace GanDsl.Training;

/// <summary>
/// Files that are either unchanged or completely new: written under a temporary name, flushed to the disk, renamed; then the folder is flushed.
/// </summary>
public static class AtomicFile
{
    // The longest name of Linux's and macOS's file systems, in UTF-8.
    private const int MostBytes = 255;

    private const string Ending = ".tmp";

    // A writer that was killed leaves a temporary file; one that lives does not take that long.
    private static readonly TimeSpan Stale = TimeSpan.FromHours(1);

    /// <summary>Writes or replaces a file. If anything fails, the old file is unchanged and the temporary one is removed.</summary>
    /// <remarks>
    /// A process killed in between leaves the old file and at worst a temporary one beside it, named <c>.NAME.RANDOM.tmp</c>; a later call for the same file
    /// removes it once it is an hour old. Where the path is a link, the file that it leads to is written, and the link stays.
    /// </remarks>
    /// <param name="path">The file. Its folder must exist.</param>
    /// <param name="write">Writes the content, from first byte to last.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> names no file.</exception>
    /// <exception cref="DirectoryNotFoundException">The file's folder does not exist.</exception>
    /// <exception cref="IOException">The file cannot be written or replaced.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file may not be written to.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        var target = Path.GetFullPath(path);
        if (Path.GetFileName(target).Length == 0) throw new ArgumentException($"{path} names a folder, not a file; add a file name.", nameof(path));
        var file = new FileInfo(target);
        if (file.LinkTarget is not null) target = file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        var (folder, name) = (Path.GetDirectoryName(target)!, Path.GetFileName(target));
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"{path} cannot be written: its folder {folder} does not exist; create it, or name another.");

        // In the same folder, because a rename is atomic only within one file system.
        var prefix = Prefix(name);
        RemoveStale(folder, prefix);
        var beside = Path.Combine(folder, prefix + Path.GetRandomFileName() + Ending);
        try
        {
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, target, overwrite: true);
            FolderFlush.Flush(folder);
        }
        catch (Exception e)
        {
            Remove(beside);

            // The file that was asked for, not the one beside it.
            if (e.GetType() == typeof(IOException) && e.Message.Contains(beside, StringComparison.Ordinal))
                throw new IOException(e.Message.Replace(beside, target, StringComparison.Ordinal), e.HResult);
            throw;
        }
    }

    /// <summary>What temporary files of a name begin with: of a long one as much as leaves room for the rest.</summary>
    private static string Prefix(string name)
    {
        var room = MostBytes - 2 - Path.GetRandomFileName().Length - Ending.Length;
        while (Encoding.UTF8.GetByteCount(name) > room) name = name[..^(char.IsLowSurrogate(name[^1]) ? 2 : 1)];
        return $".{name}.";
    }

    private static void RemoveStale(string folder, string prefix)
    {
        try
        {
            // Folders of runs have thousands of files, and few of these.
            foreach (var other in new DirectoryInfo(folder).EnumerateFiles($".*{Ending}"))
            {
                if (IsTemporary(other.Name, prefix) && DateTime.UtcNow - other.LastWriteTimeUtc > Stale) Remove(other.FullName);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be listed may still be written to.
        }
    }

    // Exactly ours: the prefix, a random name, which has one dot and eleven letters or digits, and the ending.
    private static bool IsTemporary(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal)
        && name.Length == prefix.Length + Path.GetRandomFileName().Length + Ending.Length
        && name.AsSpan(prefix.Length, name.Length - prefix.Length - Ending.Length).Count('.') == 1;

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
