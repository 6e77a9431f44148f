using GanDsl.FakeGames;
using GanDsl.States;
using GanDsl.Training.Tests.Checkpoints;
using static TorchSharp.torch;

namespace GanDsl.Training.Tests.Health;

/// <summary>What a run does about a game that diverges, and what it warns of.</summary>
public sealed class HealthTests : IDisposable
{
    private const int Images = 60;

    private readonly TempFolder folder = new();
    private readonly List<string> warnings = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void NaN_EndsTheRun_NamedByTensorAndStep_AndTheLastCheckpointIsGood()
    {
        var game = new FakeGame { IsBroken = game => game.Steps >= 43 };
        var outcome = Run(game, options => options with { StepsPerCheckpoint = 20 });

        // Checks come every ten steps, and at the ends of epochs, 30 and 60.
        Assert.Equal(new RunOutcome(50, outcome.Picture, Stopped: false, "After step 50, generator.0.weight[1] is NaN"), outcome);
        Assert.Equal(40, Checkpoint.Newest(folder["checkpoints"])!.Step);
        Assert.False(File.Exists(folder["generator.safetensors"]));
    }

    [Fact]
    public void ACheckpoint_IsNeverWrittenOfABrokenGame()
    {
        var outcome = Run(new FakeGame { IsBroken = game => game.Steps >= 43 }, options =>
            options with { StepsPerCheckpoint = 15, Health = new() { StepsPerCheck = 1_000 } });
        Assert.Equal("After step 45, generator.0.weight[1] is NaN", outcome.Divergence);
        Assert.Equal(30, Checkpoint.Newest(folder["checkpoints"])!.Step);
    }

    [Fact]
    public void ARunThatMay_RollsBack_AndContinuesWithSmallerLearningRates()
    {
        // It breaks at step 43, unless its learning rate is at most a quarter.
        var game = new FakeGame { IsBroken = game => game.Steps >= 43 && game.LearningRateScale > 0.25 };
        var continued = new List<long>();
        var outcome = Run(game, options =>
            options with
            {
                StepsPerCheckpoint = 20,
                StepsPerRow = 10,
                OnContinue = continued.Add,
                Health = new() { StepsPerCheck = 10, OnDivergence = OnDivergence.RollBack },
            });

        Assert.Equal((90, null, 0.25), (outcome.Steps, outcome.Divergence, game.LearningRateScale));
        Assert.Equal([40, 40], continued);
        Assert.Equal(
            [
                "After step 50, generator.0.weight[1] is NaN: back to step 40, with learning rates of 0.5 times what is declared.",
                "After step 50, generator.0.weight[1] is NaN: back to step 40, with learning rates of 0.25 times what is declared.",
            ],
            warnings);
        Assert.Equal(["10", "20", "30", "40", "50", "60", "70", "80", "90"], File.ReadAllLines(folder["metrics.csv"])[1..].Select(row => row.Split(',')[0]));

        // The same batches as without: back are the data, too.
        Assert.Equal(110, game.BatchSizes.Count);
        var straight = new FakeGame();
        Run(straight, options => options);
        Assert.Equal(straight.Seen, game.Seen);
    }

    [Fact]
    public void ARunThatRollsBackTooOften_Ends()
    {
        var outcome = Run(new FakeGame { IsBroken = game => game.Steps >= 43 }, options =>
            options with { StepsPerCheckpoint = 20, Health = new() { OnDivergence = OnDivergence.RollBack, MostRollBacks = 2, StepsPerCheck = 1 } });
        Assert.Equal((43, "After step 43, generator.0.weight[1] is NaN"), (outcome.Steps, outcome.Divergence));
        Assert.Equal(2, warnings.Count);
    }

    [Fact]
    public void WithoutACheckpoint_ItCannotRollBack()
    {
        var outcome = Run(new FakeGame { IsBroken = game => game.Steps >= 3 }, options =>
            options with { Health = new() { OnDivergence = OnDivergence.RollBack, StepsPerCheck = 2 } });
        Assert.Equal("After step 4, generator.0.weight[1] is NaN", outcome.Divergence);
    }

    [Fact]
    public void ARealGame_ThatLearnsTooFast_IsCaught()
    {
        using var game = new RectifiedGame.Torch(1, CPU);
        game.LearningRateScale = 1e38;
        var run = new TrainingRun<S2>(game, SmallRun.Data(), new RunOptions(folder.Path, BatchSize: 4) { Steps = 40, Health = new() { StepsPerCheck = 5 } });
        var outcome = run.Train();
        Assert.Matches(@"^After step \d+, (generator|discriminator)\.\d\.(weight|bias|running_mean|running_var)\[\d+\] is (NaN|infinite)$", outcome.Divergence);
        Assert.InRange(outcome.Steps, 1, 10);
    }

