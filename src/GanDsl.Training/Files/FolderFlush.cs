using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace GanDsl.Training;

/// <summary>Flushes a folder: on Unix a file's new name is on the disk only when its folder is. .NET cannot open folders.</summary>
internal static partial class FolderFlush
{
    private const int ReadOnly = 0;
    private const int InputOutputError = 5;

    /// <returns>
    /// Whether it was flushed: not on Windows, whose file systems persist names themselves, and not where a folder is not readable or has nothing to flush.
    /// </returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public static bool Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return false;
        var descriptor = Open(folder, ReadOnly);
        if (descriptor < 0) return false;
        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        if (Sync(handle) == 0) return true;
        return Marshal.GetLastPInvokeError() == InputOutputError ? throw new IOException($"The disk failed to take over {folder}.") : false;
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(SafeFileHandle file);
}
