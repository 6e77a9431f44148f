using GanDsl.Training.Tests.Checkpoints;

namespace GanDsl.Training.Tests.Runs;

/// <summary>The signals that ask a process to end, while its data take for ever.</summary>
public sealed class StopSignalsTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [OracleTheory<Unix>]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public async Task ASignal_SavesTheLastStep_AndWaitsForNoData(string signal)
    {
        using var process = OwnProcess.Start("wait", folder.Path);
        Assert.Equal("waiting", await process.StandardOutput.ReadLineAsync());
        Assert.True(Command.Run("kill", "-s", signal, $"{process.Id}"));
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);
        Assert.Equal((0, string.Empty), (process.ExitCode, await process.StandardError.ReadToEndAsync()));
        Assert.Equal(Program.StepsBeforeWaiting, Checkpoint.Newest(folder["checkpoints"])!.Step);
    }
}