    [Fact]
    public void ADWhoseAccuracyIsPinned_IsAWarning_Once()
    {
        Run(new FakeGame { ReportOf = step => Report(step, accuracy: step > 20 ? 1 : 0.7) }, options =>
            options with { StepsPerReport = 10, Health = new() { ReportsToWarn = 3 } });
        Assert.Equal(
            ["step 50: D has classified at least 99 % of reals and fakes correctly in 3 reports: G's gradient vanishes; regularise D, or slow it down."],
            warnings);
    }

    [Fact]
    public void AV_BelowItsBound_IsAWarning()
    {
        Run(new FakeGame { ReportOf = step => Report(step, estimate: -0.4) }, options =>
            options with { StepsPerReport = 10, Health = new() { ReportsToWarn = 2 } });
        Assert.Equal(["step 10: V has implied a JSD below 0, now of -0.400, in 2 reports: D does worse than guessing, and V means nothing; "
            + "give D more steps or smaller ones."], warnings);
    }

    [Fact]
    public void SamplesThatBecomeAlike_AreAWarning()
    {
        var signs = new CollapseSigns(1);
        Assert.Empty(signs.Look(10, [0, 0, 1, 1], count: 2));
        Assert.Empty(signs.Look(20, [0, 0, 0.5f, 0.5f], count: 2));
        Assert.Equal(
            ["step 30: samples differ by 0.02 a number, 4 % of the most before: G's samples become less diverse."],
            signs.Look(30, [0, 0, 0.04f, 0.04f], count: 2));
        Assert.Empty(signs.Look(40, [0, 0, 0.04f, 0.04f], count: 2));
    }

    /// <summary>From the first look on, which has nothing to compare with but the reals.</summary>
    [Fact]
    public void SamplesThatAreAllAlikeFromTheStart_AreAWarning()
    {
        Run(new FakeGame { AreAlike = true }, options => options);
        Assert.Matches(@"^step 30: samples of different latents are all alike: they differ by 0 a number, reals by 0\.\d+\.$", Assert.Single(warnings));
    }

    [Fact]
    public void SamplesThatHardlyDiffer_AreAlike_WhereRealsDo()
    {
        Assert.Empty(new CollapseSigns(1).Look(10, [0, 0, 0.02f, 0.02f], count: 2, ofReals: 0.9));
        Assert.Equal(
            "step 10: samples of different latents are all alike: they differ by 0.005 a number, reals by 0.9.",
            Assert.Single(new CollapseSigns(1).Look(10, [0, 0, 0.01f, 0.01f], count: 2, ofReals: 0.9)));
        Assert.Equal(
            "step 10: samples of different latents are all alike: they differ by 0 a number.",
            Assert.Single(new CollapseSigns(1).Look(10, [0, 0, 0, 0], count: 2)));
        Assert.Empty(new CollapseSigns(1).Look(10, [0, 0, 0.01f, 0.01f], count: 2));
    }

    /// <summary>One sample does not differ from others; and where all reals are one, so may samples be.</summary>
    [Fact]
    public void OneSample_AndSamplesOfRealsThatAreOne_AreNoSign()
    {
        Assert.Empty(new CollapseSigns(1).Look(10, [0, 0, 0, 0], count: 1, ofReals: 0.9));
        Assert.Empty(new CollapseSigns(1).Look(10, [0, 0, 0, 0], count: 2, ofReals: 0));
    }

    [Fact]
    public void AHealthyGame_IsNoWarning()
    {
        Run(new FakeGame(), options => options);
        Assert.Empty(warnings);
    }

    [Fact]
    public void NonsenseOptions_AreRefused()
    {
        foreach (var health in new[]
        {
            new HealthOptions { StepsPerCheck = 0 },
            new HealthOptions { LearningRateFactor = 1 },
            new HealthOptions { MostRollBacks = -1 },
            new HealthOptions { ReportsToWarn = 0 }
        })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Run(new FakeGame(), options => options with { Health = health }));
        }
    }

    private static StepReport Report(long step, double accuracy = 0.7, double estimate = 0.1) =>
        new(step, -1.5, 1.25, 0.75, 0.625, 0.375, 2, 3, Divergence: "JSD", Estimate: estimate, AccuracyOnReals: accuracy, AccuracyOnFakes: accuracy);

    private RunOutcome Run(FakeGame game, Func<RunOptions, RunOptions> change)
    {
        var data = new ImageDataset<Image28>(
            new IdxImages("images", Images, 28, 28, Enumerable.Range(0, Images * 784).Select(i => (byte)(i / 784)).ToArray()), seed: 1);
        return new TrainingRun<Image28>(
            game, data, change(new RunOptions(folder.Path, BatchSize: 2) { Epochs = 3, OnWarning = warnings.Add, Health = new() { StepsPerCheck = 10 } }))
            .Train();
    }
}
