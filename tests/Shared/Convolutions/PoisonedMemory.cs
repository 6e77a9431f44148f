using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace GanDsl.Convolutions;

/// <summary>While it is open, what glibc hands out is full of NaN, so that whoever reads what nobody wrote is seen. Elsewhere it does nothing.</summary>
public static class PoisonedMemory
{
    // malloc.h: every byte of a block is set to the complement of this one's lowest byte, unless it is 0. 256 is not 0, and makes bytes of ones, which are NaN.
    private const int Perturb = -6;
    private const int CompleteOnes = 256;

    public static IDisposable Open()
    {
        Set(CompleteOnes);
        return new Closing();
    }

    /// <summary>Whether fresh memory is full of NaN while this is open.</summary>
    public static bool Works()
    {
        using (Open())
        {
            using var fresh = empty(100_000);
            using var isNaN = fresh.isnan();
            return isNaN.all().item<bool>();
        }
    }

    private static void Set(int value)
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            _ = SetOption(Perturb, value);
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            // Another C library. Works says so.
        }
    }

    [DllImport("libc", EntryPoint = "mallopt")]
    private static extern int SetOption(int option, int value);

    private sealed class Closing : IDisposable
    {
        public void Dispose() => Set(0);
    }
}
