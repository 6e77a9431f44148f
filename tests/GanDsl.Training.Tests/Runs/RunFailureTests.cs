using GanDsl.FakeGames;
using GanDsl.Training.Tests.Checkpoints;

namespace GanDsl.Training.Tests.Runs;

/// <summary>Whatever ends a run, the last whole step is saved first; and what only watches it does not end it.</summary>
public sealed class RunFailureTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly List<string> warnings = [];

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("OnReport")]
    [InlineData("OnEpoch")]
    [InlineData("OnWarning")]
    public void AnObserverThatThrows_IsReportedOnce_AndSwitchedOff(string observer)
    {
        var calls = 0;
        void Throw()
        {
            calls++;
            throw new TimeoutException("nobody listens");
        }

        var options = FakeRun.Options(folder.Path, epochs: 3) with { Health = new() { ReportsToWarn = 1 }, OnWarning = warnings.Add };
        var outcome = FakeRun.New(
            observer switch
            {
                "OnReport" => options with { OnReport = _ => Throw() },
                "OnEpoch" => options with { OnEpoch = _ => Throw() },
                _ => options with { OnWarning = _ => Throw() },
            },
            new FakeGame { ReportOf = step => Report(step, estimate: step == 100 || step == 150 ? -1 : 0.1) }).Train();

        Assert.Equal((195, 1), (outcome.Steps, calls));
        var said = $"{observer} is switched off: TimeoutException, nobody listens";
        Assert.Single(File.ReadAllLines(folder["warnings.txt"]), line => line.EndsWith(said, StringComparison.Ordinal));
        Assert.Equal(observer == "OnWarning" ? [] : [said], warnings.Where(warning => warning.Contains("switched off", StringComparison.Ordinal)));
    }

    [Fact]
    public void AnObserverOfContinuations_IsSwitchedOffLikeTheOthers()
    {
        FakeRun.StopAt(30, FakeRun.Options(folder.Path));
        var options = FakeRun.Options(folder.Path) with { OnContinue = _ => throw new TimeoutException("nobody listens"), OnWarning = warnings.Add };
        Assert.Equal(65, FakeRun.New(options).Resume().Steps);
        Assert.Contains("OnContinue is switched off: TimeoutException, nobody listens", warnings);
    }

    [Fact]
    public void AnObserverThatThrows_EndsTheRunThatAsksForIt_AndTheStepIsSaved()
    {
        var options = FakeRun.Options(folder.Path, epochs: 3) with
        {
            OnObserverError = OnObserverError.Stop,
            OnReport = status => { if (status.Report.Step == 100) throw new TimeoutException("nobody listens"); },
        };
        Assert.Throws<TimeoutException>(() => FakeRun.New(options).Train());
        AssertSavedAndContinues(step: 100);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(null)]
    public void DataThatThrow_EndTheRun_AndTheStepBeforeIsSaved(int? ahead)
    {
        var options = FakeRun.Options(folder.Path, epochs: 3) with { BatchesAhead = ahead, OnWarning = warnings.Add };
        var error = Assert.Throws<NotSupportedException>(() => FakeRun.New(options, data: new SourceThatFails(after: 83)).Train());
        Assert.Equal("the tape has torn", error.Message);
        Assert.Equal(["The run ends after step 83; the checkpoint of step 83 is whole: NotSupportedException, the tape has torn"], warnings);
        AssertSavedAndContinues(step: 83);
    }

    [Fact]
    public void AMetricThatThrows_EndsTheRun_AndTheStepIsSaved_WithoutIt()
    {
        var options = FakeRun.Options(folder.Path, epochs: 3) with
        {
            StepsPerCheckpoint = 40,
            Metric = report => report.Step == 80 ? throw new TimeoutException("no features") : new Metric("m", 1),
        };
        Assert.Throws<TimeoutException>(() => FakeRun.New(options).Train());
        Assert.Null(Checkpoint.Newest(folder["checkpoints"])!.Metric);
        AssertSavedAndContinues(step: 80);
    }

    /// <summary>The last number that is needed: all else of the run is there by then.</summary>
    [Fact]
    public void AnEvaluationThatThrows_LosesItselfAlone()
    {
        Assert.Throws<TimeoutException>(() => FakeRun.New(FakeRun.Options(folder.Path) with { Evaluate = _ => throw new TimeoutException() }).Train());
        Assert.Equal(65, Checkpoint.Newest(folder["checkpoints"])!.Step);
        Assert.True(File.Exists(folder["report.html"]) && File.Exists(folder["generator.safetensors"]));
    }

    /// <summary>A step that was not finished is no state to save: the last checkpoint stays, and is named.</summary>
    [Fact]
    public void AStepThatThrows_IsNotSaved()
    {
        var game = new FakeGame { AfterStep = step => { if (step == 83) throw new InvalidOperationException("out of memory"); } };
        Assert.Throws<InvalidOperationException>(() => FakeRun.New(FakeRun.Options(folder.Path, epochs: 3) with { OnWarning = warnings.Add }, game).Train());
        Assert.Equal(
            ["The run ends after step 83, in the middle of a step; the checkpoint of step 65 is whole: InvalidOperationException, out of memory"], warnings);
        Assert.Equal(65, Checkpoint.Newest(folder["checkpoints"])!.Step);
    }

    [Fact]
    public void WeightsThatAreNotFinite_AreNotSaved_AndTheLastGoodOnesAreNamed()
    {
        var game = new FakeGame { IsBroken = game => game.Steps >= 80 };
        var options = FakeRun.Options(folder.Path, epochs: 3) with { OnWarning = warnings.Add, Health = new() { StepsPerCheck = 1000 } };
        Assert.Throws<NotSupportedException>(() => FakeRun.New(options, game, new SourceThatFails(after: 83)).Train());
        Assert.Equal(
            ["The run ends after step 83, which could not be saved; the checkpoint of step 65 is whole: NotSupportedException, the tape has torn"], warnings);
        Assert.Equal(65, Checkpoint.Newest(folder["checkpoints"])!.Step);
    }

    /// <summary>A display fails when its terminal is gone: before the run, in the middle, at its end.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(int.MaxValue)]
    public void ADisplayThatFails_DoesNotEndTheRun(int after)
    {
        var display = new BrokenDisplay(after);
        Assert.Equal(195, FakeRun.New(FakeRun.Options(folder.Path, epochs: 3)).Train(display).Steps);
        Assert.Equal(195, Checkpoint.Newest(folder["checkpoints"])!.Step);
        Assert.InRange(display.Shown, after == 0 ? 0 : 1, after == 3 ? 4 : 99);
    }

    [Fact]
    public void ADisplayThatFails_HidesNoOtherFailure()
    {
        var error = Assert.Throws<NotSupportedException>(
            () => FakeRun.New(FakeRun.Options(folder.Path), data: new SourceThatFails(after: 20)).Train(new BrokenDisplay(int.MaxValue)));
        Assert.Equal("the tape has torn", error.Message);
    }

    /// <summary>At most a step and its saving, whatever the data take; on a thread of theirs or in turn.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(null)]
    public async Task AStop_DoesNotWaitForData(int? ahead)
    {
        using var gate = new ManualResetEventSlim();
        using var stop = new CancellationTokenSource();
        var data = new SourceThatFails(after: 70, gate);
        var stopper = Task.Run(() =>
        {
            data.Waits.Wait();
            stop.Cancel();
        });
        try
        {
            var outcome = FakeRun.New(FakeRun.Options(folder.Path, epochs: 3) with { BatchesAhead = ahead }, data: data).Train(stop: stop.Token);
            Assert.True(outcome.Stopped);
            Assert.InRange(outcome.Steps, ahead == 2 ? 66 : 70, 70);
            Assert.Equal(outcome.Steps, Checkpoint.Newest(folder["checkpoints"])!.Step);
        }
        finally
        {
            gate.Set();
            await stopper;
        }
    }

    [Fact]
    public void DataThatAreCancelledWithTheRun_StopIt()
    {
        using var stop = new CancellationTokenSource();
        var data = new FunctionSource<Image28>(130, seed: 1, (_, values) =>
        {
            if (stop.IsCancellationRequested) throw new OperationCanceledException(stop.Token);
            values.Clear();
        });
        var game = new FakeGame { AfterStep = step => { if (step == 20) stop.Cancel(); } };
        Assert.Equal((20, true), FakeRun.New(FakeRun.Options(folder.Path) with { BatchesAhead = 3 }, game, data).Train(stop: stop.Token) is var o
            ? (o.Steps, o.Stopped) : default);
    }

    /// <summary>One byte more at a time, so that it is full at each write: of the table, of a picture, of a checkpoint, of the mark.</summary>
    [OracleFact<SmallDisks>]
    public void AFullDisk_EndsTheRun_WithTheFileItIsAbout_AndWhatWasWholeIsWhole()
    {
        var messages = new HashSet<string>();
        for (var kilobytes = 24; kilobytes <= 120; kilobytes += 4)
        {
            var path = folder[$"disk-{kilobytes}"];
            using var disk = SmallDisk.Mount(path, kilobytes);
            try
            {
                FakeRun.New(FakeRun.Options(path, epochs: 3) with { KeepCheckpoints = 1 }).Train();
            }
            catch (DataFileException e)
            {
                Assert.DoesNotContain(".tmp", e.Message, StringComparison.Ordinal);
                Assert.Contains("No space left on device", e.Message, StringComparison.Ordinal);
                messages.Add(Path.GetRelativePath(path, e.Path));
            }

            if (CheckpointName.In(Path.Combine(path, "checkpoints")).Count == 0) continue;
            Assert.Empty(Checkpoint.Newest(Path.Combine(path, "checkpoints"))!.PassedOver);
        }

        Assert.True(messages.Count >= 3, string.Join(", ", messages));
    }

    /// <summary>The earlier run's checkpoints are there, or the new one's.</summary>
    [OracleFact<SmallDisks>]
    public void AFullDisk_OverAnEarlierRun_LeavesOneOfThemWhole()
    {
        var ends = new HashSet<bool>();
        for (var kilobytes = 200; kilobytes <= 320; kilobytes += 4)
        {
            var path = folder[$"disk-{kilobytes}"];
            using var disk = SmallDisk.Mount(path, kilobytes);
            FakeRun.New(FakeRun.Options(path) with { KeepCheckpoints = 1, Steps = 10 }).Train();
            var failed = false;
            try
            {
                FakeRun.New(FakeRun.Options(path, epochs: 3) with { KeepCheckpoints = 1 }).Train();
            }
            catch (DataFileException)
            {
                failed = true;
            }

            ends.Add(failed);
            Assert.Empty(Checkpoint.Newest(Path.Combine(path, "checkpoints"))!.PassedOver);
        }

        Assert.Equal(2, ends.Count);
    }

    private static StepReport Report(long step, double estimate) => new(step, -1.5, 1.25, 0.75, 0.625, 0.375, 2, 3, Divergence: "JSD", Estimate: estimate);

    private void AssertSavedAndContinues(int step)
    {
        Assert.Equal(step, Checkpoint.Newest(folder["checkpoints"])!.Step);
        var (straight, resumed) = (new FakeGame(), new FakeGame());
        FakeRun.New(FakeRun.Options(folder.Path, epochs: 3), resumed).Resume();
        FakeRun.New(FakeRun.Options(folder["straight"], epochs: 3), straight).Train();
        Assert.Equal((195, straight.Seen), (resumed.Steps, resumed.Seen));
    }

    /// <summary>Fails at a status, or, with 0, before the training, or, with the largest number, after it.</summary>
    private sealed class BrokenDisplay(int after) : RunProgress
    {
        public int Shown { get; private set; }

        public override void Warn(string warning) => throw new IOException("Input/output error");

        public override RunOutcome Watch(Func<Action<RunStatus>, RunOutcome> training)
        {
            if (after == 0) throw new IOException("Input/output error");
            var outcome = training(_ => { if (++Shown > after) throw new IOException("Input/output error"); });
            return after == int.MaxValue ? throw new IOException("Input/output error") : outcome;
        }
    }
}
