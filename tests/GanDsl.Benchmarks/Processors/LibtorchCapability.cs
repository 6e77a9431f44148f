using System.Runtime.InteropServices;

namespace GanDsl.Benchmarks.Processors;

/// <summary>Asks libtorch by which instructions it chooses its own kernels; TorchSharp does not bind that.</summary>
internal static class LibtorchCapability
{
    // std::string at::get_cpu_capability(), with libstdc++'s names.
    private const string Symbol = "_ZN2at18get_cpu_capabilityB5cxx11Ev";

    // A std::string of libstdc++: where its text is, how long it is, and 16 bytes for a short one.
    private const int SizeOfString = 32;

    // A result of 32 bytes is returned through a hidden first argument.
    private delegate IntPtr Capability(IntPtr result);

    /// <summary>DEFAULT, AVX2 or AVX512; null where it cannot be asked: other systems than Linux x64 lay names and results out in other ways.</summary>
    public static string? Ask()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64) return null;
        if (!NativeLibrary.TryLoad("libtorch_cpu.so", typeof(TorchSharp.torch).Assembly, null, out var library)) return null;
        if (!NativeLibrary.TryGetExport(library, Symbol, out var address)) return null;
        var text = Marshal.AllocHGlobal(SizeOfString);
        try
        {
            Marshal.GetDelegateForFunctionPointer<Capability>(address)(text);
            return Marshal.PtrToStringUTF8(Marshal.ReadIntPtr(text), (int)Marshal.ReadIntPtr(text, IntPtr.Size));
        }
        finally
        {
            // Its words are short ones, which own no memory.
            Marshal.FreeHGlobal(text);
        }
    }
}
