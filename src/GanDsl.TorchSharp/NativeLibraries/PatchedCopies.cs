using System.Security.Cryptography;

namespace GanDsl.Torch;

/// <summary>A folder of patched libraries, each named by its content's hash, so that processes and versions can share it.</summary>
internal sealed class PatchedCopies(string folder)
{
    private const UnixFileMode OnlyUser = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The path of a file with this content, written unless a whole one is there, also where nothing can be written.</summary>
    /// <param name="name">The prefix of the file's name.</param>
    /// <param name="content">Its content.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written, or belongs to another user.</exception>
    public string Store(string name, byte[] content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var path = Path.Combine(folder, $"{name}-{hash[..32]}.so");
        try
        {
            CreateFolder();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A read-only file system, or an administrator's folder.
            if (ClosedFolder.Is(folder) && Holds(path, content)) return path;
            throw;
        }

        if (!Holds(path, content)) Write(path, content);
        return path;
    }

    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        // CreateDirectory gives the mode to the last folder only, and a parent that is open to all could be swapped.
        if (Path.GetDirectoryName(folder) is { } parent) Directory.CreateDirectory(parent, OnlyUser);
        Directory.CreateDirectory(folder, OnlyUser);
        // A folder that was there may be open to others; only its owner can close it, so this also refuses a planted one.
        File.SetUnixFileMode(folder, OnlyUser);
    }

    private static bool Holds(string path, byte[] content) =>
        new FileInfo(path) is { Exists: true } file && file.Length == content.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);

    // Under a name of its own, then renamed: another process sees the whole file or none, and one that has a damaged
    // file mapped keeps it.
    private static void Write(string path, byte[] content)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
