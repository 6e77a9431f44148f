using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace GanDsl.Training;

/// <summary>Files that have no content of their own, such as named pipes: to open one waits for a writer, perhaps for ever.</summary>
internal static partial class Pipes
{
    private const int DoNotWaitOnLinux = 0x800;
    private const int DoNotWaitOnMac = 0x4;

    /// <summary>Whether a path is that of such a file. Waits for nothing; false where it cannot be opened.</summary>
    public static bool IsPipe(string path)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS()) return false;
        var descriptor = Open(path, OperatingSystem.IsLinux() ? DoNotWaitOnLinux : DoNotWaitOnMac);
        if (descriptor < 0) return false;
        using var file = new FileStream(new SafeFileHandle(descriptor, ownsHandle: true), FileAccess.Read, bufferSize: 0);
        return !file.CanSeek;
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
