namespace GanDsl.Tests.Torch.NativeLibraries;

public sealed class FreshProcessTests
{
    // Nobody, not even root, can create it.
    private const string NoFolder = "/proc/no-such-folder";

    [Fact]
    public void AProcessWhoseFirstLineTouchesTorch_Computes() =>
        Assert.Equal((0, "3"), FreshProcess.Run(FreshProcess.Assembly, "sum"));

    [LinuxFact]
    public void AProcessWithoutAWritableCache_Computes() =>
        Assert.Equal((0, "3"), FreshProcess.Run(FreshProcess.Assembly, "sum", ("HOME", NoFolder), ("XDG_CACHE_HOME", NoFolder)));

    [LinuxFact]
    public void ProcessesThatStartTogetherOnAnEmptyCache_AllCompute()
    {
        using var cache = new TemporaryFolder();

        var results = new (int, string)[4];
        Parallel.For(0, results.Length, i => results[i] = FreshProcess.Run(FreshProcess.Assembly, "sum", ("XDG_CACHE_HOME", cache.Path)));

        Assert.All(results, result => Assert.Equal((0, "3"), result));
        Assert.True(Directory.GetFiles(cache.Path, "*", SearchOption.AllDirectories).Length <= 1);
    }

    [LinuxFact]
    public void AnApplicationWithoutLibtorch_IsToldWhichPackageToAdd()
    {
        using var application = new TemporaryFolder();
        CopyManagedFilesTo(application.Path);

        var (exitCode, output) = FreshProcess.Run(Path.Combine(application.Path, Path.GetFileName(FreshProcess.Assembly)), "ensure");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("libLibTorchSharp.so is not among the application's native libraries. Add a PackageReference to TorchSharp-cpu", output, StringComparison.Ordinal);
    }

    // Without its deps.json the host knows no package folder and no native library.
    private static void CopyManagedFilesTo(string folder)
    {
        var source = Path.GetDirectoryName(FreshProcess.Assembly)!;
        foreach (var file in Directory.EnumerateFiles(source, "*.dll").Append(Path.ChangeExtension(FreshProcess.Assembly, ".runtimeconfig.json")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }
}
