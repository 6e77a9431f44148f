using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using GanDsl.States;

namespace GanDsl.Training.Tests.Checkpoints;

/// <summary>A run that is killed again and again, at random moments.</summary>
public sealed class KillTests : IDisposable
{
    private const int Runs = 2;
    private const int KillsARun = 25;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AKilledRun_LeavesAWholeCheckpointEachTime_AndGoesOnBitForBit()
    {
        // Two at a time: most of a process's life is its start.
        var runs = await Task.WhenAll(Enumerable.Range(0, Runs).Select(run => Task.Run(() => Kill(folder[$"run-{run}"], new Random(run)))));

        foreach (var run in runs)
        {
            using var straight = SmallRun.NewGame();
            DataPlace? place = null;
            foreach (var checkpoint in run)
            {
                place = SmallRun.Play(straight, place, checkpoint.Step);
                using var resumed = SmallRun.NewGame(seed: 99);
                checkpoint.Load(resumed);
                Assert.Equal(place, checkpoint.Data);
                StateChecks.AssertEqual(straight.State(), resumed.State());
            }

            Assert.True(run[^1].Step > KillsARun, $"{KillsARun} processes took {run[^1].Step} steps: they were killed before they began.");
        }
    }

    private static async Task<List<Checkpoint>> Kill(string path, Random random)
    {
        var found = new List<Checkpoint>();
        for (var kill = 0; kill < KillsARun; kill++)
        {
            using (var process = Start(path))
            {
                // Some steps, so that there is progress on a slow machine; then a moment, so that it may be anywhere in a step or a write.
                for (var steps = random.Next(1, 12); steps > 0; steps--) Assert.NotNull(await process.StandardOutput.ReadLineAsync());
                Thread.Sleep(TimeSpan.FromMicroseconds(random.Next(8_000)));
                process.Kill();
                await process.WaitForExitAsync();
                Assert.NotEqual(0, process.ExitCode);
            }

            if (Checkpoint.Newest(path) is not { } newest)
            {
                // None was written yet; half of one is no checkpoint.
                Assert.Empty(found);
                continue;
            }

            Assert.Empty(newest.PassedOver);
            Assert.True(found.Count == 0 || newest.Step >= found[^1].Step);
            found.Add(newest);
        }

        return found;
    }

    private static Process Start(string path)
    {
        var host = Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        var start = new ProcessStartInfo(host, [typeof(KillTests).Assembly.Location, "train", path, long.MaxValue.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };

        // A process lives for a second: no time to learn which methods are hot.
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start)!;
    }
}
