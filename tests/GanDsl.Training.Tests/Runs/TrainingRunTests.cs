using System.Globalization;
using GanDsl.FakeGames;
using SkiaSharp;

namespace GanDsl.Training.Tests.Runs;

public sealed class TrainingRunTests : IDisposable
{
    private const int Images = 130;

    private static readonly string[] Always =
        [".run.lock", "checkpoints/", "generator.safetensors", "latents.safetensors", "metrics.csv", "report.html", "run.json", "samples/epoch-000.png"];

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ARun_LeavesAPictureAnEpoch_ATable_Weights_AndCheckpoints()
    {
        var game = new FakeGame();
        var outcome = Run(game, epochs: 2);
        AssertWritten("samples/epoch-001.png", "samples/epoch-002.png", "samples/interpolation.png");
        Assert.Equal(["00001-step-65.json", "00001-step-65.safetensors", "00002-step-130.json", "00002-step-130.safetensors"], Checkpoints);
        Assert.Equal(new RunOutcome(130, Path.Combine(folder.Path, "samples", "epoch-002.png"), Stopped: false), outcome);
        Assert.All(game.BatchSizes, size => Assert.Equal(2, size));
        Assert.Equal(130f, ((TensorValues.Float32)Safetensors.Read(folder["generator.safetensors"]).Tensors.Single().Values).Elements[0]);
    }

    /// <summary>The labels of the images in their order, and pictures of each class in turn.</summary>
    [Fact]
    public void AGameWithClasses_IsGivenLabels()
    {
        var game = new FakeGame { Classes = 3 };
        new TrainingRun<Image28>(game, Data(labels: image => image % 3), Options(epochs: 2, steps: null)).Train();

        var expected = Data(labels: image => image % 3);
        Assert.Equal([.. Enumerable.Range(0, 2).SelectMany(_ => expected.Batches(2).SelectMany(batch => batch.Labels.ToArray()))], game.Labels);
        Assert.Equal(4, game.Asked.Count);
        Assert.All(game.Asked[..3], asked => Assert.Equal(Enumerable.Range(0, asked.Length).Select(i => i % 3), asked));
        Assert.Equal(Enumerable.Range(0, game.Asked[3].Length).Select(i => i / 8 % 3), game.Asked[3]);
    }

    [Fact]
    public void DataWithoutTheSourcesThatAGameWants_OrWithThoseThatItDoesNot_AreRefused()
    {
        var pairs = new AlignedPairs<Image28, Image28>(Data(), Data());
        Assert.Equal(
            "The game is one of pairs, but the data have no sources; pass AlignedPairs or UnalignedPairs of the samples and of what they are made from.",
            Assert.Throws<ArgumentException>(
                () => new TrainingRun<Image28>(new FakeGame { TakesSources = true }, Data(), Options(epochs: 1, steps: null)).Train()).Message);
        Assert.Equal(
            "The game makes samples from sources of 2 numbers, but those of the data have 784; pass sources of the shape that the generator takes.",
            Assert.Throws<ArgumentException>(
                () => new TrainingRun<Image28>(new FakeGame { TakesSources = true }, pairs, Options(epochs: 1, steps: null)).Train()).Message);
        Assert.Equal(
            "The data have sources, but the game makes samples from noise; pass the samples alone, or declare a generator whose input is a source.",
            Assert.Throws<ArgumentException>(() => new TrainingRun<Image28>(new FakeGame(), pairs, Options(epochs: 1, steps: null)).Train()).Message);
    }

    /// <summary>
    /// Each real with its source, whether or not batches are made ahead; sources and what is made of them side by side, 16 × 28 pixels wide; no interpolation.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void AGameOfPairs_IsGivenSources(int ahead)
    {
        var game = new FakeGame { TakesSources = true, Latent = 784 };
        var outcome = new TrainingRun<Image28>(game, Pairs(), Options(epochs: 2, steps: null) with { BatchesAhead = ahead, PictureSamples = 12 }).Train();

        Assert.Equal(260, game.Pairs.Count);
        Assert.All(game.Pairs, pair => Assert.Equal(pair.Real, -pair.Source));
        Assert.Equal(130, game.Pairs.Take(130).Distinct().Count());
        AssertWritten("samples/epoch-001.png", "samples/epoch-002.png");
        using var picture = SKBitmap.Decode(outcome.Picture);
        Assert.Equal(((8 * 58) + 2, (3 * 58) + 2), (picture.Width, picture.Height));
        Assert.NotEqual(picture.GetPixel(20, 20), picture.GetPixel(78, 20));
        Assert.Equal(picture.GetPixel(78, 20), picture.GetPixel(194, 20));
    }

