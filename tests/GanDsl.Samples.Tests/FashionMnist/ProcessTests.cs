using System.Diagnostics;
using System.Globalization;
using GanDsl.Training;

namespace GanDsl.Samples.Tests;

/// <summary>The program as users start it, with the real game.</summary>
public sealed class ProcessTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task DamagedData_AreExitCode2_AndOneLine()
    {
        place.WriteImages(0x00000803, 10, new byte[100]);
        var (code, @out, err) = await Run();
        Assert.Equal((2, string.Empty), (code, @out));
        Assert.Matches("^[^\n]*: expected [^\n]* found [^\n]*\n$", err.ReplaceLineEndings("\n"));
        Assert.False(Directory.Exists(place.Output));
    }

    [Fact]
    public async Task NonsenseOptions_AreExitCode2_AndOneLine()
    {
        var (code, @out, err) = await Run("--epochs", "none");
        Assert.Equal((2, string.Empty), (code, @out));
        Assert.Matches("^--epochs: expected [^\n]*\n$", err.ReplaceLineEndings("\n"));
        Assert.False(Directory.Exists(place.Output));
    }

    [Theory]
    [InlineData("torch")]
    [InlineData("ilgpu")]
    public async Task AShortRun_TrainsTheRealGame_AndEndsWithAPicture(string backend)
    {
        var (code, @out, err) = await Run("--epochs", "2", "--batch", "5", "--backend", backend);
        Assert.Equal((0, string.Empty), (code, err));
        var picture = Path.Combine(place.Output, "samples", "epoch-002.png");
        Assert.Contains($"the pictures: {picture}\n", @out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("public sealed partial class ClothingGan;", File.ReadAllText(Path.Combine(place.Output, "report.html")), StringComparison.Ordinal);
        Assert.NotEqual(File.ReadAllBytes(picture), File.ReadAllBytes(Path.Combine(place.Output, "samples", "epoch-000.png")));
        var last = File.ReadAllLines(Path.Combine(place.Output, "metrics.csv"))[^1].Split(',');
        Assert.Equal("4", last[0]);
        var row = MetricsCsv.Header.Split(',').PairedWith(last).ToDictionary(pair => pair.First, pair => pair.Second);
        Assert.Equal(("JSD", "NaN", "NaN", "NaN", "NaN"), (row["divergence"], row["penalty"], row["terms_d"], row["terms_g"], row["augmentation_p"]));
        Assert.All(row, column =>
            Assert.True(
                column.Key is "divergence" or "penalty" or "terms_d" or "terms_g" or "augmentation_p"
                    || double.IsFinite(double.Parse(column.Value, CultureInfo.InvariantCulture)),
                $"{column}"));
        Assert.Single(place.Written, name => name.StartsWith("events/", StringComparison.Ordinal));
        var weights = Safetensors.Read(Path.Combine(place.Output, "generator.safetensors")).Tensors.ToDictionary(t => t.Name, t => t.Shape);
        Assert.Equal([6272, 100], weights["0.weight"]);
    }

    // On Windows, there is no SIGTERM to send.
    [OracleFact<Unix>]
    public async Task Sigterm_SavesWhatThereIs_AndExitsWith130()
    {
        using var process = Start("--epochs", "100000", "--batch", "5");
        for (var lines = 0; lines < 3; lines++) Assert.NotNull(await process.StandardOutput.ReadLineAsync().WaitAsync(Patience));
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync().WaitAsync(Patience);
        var @out = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("Stopped after", await @out, StringComparison.Ordinal);
        Assert.Contains("generator.safetensors", place.Written);
        Assert.Contains("samples/epoch-001.png", place.Written);
        Assert.DoesNotContain(place.Written, name => name.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AKilledRun_IsResumed_BitForBit()
    {
        Assert.Equal(0, (await Run("--epochs", "6", "--batch", "5")).Code);
        var weights = File.ReadAllBytes(Path.Combine(place.Output, "generator.safetensors"));
        Directory.Delete(place.Output, recursive: true);

        using (var process = Start("--epochs", "6", "--batch", "5"))
        {
            // Not before there is a checkpoint, and then as abruptly as can be.
            while (!process.HasExited && !Directory.EnumerateFiles(place.Root, "*-step-*.json", SearchOption.AllDirectories).Any()) await Task.Delay(1);
            process.Kill();
            await process.WaitForExitAsync().WaitAsync(Patience);
        }

        using var resumed = Start(["resume"], ["--epochs", "6"]);
        var (@out, err) = (resumed.StandardOutput.ReadToEndAsync(), resumed.StandardError.ReadToEndAsync());
        await resumed.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal((0, string.Empty), (resumed.ExitCode, await err));
        Assert.Contains("Done after 12 steps", await @out, StringComparison.Ordinal);
        Assert.Equal(weights, File.ReadAllBytes(Path.Combine(place.Output, "generator.safetensors")));
    }

    private async Task<(int Code, string Out, string Err)> Run(params string[] args)
    {
        using var process = Start(args);
        var (@out, err) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, await @out, await err);
    }

    private Process Start(params string[] args) => Start([], args);

    private Process Start(string[] verb, string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var arg in (string[])[
            Path.Combine(AppContext.BaseDirectory, "FashionMnist.dll"), .. verb, "--data", place.Data, "--output", place.Output, .. args
        ])
            start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }
}
