using System.Security.Cryptography;
using System.Text;

namespace GanDsl.Ilgpu;

/// <summary>
/// Kernels' texts from earlier processes, a file each: who finds one there need not translate the kernel again. A folder that cannot be read or written, a file
/// that is damaged or not ours: then nothing is found, and nothing else happens.
/// </summary>
/// <remarks>A file is its mark, the SHA-256 of the rest, and the text in UTF-8; it is named by the SHA-256 of what the text depends on.</remarks>
/// <param name="folder">Where the files are; created when the first is written.</param>
/// <param name="limit">How many bytes the files may have in all: beyond, the ones that were used longest ago are deleted.</param>
internal sealed class KernelStore(string folder, long limit = 64L << 20)
{
    /// <summary>The environment variable with the folder, or <c>off</c> for none.</summary>
    public const string Variable = "GANDSL_KERNELS";

    private const string Extension = ".kernel";
    private static readonly byte[] Mark = "GanDsl kernel 1\n"u8.ToArray();
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1), Recent = TimeSpan.FromDays(1);
    private readonly Lock counting = new();
    private long? bytes;

    /// <summary>The store of the user who runs the process, or null if there is none: it is switched off, or the user has no folder for such data.</summary>
    public static KernelStore? OfUser() => Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" => Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } data
            ? new KernelStore(Path.Combine(data, "GanDsl", "kernels"))
            : null,
        "off" => null,
        { } named => new KernelStore(named),
    };

    /// <summary>The text that was added under a key, or null.</summary>
    /// <param name="key">All that the text depends on.</param>
    public string? Find(string key)
    {
        try
        {
            var file = FileOf(key);
            if (!file.Exists) return null;
            var content = File.ReadAllBytes(file.FullName);
            var start = Mark.Length + SHA256.HashSizeInBytes;
            if (content.Length < start || !content.AsSpan().StartsWith(Mark)) return null;
            var text = content.AsSpan(start);
            if (!content.AsSpan(Mark.Length, SHA256.HashSizeInBytes).SequenceEqual(SHA256.HashData(text))) return null;
            if (DateTime.UtcNow - file.LastWriteTimeUtc > Recent) Touch(file);
            return Encoding.UTF8.GetString(text);
        }
        catch (Exception error) when (IsOfTheFolder(error))
        {
            return null;
        }
    }

    /// <summary>Keeps a text. Written beside and renamed: other processes see all of it or nothing.</summary>
    /// <param name="key">All that the text depends on.</param>
    /// <param name="text">The text.</param>
    public void Add(string key, string text)
    {
        try
        {
            var file = FileOf(key);
            var beside = $"{file.FullName}.{Path.GetRandomFileName()}";
            var content = Encoding.UTF8.GetBytes(text);
            Directory.CreateDirectory(folder);
            try
            {
                using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
                {
                    stream.Write(Mark);
                    stream.Write(SHA256.HashData(content));
                    stream.Write(content);
                    stream.Flush(flushToDisk: true);
                }

                File.Move(beside, file.FullName, overwrite: true);
            }
            catch
            {
                File.Delete(beside);
                throw;
            }

            Count(Mark.Length + SHA256.HashSizeInBytes + content.Length);
        }
        catch (Exception error) when (IsOfTheFolder(error))
        {
            // The next process translates again.
        }
    }

    // Not every time: another process may hold the file.
    private static void Touch(FileInfo file)
    {
        try
        {
            file.LastWriteTimeUtc = DateTime.UtcNow;
        }
        catch (Exception error) when (IsOfTheFolder(error))
        {
            // It stays as old as it looks.
        }
    }

    private static bool IsOfTheFolder(Exception error) =>
        error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException or System.Security.SecurityException;

    private FileInfo FileOf(string key) =>
        new(Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))) + Extension));

    // What other processes add meanwhile is seen by the next process.
    private void Count(long added)
    {
        lock (counting)
        {
            bytes = bytes is null ? Files().Sum(file => file.Length) : bytes + added;
            if (bytes <= limit) return;
            foreach (var file in Files().OrderBy(file => file.LastWriteTimeUtc))
            {
                if (bytes <= limit * 3 / 4) break;
                bytes -= file.Length;
                file.Delete();
            }
        }
    }

    // Also what a process that was killed has left beside.
    private FileInfo[] Files()
    {
        var all = new DirectoryInfo(folder).GetFiles($"*{Extension}*");
        foreach (var file in all.Where(file => file.Extension != Extension && DateTime.UtcNow - file.LastWriteTimeUtc > Abandoned)) file.Delete();
        return [.. all.Where(file => file.Extension == Extension)];
    }
}
