using GanDsl.Torch;

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
    public void ADamagedCachedCopy_IsRepairedAndLoaded()
    {
        using var cache = new TemporaryFolder();
        FreshProcess.Run(FreshProcess.Assembly, "sum", ("XDG_CACHE_HOME", cache.Path));
        foreach (var copy in Directory.GetFiles(cache.Path, "*", SearchOption.AllDirectories)) File.WriteAllText(copy, "damaged");

        Assert.Equal((0, "3"), FreshProcess.Run(FreshProcess.Assembly, "sum", ("XDG_CACHE_HOME", cache.Path)));
    }

    /// <summary>As in a container whose file system is read-only, temporary files' folder and all.</summary>
    [OracleFact<ReadOnlyMounts>]
    public void AProcessWithACopyInAReadOnlyCache_AndNowhereElseToWrite_Computes()
    {
        using var cache = new TemporaryFolder();
        FreshProcess.Run(FreshProcess.Assembly, "sum", ("XDG_CACHE_HOME", cache.Path));
        using var mount = ReadOnlyMount.Make(cache.Path);

        Assert.Equal(
            (0, "3"), FreshProcess.Run(FreshProcess.Assembly, "sum", ("XDG_CACHE_HOME", cache.Path), ("HOME", NoFolder), ("TMPDIR", NoFolder)));
    }

    [LinuxFact]
    public void WhereTheOriginalLoads_NoCopyIsMade()
    {
        using var application = new ApplicationFolder();
        application.AddNatives("libLibTorchSharp.so", original =>
        {
            var content = File.ReadAllBytes(original);
            return LinkMarkerPatch.Apply(content, original, LibStdCpp.SoName, LibStdCpp.ProvidedVersions()) ?? content;
        });

        Assert.Equal((0, "3"), application.Run("sum"));
        Assert.False(Directory.Exists(application.Cache));
    }

    [LinuxFact]
    public void AnApplicationWithoutLibtorch_IsToldWhichPackageToAdd()
    {
        using var application = new ApplicationFolder();

        var (exitCode, output) = application.Run("ensure");

        Assert.Equal(1, exitCode);
        Assert.StartsWith(
            "libLibTorchSharp.so is not among the application's native libraries. Add a PackageReference to TorchSharp-cpu", output, StringComparison.Ordinal);
    }

    [LinuxFact]
    public void ADependencyThatDoesNotLoad_IsNamedWithWhatTheLoaderSaidOfIt()
    {
        using var application = new ApplicationFolder();
        application.AddNatives("libc10.so", _ => "no library"u8.ToArray());

        var (exitCode, output) = application.Run("ensure");

        Assert.Equal(1, exitCode);
        Assert.Contains("libLibTorchSharp.so does not load: ", output, StringComparison.Ordinal);
        Assert.Contains("libc10.so: file too short", output, StringComparison.Ordinal);
    }
}
