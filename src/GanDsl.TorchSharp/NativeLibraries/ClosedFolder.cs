using System.Runtime.InteropServices;

namespace GanDsl.Torch;

/// <summary>Whether a folder's files are safe from other users: it belongs to this one or to root, and nobody else may write to it.</summary>
internal static unsafe partial class ClosedFolder
{
    // fcntl.h and sys/stat.h; struct statx is laid out alike on every architecture.
    private const int OfWorkingFolder = -100;
    private const uint User = 0x8;
    private const int UserOffset = 20;
    private const int Length = 256;

    public static bool Is(string path)
    {
        if (!OperatingSystem.IsLinux() || !Directory.Exists(path)) return false;
        const UnixFileMode Others = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        try
        {
            return (File.GetUnixFileMode(path) & Others) == 0 && OwnerOf(path) is { } owner && (owner == 0 || owner == EffectiveUser());
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            // A C library without statx: the copy is made anew, in another folder.
            return false;
        }
    }

    private static uint? OwnerOf(string path)
    {
        var buffer = stackalloc byte[Length];
        return Statx(OfWorkingFolder, path, flags: 0, User, buffer) == 0 ? *(uint*)(buffer + UserOffset) : null;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, byte* buffer);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();
}
