using GanDsl.Torch;

namespace GanDsl.Tests.Torch.NativeLibraries;

/// <summary>This test assembly as an application of its own, all files in one folder and no deps.json to name others.</summary>
internal sealed class ApplicationFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ApplicationFolder()
    {
        var source = Path.GetDirectoryName(FreshProcess.Assembly)!;
        foreach (var file in Directory.EnumerateFiles(source, "*.dll").Append(Path.ChangeExtension(FreshProcess.Assembly, ".runtimeconfig.json")))
        {
            File.Copy(file, Path.Combine(_folder.Path, Path.GetFileName(file)));
        }
    }

    /// <summary>Where patched copies of its processes go.</summary>
    public string Cache => Path.Combine(_folder.Path, "cache");

    public void Dispose() => _folder.Dispose();

    /// <summary>Adds links to the native libraries, and one file of its own in the place of another.</summary>
    public void AddNatives(string replaced, Func<string, byte[]> replacement)
    {
        var natives = NativeFolders.All().First(folder => File.Exists(Path.Combine(folder, "libLibTorchSharp.so")));
        foreach (var file in Directory.EnumerateFiles(natives, "*.so*"))
        {
            var name = Path.GetFileName(file);
            var place = Path.Combine(_folder.Path, name);
            if (name == replaced) File.WriteAllBytes(place, replacement(file));
            else File.CreateSymbolicLink(place, file);
        }
    }

    public (int ExitCode, string Output) Run(string argument) =>
        FreshProcess.Run(Path.Combine(_folder.Path, Path.GetFileName(FreshProcess.Assembly)), argument, ("XDG_CACHE_HOME", Cache));
}
