using System.Reflection;
using System.Runtime.InteropServices;

namespace GanDsl.Torch;

/// <summary>Loads TorchSharp's native half on Linux, unchanged or, where only a link marker prevents loading, as a patched copy.</summary>
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
        var bridge = Find(folders, Bridge) ?? throw Missing(Bridge, folders);
        if (Find(folders, "libtorch.so") is null) throw Missing("libtorch.so", folders);

        // The copy is in another folder and would not find these next to it; once they are loaded, their sonames suffice.
        var refusals = new List<string>();
        foreach (var pattern in Dependencies)
        {
            if (Find(folders, pattern) is { } dependency) TryLoad(dependency, refusals);
        }

        var loaded = Patched(bridge) is { } patched ? PatchedLibrary.TryLoad(patched, refusals) : TryLoad(bridge, refusals);
        if (!loaded) throw Refused(bridge, refusals);
        if (!LoadsByName()) throw new TorchLibraryException($"{bridge} is loaded, but TorchSharp does not find it by its name.");
    }

    /// <summary>Loads a file, or adds what the loader said to the refusals.</summary>
    public static bool TryLoad(string path, List<string> refusals)
    {
        try
        {
            NativeLibrary.Load(path);
            return true;
        }
        catch (Exception refusal) when (refusal is DllNotFoundException or BadImageFormatException)
        {
            refusals.Add(WithoutAdvice(refusal.Message));
            return false;
        }
    }

    // The runtime gives a line of general advice, then what the loader said.
    private static string WithoutAdvice(string message)
    {
        var lines = message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join("; ", lines.Length > 1 ? lines[1..] : lines);
    }

    // The same call as TorchSharp's. Once a library is loaded, its soname is enough to find it.
    private static bool LoadsByName() => NativeLibrary.TryLoad("LibTorchSharp", TorchSharpAssembly, searchPath: null, out _);

    private static Assembly TorchSharpAssembly => typeof(TorchSharp.torch).Assembly;

    private static string? Find(List<string> folders, string pattern) =>
        folders.SelectMany(folder => Directory.EnumerateFiles(folder, pattern)).FirstOrDefault();

    private static byte[]? Patched(string bridge)
    {
        try
        {
            return LinkMarkerPatch.Apply(File.ReadAllBytes(bridge), bridge, LibStdCpp.SoName, LibStdCpp.ProvidedVersions());
        }
        catch (ElfFormatException damage)
        {
            throw new TorchLibraryException(
                $"{bridge} cannot be read: {damage.Message}. Clear the package TorchSharp from the package cache and restore it.", damage);
        }
    }

    private static TorchLibraryException Missing(string file, List<string> folders)
    {
        const string Served = "linux-x64";
        var identifier = NativeFolders.RuntimeIdentifier;
        var platform = identifier == Served ? "" : $" Their Linux libraries are for {Served}; this process is {identifier}.";
        return new(
            $"{file} is not among the application's native libraries. Add a PackageReference to TorchSharp-cpu, or to TorchSharp-cuda-linux, "
            + $"in the version of TorchSharp.{platform} Looked in {string.Join(", ", folders)}.");
    }

    private static TorchLibraryException Refused(string bridge, List<string> refusals) => new(
        $"{bridge} does not load: {string.Join("; ", refusals.Distinct(StringComparer.Ordinal))}. "
        + "A damaged file: restore the packages again. A missing library or version: install it, or use a TorchSharp built for this system. "
        + "No folder to load from: let XDG_CACHE_HOME name one that can be written and executed from.");
}
