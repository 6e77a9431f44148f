namespace GanDsl.Training;

/// <summary>What names say of files in folders of pictures.</summary>
internal static class PictureKinds
{
    /// <summary>The kinds that are read, for people.</summary>
    public const string Read = "PNG, JPEG, WebP, BMP or GIF";

    private static readonly HashSet<string> read = new(StringComparer.OrdinalIgnoreCase) { ".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".webp", ".bmp", ".gif" };

    private static readonly HashSet<string> other = new(StringComparer.OrdinalIgnoreCase)
    {
        ".arw", ".avif", ".cr2", ".cr3", ".dcm", ".dib", ".dng", ".exr", ".hdr", ".heic", ".heif", ".ico", ".j2k", ".jp2", ".jxl", ".nef", ".orf", ".pbm",
        ".pcx", ".pgm", ".pnm", ".ppm", ".psd", ".raf", ".rw2", ".svg", ".tga", ".tif", ".tiff", ".xcf",
    };

    // Of systems and of tools that write beside pictures; names that begin with a dot are hidden anyway.
    private static readonly HashSet<string> systems = new(StringComparer.OrdinalIgnoreCase)
    {
        "__MACOSX", "@eaDir", "$RECYCLE.BIN", "System Volume Information", "lost+found", "Thumbs.db", "desktop.ini",
    };

    /// <summary>Whether a file's name is that of a picture that is read.</summary>
    public static bool IsRead(string name) => read.Contains(Path.GetExtension(name));

    /// <summary>Whether a file's name is that of a picture of a kind that is not read.</summary>
    public static bool IsOther(string name) => other.Contains(Path.GetExtension(name));

    /// <summary>Whether a file or folder is hidden, or a system's.</summary>
    public static bool IsHidden(FileSystemInfo entry) => entry.Name[0] == '.' || systems.Contains(entry.Name)
        || (OperatingSystem.IsWindows() && (entry.Attributes & (FileAttributes.Hidden | FileAttributes.System)) != 0);
}
