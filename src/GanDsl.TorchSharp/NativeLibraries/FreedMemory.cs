using System.Runtime.InteropServices;

namespace GanDsl.Torch;

/// <summary>
/// Asks glibc to keep freed memory for the next step instead of giving it back to the kernel. libtorch allocates every activation again; those of
/// a training step are megabytes, and returning and faulting in their pages again at every step costs more than the arithmetic on them.
/// </summary>
internal static partial class FreedMemory
{
    /// <summary>An <see cref="AppContext"/> switch: set it to false to leave the allocator unchanged.</summary>
    public const string Switch = "GanDsl.KeepFreedMemory";

    // malloc.h: what may lie free at the heap's end before it is trimmed; what the heap grows by beyond need; from which size on blocks are mapped.
    private const int TrimThreshold = -1;
    private const int TopPad = -2;
    private const int MmapThreshold = -3;
    private const int Megabyte = 1 << 20;

    public static void Keep()
    {
        if (!OperatingSystem.IsLinux() || (AppContext.TryGetSwitch(Switch, out var keep) && !keep)) return;
        try
        {
            // 32 MB is the largest threshold that glibc takes; larger blocks are mapped, as without this.
            _ = SetOption(MmapThreshold, 32 * Megabyte);
            _ = SetOption(TrimThreshold, 512 * Megabyte);
            _ = SetOption(TopPad, 16 * Megabyte);
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            // Another C library: only time is lost.
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetOption(int option, int value);
}
