using System.Globalization;
using GanDsl.Training.Tests.Checkpoints;
using GanDsl.Training.Tests.Runs;

namespace GanDsl.Training.Tests;

/// <summary>
/// What a test runs as a process of its own. <c>train FOLDER</c> begins a run without an end, over what is in the folder, and <c>resume FOLDER</c> goes on with
/// the folder's; both tell each step. <c>wait FOLDER</c> trains until its data wait for ever, tells so, and stops when it is asked to by a signal.
/// </summary>
internal static class Program
{
    /// <summary>After so many steps the data wait.</summary>
    public const int StepsBeforeWaiting = 30;

    public static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["train" or "resume", var folder]:
                SmallRun.Train(folder, arguments[0] == "train", step => Tell(step.ToString(CultureInfo.InvariantCulture)));
                return 0;
            case ["wait", var folder]:
                return Wait(folder);
            default:
                return 2;
        }
    }

    private static int Wait(string folder)
    {
        using var signals = new StopSignals();
        using var never = new ManualResetEventSlim();
        var data = new SourceThatFails(StepsBeforeWaiting, never);
        _ = Task.Run(() =>
        {
            data.Waits.Wait();
            Tell("waiting");
        });
        return FakeRun.New(FakeRun.Options(folder), data: data).Train(stop: signals.Token) is { Stopped: true, Steps: StepsBeforeWaiting } ? 0 : 1;
    }

    private static void Tell(string line)
    {
        Console.WriteLine(line);
        Console.Out.Flush();
    }
}
