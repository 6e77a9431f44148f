using GanDsl.FakeGames;
using GanDsl.States;
using GanDsl.Training.Tests.Checkpoints;
using static TorchSharp.torch;

namespace GanDsl.Training.Tests.Runs;

/// <summary>What Resume passes over, accepts and refuses, and what it says of it.</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly List<string> warnings = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void NewerCheckpointsThatCannotBeUsed_AreNamed_AndStay()
    {
        FakeRun.New(FakeRun.Options(folder.Path, epochs: 3)).Train();
        File.WriteAllText(folder["checkpoints/00003-step-195.json"], "damaged");
        var newer = File.ReadAllText(folder["checkpoints/00002-step-130.json"]).Replace("\"format\": 2", "\"format\": 3", StringComparison.Ordinal);
        File.WriteAllText(folder["checkpoints/00002-step-130.json"], newer);

        var options = FakeRun.Options(folder.Path, epochs: 4) with { KeepCheckpoints = 1, OnWarning = warnings.Add };
        Assert.Equal(260, FakeRun.New(options).Resume().Steps);

        Assert.Equal(2, warnings.Count);
        Assert.StartsWith(
            $"a newer checkpoint is passed over, and stays: {folder["checkpoints/00003-step-195.json"]}: expected", warnings[0], StringComparison.Ordinal);
        Assert.Contains("found format 3, a newer GanDsl's; update GanDsl.", warnings[1], StringComparison.Ordinal);
        Assert.Equal(
            ["00002-step-130", "00003-step-195", "00006-step-260"],
            FakeRun.Names(folder["checkpoints"]).Select(name => Path.GetFileNameWithoutExtension(name)).Distinct());
        Assert.Contains("passed over", File.ReadAllText(folder["warnings.txt"]), StringComparison.Ordinal);
    }

    /// <summary>Whoever keeps curves learns of it before the first new point; a run from the start continues from nothing.</summary>
    [Fact]
    public void TheStepThatARunContinuesFrom_IsTold_BeforeItsReports()
    {
        var told = new List<string>();
        var options = FakeRun.Options(folder.Path) with
        {
            OnContinue = step => told.Add(FormattableString.Invariant($"from {step}")),
            OnReport = status => told.Add(FormattableString.Invariant($"{status.Report.Step}")),
        };
        FakeRun.StopAt(30, options);
        FakeRun.New(options).Resume();
        Assert.Equal(["1", "25", "30", "from 30", "50", "65"], told);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void LatentsThatAreMissingOrDamaged_AreDrawnAnew_AndTheRunGoesOnAsBefore(bool missing)
    {
        FakeRun.New(FakeRun.Options(folder.Path)).Train();
        if (missing) File.Delete(folder["latents.safetensors"]);
        else File.WriteAllText(folder["latents.safetensors"], "damaged");
        var (resumed, straight) = (new FakeGame(), new FakeGame());
        FakeRun.New(FakeRun.Options(folder.Path, epochs: 2) with { OnWarning = warnings.Add }, resumed).Resume();
        FakeRun.New(FakeRun.Options(folder["straight"], epochs: 2), straight).Train();

        Assert.StartsWith(
            $"pictures are of other latents from here on: {folder["latents.safetensors"]}: expected", Assert.Single(warnings), StringComparison.Ordinal);
        Assert.Equal(straight.Seen, resumed.Seen);
        Assert.Equal(128, Safetensors.Read(folder["latents.safetensors"]).Tensors.Single().Values.Count);
    }

    /// <summary>Drawing latents advances a game's random numbers: it must not after the state was loaded.</summary>
    [Fact]
    public void NewLatents_DoNotChangeTheGamesRandomNumbers()
    {
        using var straight = SmallRun.AtTheStart();
        SmallRun.Play(straight, from: null, steps: 10);
        var options = new RunOptions(folder.Path, BatchSize: 4) { PictureSamples = 4 };
        using (var first = SmallRun.NewGame()) new TrainingRun<S2>(first, SmallRun.Data(), options with { Steps = 5 }).Train();
        File.Delete(folder["latents.safetensors"]);
        using var resumed = SmallRun.NewGame(seed: 2);
        new TrainingRun<S2>(resumed, SmallRun.Data(), options with { Steps = 10 }).Resume();
        StateChecks.AssertEqual(straight.State(), resumed.State());
    }

    [Fact]
    public void AnotherBackend_GoesOnWithItsOwnRandomNumbers_WhereThatIsAllowed()
    {
        var data = new ArraySource<S1>(new float[24], seed: 1);
        var options = new RunOptions(folder.Path, BatchSize: 2) { Steps = 4 };
        new TrainingRun<S1>(new PaperGame(), data, options).Train();
        using var other = new PaperGame { Random = "random.other" };
        var run = new TrainingRun<S1>(other, data, options with { Steps = 8 });
        Assert.Contains(
            "let the game draw its own random numbers (--own-random-numbers, ownRandomNumbers)",
            Assert.Throws<DataFileException>(() => run.Resume()).Message, StringComparison.Ordinal);
        Assert.Equal(8, run.Resume(ownRandomNumbers: true).Steps);
    }

    /// <summary>As many pictures of the same seed: only what they are called has changed.</summary>
    [Fact]
    public void AClassFolderThatIsRenamed_IsNoticed()
    {
        foreach (var name in new[] { "cat", "dog" })
        {
            for (var i = 0; i < 2; i++)
            {
                folder.WriteIn(
                    FormattableString.Invariant($"data/{name}/{i}.png"),
                    PictureFiles.Encode(28, 28, (x, y) => new((byte)(9 * x), (byte)(9 * y), 200), SkiaSharp.SKEncodedImageFormat.Png));
            }
        }

        Run(3).Train();
        Run(5).Resume();
        Directory.Move(folder["data/dog"], folder["data/ant"]);
        Assert.Equal(
            "The place is in other samples, as many and of the same seed: class 0 was 'cat', and is 'ant'. "
                + "Continue with the same data, or start from the beginning.",
            Assert.Throws<ArgumentException>(() => Run(7).Resume()).Message);
        Directory.Move(folder["data/ant"], folder["data/dog"]);
        Assert.Equal(7, Run(7).Resume().Steps);

        TrainingRun<Image28> Run(int steps) => new(
            new FakeGame { Classes = 2 },
            new ImageFolder<Image28>(folder["data"], seed: 1, new() { LabelsFromFolders = true }),
            new RunOptions(folder["run"], BatchSize: 2) { Steps = steps });
    }

    /// <summary>It goes on with whatever data are of its count and seed, and its next checkpoint knows them.</summary>
    [Fact]
    public void ACheckpointOfAnEarlierVersion_WithoutAnIdentity_GoesOn()
    {
        var game = new FakeGame();
        FakeRun.New(FakeRun.Options(folder.Path), game).Train();
        var place = Checkpoint.Newest(folder["checkpoints"])!.Data!;
        Assert.Equal(FakeRun.Data().Identity, place.Identity);
        CheckpointFolder.Open(folder["checkpoints"]).Save(game, place with { Identity = null });
        Assert.Null(Checkpoint.Newest(folder["checkpoints"])!.Data!.Identity);
        Assert.DoesNotContain("identity", File.ReadAllText(Checkpoint.Newest(folder["checkpoints"])!.Path), StringComparison.Ordinal);

        var others = new ImageDataset<Image28>(new IdxImages("images", 130, 28, 28, new byte[130 * 784]), seed: 1);
        Assert.Equal(130, FakeRun.New(FakeRun.Options(folder.Path, epochs: 2), data: others).Resume().Steps);
        Assert.Equal(others.Identity, Checkpoint.Newest(folder["checkpoints"])!.Data!.Identity);
        Assert.Contains(
            "their content differ",
            Assert.Throws<ArgumentException>(() => FakeRun.New(FakeRun.Options(folder.Path, epochs: 3)).Resume()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherObjective_LearningRateAndSchedule_AreSaid()
    {
        using var before = new PlainGame.Torch(1, CPU);
        Train(before, steps: 5);
        using var changed = new ChangedGame.Torch(1, CPU);
        Assert.Equal(10, Resume(changed, steps: 10).Steps);
        Assert.Equal(
            [
                "the declaration has changed since step 5: the game: Adam(lr: 0.01, eps: 0.0001) became Adam(lr: 0.005, eps: 0.0001)",
                "the declaration has changed since step 5: the game: NonSaturating was removed",
                "the declaration has changed since step 5: the game: LearningRate(decay: Decay.Linear, steps: 100) was added",
                "the declaration has changed since step 5: the game: LeastSquares was added",
            ],
            warnings);
    }

    [Fact]
    public void AnInitialization_WhichMeansNothingToWeightsThatAreThere_IsNoReasonToRefuse()
    {
        using var before = new PlainGame.Torch(1, CPU);
        Train(before, steps: 5);
        using var changed = new InitializedGame.Torch(1, CPU);
        Resume(changed, steps: 6);
        Assert.Equal(["the declaration has changed since step 5: G: Initialize(0.02) was added"], warnings);
    }

    [Fact]
    public void OfAGameOverTwoPairs_AllFourPlayersAreCompared()
    {
        using var before = new CycleGame.Torch(1, CPU);
        var path = CheckpointFolder.Open(folder.Path).Save(before);
        using var changed = new ChangedCycleGame.Torch(1, CPU);
        Assert.Equal(
            ["the game: CycleConsistency(weight: 5) became CycleConsistency", "D of X: Tanh became LeakyReLU"], Checkpoint.Read(path).ChangesIn(changed));
        Checkpoint.Read(path).Load(changed);
    }

    /// <summary>With right checksums, so written by something else.</summary>
    [Theory]
    [InlineData("generator.0.weight", float.NaN, "generator.0.weight[1] is NaN")]
    [InlineData("generator_optimizer.0.weight.exp_avg", float.PositiveInfinity, "generator_optimizer.0.weight.exp_avg[1] is Infinity")]
    [InlineData("generator_optimizer.0.weight.exp_avg_sq", -1f, "generator_optimizer.0.weight.exp_avg_sq[1] is -1")]
    [InlineData("generator.1.running_var", -0.5f, "generator.1.running_var[1] is -0.5")]
    [InlineData("generator.1.num_batches_tracked", -3f, "generator.1.num_batches_tracked is -3")]
    [InlineData("generator_optimizer.step", -3f, "generator_optimizer.step is -3")]
    [InlineData("game.steps", -1f, "game.steps is -1")]
    public void AStateThatMakesNoSense_IsPassedOver(string tensor, float value, string found)
    {
        using var game = new PlainGame.Torch(1, CPU);
        ((IGan)game).Step([1, 2, 3, 4]);
        var checkpoints = CheckpointFolder.Open(folder.Path);
        checkpoints.Save(game);
        var state = game.State();
        var path = checkpoints.Save(new EditedGame(game, [.. state.Select(own => own.Name == tensor ? own with { Values = Edit(own.Values, value) } : own)]));

        var error = Assert.Throws<DataFileException>(() => Checkpoint.Read(path).Load(game));
        Assert.Equal($"{path}: expected the state of a game, found {found}; take the checkpoint before it.", error.Message);
        StateChecks.AssertEqual(state, game.State());
        var newest = Checkpoint.Newest(folder.Path, game)!;
        Assert.EndsWith("00001-step-1.json", newest.Path, StringComparison.Ordinal);
        Assert.Equal(error.Message, Assert.Single(newest.PassedOver).Message);
    }

    private static TensorValues Edit(TensorValues values, float value)
    {
        switch (values)
        {
            case TensorValues.Float32 { Elements: var numbers }:
                numbers = (float[])numbers.Clone();
                numbers[1] = value;
                return new TensorValues.Float32(numbers);
            default:
                return new TensorValues.Int64([(long)value]);
        }
    }

    private RunOptions Options(int steps) => new(folder.Path, BatchSize: 4) { Steps = steps, PictureSamples = 4, OnWarning = warnings.Add };

    private void Train(IGan gan, int steps) => new TrainingRun<S2>(gan, SmallRun.Data(), Options(steps)).Train();

    private RunOutcome Resume(IGan gan, int steps) => new TrainingRun<S2>(gan, SmallRun.Data(), Options(steps)).Resume();

    /// <summary>A game whose state was edited.</summary>
    private sealed class EditedGame(IGan game, IReadOnlyList<NamedTensor> state) : IGan
    {
        public string DeviceName => game.DeviceName;

        public int Latent => game.Latent;

        public IReadOnlyList<int> SampleShape => game.SampleShape;

        public long Steps => game.Steps;

        public double LearningRateScale { get; set; }

        public StepReport Report() => game.Report();

        public IReadOnlyList<NamedTensor> GeneratorState() => game.GeneratorState();

        public IReadOnlyList<NamedTensor> DiscriminatorState() => game.DiscriminatorState();

        public IReadOnlyList<NamedTensor> State() => state;

        public void Load(IReadOnlyList<NamedTensor> state) => game.Load(state);

        public void Dispose()
        {
        }
    }
}
