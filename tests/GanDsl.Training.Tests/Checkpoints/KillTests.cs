using System.Diagnostics;
using GanDsl.States;

namespace GanDsl.Training.Tests.Checkpoints;

/// <summary>Runs that are killed again and again, at random moments, and gone on with, or replaced by new ones.</summary>
public sealed class KillTests : IDisposable
{
    private const int Folders = 2;
    private const int KillsAFolder = 25;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>
    /// A new run over another has the same checkpoints of the same steps as that one: so each that is found, whichever run it is of, is that of a game that was
    /// never interrupted.
    /// </summary>
    [Fact]
    public async Task AKilledRun_LeavesAWholeCheckpointEachTime_AndGoesOnBitForBit()
    {
        // Two at a time: most of a process's life is its start.
        var folders = await Task.WhenAll(Enumerable.Range(0, Folders).Select(run => Task.Run(() => Kill(folder[$"run-{run}"], new Random(run)))));

        var found = folders.SelectMany(checkpoints => checkpoints).OrderBy(checkpoint => checkpoint.Step).ToList();
        Assert.True(found.Count > Folders * KillsAFolder / 2, $"{found.Count} kills left a checkpoint: the others came before the first one.");
        using var straight = SmallRun.AtTheStart();
        DataPlace? place = null;
        foreach (var checkpoint in found)
        {
            place = SmallRun.Play(straight, place, checkpoint.Step);
            using var resumed = SmallRun.NewGame(seed: 99);
            checkpoint.Load(resumed);
            Assert.Equal(place, checkpoint.Data);
            StateChecks.AssertEqual(straight.State(), resumed.State());
        }
    }

    private static async Task<List<Checkpoint>> Kill(string path, Random random)
    {
        var found = new List<Checkpoint>();
        for (var kill = 0; kill < KillsAFolder; kill++)
        {
            var isNew = found.Count == 0 || random.Next(3) == 0;
            using (var process = OwnProcess.Start(isNew ? "train" : "resume", path))
            {
                // Some steps, so that there is progress on a slow machine; then a moment, so that it may be anywhere in a step or a write.
                for (var steps = random.Next(1, 12); steps > 0; steps--)
                    Assert.True(await process.StandardOutput.ReadLineAsync() is not null, await Error(process));
                Thread.Sleep(TimeSpan.FromMicroseconds(random.Next(8_000)));
                process.Kill();
                await process.WaitForExitAsync();
                Assert.NotEqual(0, process.ExitCode);
            }

            if (Checkpoint.Newest(Path.Combine(path, "checkpoints")) is not { } newest)
            {
                // None was written yet; half of one is no checkpoint.
                Assert.Empty(found);
                continue;
            }

            // A run goes on from where it was, or another has begun.
            Assert.Empty(newest.PassedOver);
            Assert.True(isNew || newest.Step >= found[^1].Step);
            found.Add(newest);
        }

        return found;
    }

    private static async Task<string> Error(Process process) => process.HasExited ? await process.StandardError.ReadToEndAsync() : string.Empty;
}
