using System.Reflection;
using System.Runtime.InteropServices;

namespace GanDsl.Torch;

/// <summary>Loads TorchSharp's native half on Linux, as it is or, where only a link marker keeps it from loading, as a patched copy.</summary>
internal static class LinuxLoader
{
    private const string Bridge = "libLibTorchSharp.so";

    // In the order in which they need each other; the CUDA ones are there only in CUDA packages.
    private static readonly string[] Dependencies = ["libgomp-*.so.1", "libc10.so", "libtorch_cpu.so", "libc10_cuda.so", "libtorch_cuda.so", "libtorch.so"];

    /// <exception cref="TorchLibraryException">A file is missing or cannot be loaded.</exception>
    public static void Load()
    {
        if (LoadsByName()) return;

        var folders = NativeFolders.All();
        var bridge = Find(folders, Bridge) ?? throw Missing(Bridge);
        if (Find(folders, "libtorch.so") is null) throw Missing("libtorch.so");

        // The copy lies elsewhere and would not find these beside it; loaded once, their sonames satisfy it.
        foreach (var pattern in Dependencies)
        {
            if (Find(folders, pattern) is { } dependency) NativeLibrary.TryLoad(dependency, out _);
        }

        var content = File.ReadAllBytes(bridge);
        if (Patched(content, bridge) is { } patched) LoadCopy(patched, bridge);
        else LoadFile(bridge, bridge);
        if (!LoadsByName()) throw new TorchLibraryException($"{bridge} is loaded, but TorchSharp does not find it by its name.");
    }

    // The very call that TorchSharp makes. By now it also finds a library by the soname of one that is loaded.
    private static bool LoadsByName() => NativeLibrary.TryLoad("LibTorchSharp", TorchSharpAssembly, searchPath: null, out _);

    private static Assembly TorchSharpAssembly => typeof(TorchSharp.torch).Assembly;

    private static string? Find(List<string> folders, string pattern) =>
        folders.SelectMany(folder => Directory.EnumerateFiles(folder, pattern)).FirstOrDefault();

    private static byte[]? Patched(byte[] content, string bridge)
    {
        try
        {
            return LinkMarkerPatch.Apply(content, bridge, LibStdCpp.SoName, LibStdCpp.ProvidedVersions());
        }
        catch (ElfFormatException damage)
        {
            throw new TorchLibraryException($"{bridge} or {LibStdCpp.SoName} cannot be read: {damage.Message}; restore the package TorchSharp anew.", damage);
        }
    }

    private static void LoadCopy(byte[] patched, string bridge)
    {
        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "GanDsl", "native");
        LoadFile(new PatchedCopies(folder).Store("libLibTorchSharp", patched), bridge);
    }

    private static void LoadFile(string path, string bridge)
    {
        try
        {
            NativeLibrary.Load(path);
        }
        catch (Exception refusal) when (refusal is DllNotFoundException or BadImageFormatException)
        {
            throw new TorchLibraryException($"{bridge} does not load: {refusal.Message}", refusal);
        }
    }

    private static TorchLibraryException Missing(string file) => new(
        $"{file} is in none of the application's native folders; "
        + $"add a PackageReference to TorchSharp-cpu, or to TorchSharp-cuda-linux, in the version of TorchSharp (they serve linux-x64, this process is {NativeFolders.RuntimeIdentifier}).");
}