    /// <summary>In the middle of an epoch.</summary>
    [Fact]
    public void ARunOfPairs_ThatIsStopped_GoesOnAsIfItHadNotBeen()
    {
        var whole = new FakeGame { TakesSources = true, Latent = 784 };
        new TrainingRun<Image28>(whole, Pairs(), Options(epochs: null, steps: 100)).Train();
        var sources = Safetensors.Read(folder["latents.safetensors"]).Tensors.Single();
        var (before, after) = (new FakeGame { TakesSources = true, Latent = 784 }, new FakeGame { TakesSources = true, Latent = 784 });
        new TrainingRun<Image28>(before, Pairs(), Options(epochs: null, steps: 40)).Train();
        new TrainingRun<Image28>(after, Pairs(), Options(epochs: null, steps: 100)).Resume();
        Assert.Equal(whole.Pairs, [.. before.Pairs, .. after.Pairs]);
        Assert.Equal(
            ((TensorValues.Float32)sources.Values).Elements,
            ((TensorValues.Float32)Safetensors.Read(folder["latents.safetensors"]).Tensors.Single().Values).Elements);
    }

    private static AlignedPairs<Image28, Image28> Pairs()
    {
        var values = Enumerable.Range(0, Images).SelectMany(image => Enumerable.Repeat(image / (float)Images, 784)).ToArray();
        return new(new ArraySource<Image28>(values, seed: 3), new ArraySource<Image28>(Array.ConvertAll(values, value => -value), seed: 3));
    }

    [Theory]
    [InlineData(
        false,
        "The game has 3 classes, but the data have no labels; pass data with a label from 0 to 2 for each sample, or declare the players without Classes.")]
    [InlineData(true, "The game has 3 classes, but the data have a label of 4; declare both players with Classes = 5, or pass other data.")]
    public void DataWithoutTheLabelsThatAGameWants_AreRefused(bool labelled, string message)
    {
        var run = new TrainingRun<Image28>(new FakeGame { Classes = 3 }, Data(labels: labelled ? image => image % 5 : null), Options(epochs: 1, steps: null));
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => run.Train()).Message);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => run.Resume()).Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void AGameWithoutClasses_LooksAtNoLabels()
    {
        var game = new FakeGame();
        new TrainingRun<Image28>(game, Data(labels: image => image % 3), Options(epochs: 1, steps: null)).Train();
        Assert.Equal(65, game.Steps);
        Assert.Empty(game.Labels);
    }

    [Fact]
    public void TheFirstPicture_IsOfTheUntrained()
    {
        Run(new FakeGame(), epochs: 1);
        Assert.Equal(new SKColor(0, 0, 0), FirstPixel("epoch-000.png"));
        Assert.NotEqual(new SKColor(0, 0, 0), FirstPixel("epoch-001.png"));
    }

    [Fact]
    public void TheTable_HasARowEvery50Steps_AndOneForTheLast()
    {
        Run(new FakeGame(), epochs: 2);
        Assert.Equal(MetricsCsv.Header, Table[0]);
        Assert.Equal(["50,1,100", "100,2,200", "130,2,260"], Table[1..].Select(row => string.Join(',', row.Split(',')[..3])));
    }

    [Fact]
    public void TheDevice_IsWaitedForEvery25StepsAtMost()
    {
        var game = new FakeGame();
        Run(game, epochs: 2);
        Assert.Equal([1, 25, 50, 75, 100, 125, 130], game.Reports);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(49)]
    [InlineData(50)]
    [InlineData(75)]
    public void TheLastStep_IsInTheTableOnce_WhereverACapPutsIt(int steps)
    {
        var game = new FakeGame();
        Run(game, epochs: 3, steps: steps);
        Assert.Equal(steps > 50 ? [50, steps] : [steps], Table[1..].Select(row => int.Parse(row.Split(',')[0], CultureInfo.InvariantCulture)));
        Assert.Equal(game.Reports.Distinct(), game.Reports);
    }

    [Fact]
    public void TheTimeLeft_IsThatOfRecentSteps_NotOfTheFirst()
    {
        var statuses = new List<RunStatus>();
        Run(new FakeGame { AfterStep = step => Thread.Sleep(step == 1 ? 2_000 : 0) }, epochs: 1, change: options => options with { OnReport = statuses.Add });
        Assert.InRange(statuses[0].Left!.Value.TotalSeconds, 64 * 2, double.MaxValue);
        Assert.InRange(statuses[1].Left!.Value.TotalSeconds, 0, 40); // with the first step in the mean: 80
        Assert.Equal(TimeSpan.Zero, statuses[^1].Left);
    }

    [Fact]
    public void ARunWithoutAnEnd_ShowsNoTimeLeft_AndIsStopped()
    {
        using var stop = new CancellationTokenSource();
        var statuses = new List<RunStatus>();
        var game = new FakeGame { AfterStep = step => { if (step == 60) stop.Cancel(); } };
        var options = FakeRun.Options(folder.Path) with { Epochs = null, Steps = long.MaxValue, OnReport = statuses.Add };
        Assert.Equal(60, FakeRun.New(options, game).Train(stop: stop.Token).Steps);
        Assert.Equal([1, 25, 50, 60], statuses.Select(status => status.Report.Step));
        Assert.All(statuses, status => Assert.Equal((null, long.MaxValue), (status.Left, status.TotalSteps)));
    }

    [Fact]
    public void ACap_EndsTheRun_InTheMiddleOfAnEpoch()
    {
        var outcome = Run(new FakeGame(), epochs: 3, steps: 70);
        Assert.Equal((70, false), (outcome.Steps, outcome.Stopped));
        Assert.EndsWith("epoch-002.png", outcome.Picture, StringComparison.Ordinal);
    }

    [Fact]
    public void StepsAlone_AreEnough() => Assert.Equal(200, Run(new FakeGame(), epochs: null, steps: 200).Steps);

    [Fact]
    public void ACapAtAnEpochsEnd_BeginsNoOther()
    {
        var outcome = Run(new FakeGame(), epochs: 3, steps: 65);
        Assert.Equal(65, outcome.Steps);
        Assert.EndsWith("epoch-001.png", outcome.Picture, StringComparison.Ordinal);
        AssertWritten("samples/epoch-001.png", "samples/interpolation.png");
    }

    [Fact]
    public void BeingStopped_SavesEverythingOfTheStepsTaken()
    {
        using var stop = new CancellationTokenSource();
        var outcome = Run(new FakeGame { AfterStep = step => { if (step == 67) stop.Cancel(); } }, epochs: 3, stop: stop.Token);
        Assert.Equal((67, true), (outcome.Steps, outcome.Stopped));
        AssertWritten("samples/epoch-001.png", "samples/epoch-002.png", "samples/interpolation.png");
        Assert.StartsWith("67,2,134,", Table[^1], StringComparison.Ordinal);
        Assert.Equal((67, new DataPlace(1, 2, 2, Images, 1)), (Newest.Step, Newest.Data! with { Identity = null }));
    }

    [Fact]
    public void BeingStoppedBeforeTheFirstStep_IsAnOutcomeToo()
    {
        var outcome = Run(new FakeGame(), epochs: 3, stop: new CancellationToken(canceled: true));
        Assert.Equal((0, true), (outcome.Steps, outcome.Stopped));
        AssertWritten("samples/interpolation.png");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(97)]
    public void AStoppedRun_GoesOnAsIfItHadNotBeen(int at)
    {
        var straight = new FakeGame();
        Run(straight, epochs: 3);
        var (table, weights) = (Table, File.ReadAllBytes(folder["generator.safetensors"]));

        using var stop = new CancellationTokenSource();
        Run(new FakeGame { AfterStep = step => { if (step == at) stop.Cancel(); } }, epochs: 3, stop: stop.Token);
        var resumed = new FakeGame();
        var outcome = new TrainingRun<Image28>(resumed, Data(), Options(3, null)).Resume();

        Assert.Equal((195, false), (outcome.Steps, outcome.Stopped));
        Assert.Equal((195 - at, straight.Seen), (resumed.BatchSizes.Count, resumed.Seen));
        Assert.Equal(weights, File.ReadAllBytes(folder["generator.safetensors"]));

        // The row of the step at which it was stopped is one more.
        Assert.Equal(WithoutSeconds(table), WithoutSeconds(Table).Where(row => !row.StartsWith($"{at},", StringComparison.Ordinal) || at % 50 == 0));
    }

    [Fact]
    public void RowsAfterTheCheckpoint_AreOfAPathThatWasLeft_AndGo()
    {
        // Killed at step 120: the last checkpoint is that of step 65.
        Assert.Throws<NotSupportedException>(
            () => Run(new FakeGame { AfterStep = step => { if (step == 120) throw new NotSupportedException(); } }, epochs: 3));
        Assert.Equal(["50", "100"], Table[1..].Select(row => row.Split(',')[0]));
        File.AppendAllText(folder["metrics.csv"], "150,3,30");

        Assert.Equal(195, new TrainingRun<Image28>(new FakeGame(), Data(), Options(3, null)).Resume().Steps);
        Assert.Equal(["50", "100", "150", "195"], Table[1..].Select(row => row.Split(',')[0]));
    }

    [Fact]
    public void AFinishedRun_CanGoOnToMoreEpochs()
    {
        Run(new FakeGame(), epochs: 1);
        var outcome = new TrainingRun<Image28>(new FakeGame(), Data(), Options(2, null)).Resume();
        Assert.Equal(130, outcome.Steps);
        AssertWritten("samples/epoch-001.png", "samples/epoch-002.png", "samples/interpolation.png");
    }

    [Fact]
    public void CheckpointsCanBeMoreOrFewer_AndTheBestIsKept()
    {
        var metrics = new Queue<double>([3, 1, 2, 4, 5]);
        Run(new FakeGame(), epochs: 1, change: options =>
            options with { StepsPerCheckpoint = 15, KeepCheckpoints = 1, Metric = _ => new Metric("distance", metrics.Dequeue()) });
        Assert.Equal(["00002-step-30.json", "00002-step-30.safetensors", "00005-step-65.json", "00005-step-65.safetensors"], Checkpoints);
    }

    [Fact]
    public void Callbacks_HearOfReportsAndEpochs()
    {
        var (reports, epochs) = (new List<long>(), new List<(int, long)>());
        Run(new FakeGame(), epochs: 2, change: options =>
            options with
            {
                StepsPerReport = 40,
                StepsPerRow = 1000,
                OnReport = status => reports.Add(status.Report.Step),
                OnEpoch = status => epochs.Add((status.Epoch, status.Report.Step))
            });
        Assert.Equal([1, 40, 65, 80, 120, 130], reports);
        Assert.Equal([(1, 65), (2, 130)], epochs);
    }

    [Fact]
    public void OtherData_AreRefused()
    {
        Run(new FakeGame(), epochs: 1);
        Assert.StartsWith(
            "The place is in 130 samples in the order of seed 1; these are 130 of seed 2.",
            Assert.Throws<ArgumentException>(() => new TrainingRun<Image28>(new FakeGame(), Data(seed: 2), Options(2, null)).Resume()).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "The run has batches of 2, not of 4;",
            Assert.Throws<ArgumentException>(() => new TrainingRun<Image28>(new FakeGame(), Data(), Options(2, null) with { BatchSize = 4 }).Resume()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderWithoutARun_IsRefused() =>
        Assert.Equal(
            $"{folder.Path}: expected the folder of a run with checkpoints, found none; name the folder of a run, or begin one.",
            Assert.Throws<DataFileException>(() => new TrainingRun<Image28>(new FakeGame(), Data(), Options(2, null)).Resume()).Message);

    [Fact]
    public void AGameThatWasPlayed_IsRefused()
    {
        var game = new FakeGame();
        game.Step(new float[784]);
        Assert.StartsWith(
            "The game has taken 1 steps, and a run begins at the start;",
            Assert.Throws<ArgumentException>(() => Run(game, epochs: 1)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ARunWithoutAnEnd_IsRefused() =>
        Assert.StartsWith("Nothing ends the run;", Assert.Throws<ArgumentException>(() => Run(new FakeGame(), epochs: null)).Message, StringComparison.Ordinal);

    private string[] Table => File.ReadAllLines(folder["metrics.csv"]);

    private Checkpoint Newest => Checkpoint.Newest(folder["checkpoints"])!;

    private IEnumerable<string> Checkpoints =>
        Directory.EnumerateFiles(folder["checkpoints"]).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    private RunOutcome Run(FakeGame game, int? epochs, int? steps = null, CancellationToken stop = default, Func<RunOptions, RunOptions>? change = null)
    {
        var options = Options(epochs, steps);
        return new TrainingRun<Image28>(game, Data(), change?.Invoke(options) ?? options).Train(stop: stop);
    }

    private RunOptions Options(int? epochs, int? steps) => new(folder.Path, BatchSize: 2) { Epochs = epochs, Steps = steps };

    private static ImageDataset<Image28> Data(long seed = 1, Func<int, int>? labels = null) => new(
        new IdxImages("images", Images, 28, 28, Enumerable.Range(0, Images * 784).Select(i => (byte)(i / 784)).ToArray()),
        seed,
        labels is null ? null : [.. Enumerable.Range(0, Images).Select(image => (byte)labels(image))]);

    private void AssertWritten(params string[] names) => Assert.Equal(
        [.. Always, .. names],
        Directory.EnumerateFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder.Path, path).Replace('\\', '/'))
            .Where(name => !name.StartsWith("checkpoints/", StringComparison.Ordinal) && name != "samples")
            .Select(name => name == "checkpoints" ? "checkpoints/" : name)
            .Order(StringComparer.Ordinal));

    private static IEnumerable<string> WithoutSeconds(string[] rows) => rows.Select(row => string.Join(',', row.Split(',').Where((_, column) => column != 3)));

    private SKColor FirstPixel(string picture)
    {
        using var bitmap = SKBitmap.Decode(Path.Combine(folder.Path, "samples", picture));
        return bitmap.GetPixel(2, 2);
    }
}
