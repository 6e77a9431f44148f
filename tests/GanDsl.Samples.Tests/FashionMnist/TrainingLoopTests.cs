using System.Globalization;
using FashionMnist;
using GanDsl.Training;
using SkiaSharp;

namespace GanDsl.Samples.Tests;

public sealed class TrainingLoopTests : IDisposable
{
    private readonly Workplace place = new(images: 130);

    public void Dispose() => place.Dispose();

    [Fact]
    public void ARun_LeavesAPictureAnEpoch_ATable_AndWeights()
    {
        var game = new FakeGame();
        var outcome = Run(game, epochs: 2, batch: 2);
        Assert.Equal(["generator.safetensors", "metrics.csv", "samples/epoch-000.png", "samples/epoch-001.png", "samples/epoch-002.png"], place.Written);
        Assert.Equal(new TrainingOutcome(130, Path.Combine(place.Output, "samples", "epoch-002.png"), Stopped: false), outcome);
        Assert.All(game.BatchSizes, size => Assert.Equal(2, size));
        Assert.Equal(130f, ((TensorValues.Float32)Safetensors.Read(Path.Combine(place.Output, "generator.safetensors")).Tensors.Single().Values).Elements[0]);
    }

    [Fact]
    public void TheFirstPicture_IsOfTheUntrained()
    {
        Run(new FakeGame(), epochs: 1, batch: 2);
        Assert.Equal(new SKColor(0, 0, 0), FirstPixel("epoch-000.png"));
        Assert.NotEqual(new SKColor(0, 0, 0), FirstPixel("epoch-001.png"));
    }

    [Fact]
    public void TheTable_HasARowEvery50Steps_AndOneForTheLast()
    {
        Run(new FakeGame(), epochs: 2, batch: 2);
        var rows = File.ReadAllLines(Path.Combine(place.Output, "metrics.csv"));
        Assert.Equal(MetricsCsv.Header, rows[0]);
        Assert.Equal(["50,1,100", "100,2,200", "130,2,260"], rows[1..].Select(row => string.Join(',', row.Split(',')[..3])));
    }

    [Fact]
    public void TheDevice_IsWaitedForEvery25StepsAtMost()
    {
        var game = new FakeGame();
        Run(game, epochs: 2, batch: 2);
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
        Run(game, epochs: 3, batch: 2, steps: steps);
        var rows = File.ReadAllLines(Path.Combine(place.Output, "metrics.csv"));
        Assert.Equal(steps > 50 ? [50, steps] : [steps], rows[1..].Select(row => int.Parse(row.Split(',')[0], CultureInfo.InvariantCulture)));
        Assert.Equal(game.Reports.Distinct(), game.Reports);
    }

    [Fact]
    public void TheTimeLeft_IsThatOfRecentSteps_NotOfTheFirst()
    {
        var statuses = new List<TrainingStatus>();
        Run(new FakeGame { AfterStep = step => Thread.Sleep(step == 1 ? 2_000 : 0) }, epochs: 1, batch: 2, show: statuses.Add);
        Assert.InRange(statuses[0].Left.TotalSeconds, 64 * 2, double.MaxValue);
        Assert.InRange(statuses[1].Left.TotalSeconds, 0, 40); // with the first step in the mean: 80
        Assert.Equal(TimeSpan.Zero, statuses[^1].Left);
    }

    [Fact]
    public void ACap_EndsTheRun_InTheMiddleOfAnEpoch()
    {
        var outcome = Run(new FakeGame(), epochs: 3, batch: 2, steps: 70);
        Assert.Equal((70, false), (outcome.Steps, outcome.Stopped));
        Assert.EndsWith("epoch-002.png", outcome.Picture, StringComparison.Ordinal);
    }

    [Fact]
    public void ACapAtAnEpochsEnd_BeginsNoOther()
    {
        var outcome = Run(new FakeGame(), epochs: 3, batch: 2, steps: 65);
        Assert.Equal(65, outcome.Steps);
        Assert.EndsWith("epoch-001.png", outcome.Picture, StringComparison.Ordinal);
        Assert.DoesNotContain("samples/epoch-002.png", place.Written);
    }

    [Fact]
    public void BeingStopped_SavesEverythingOfTheStepsTaken()
    {
        using var stop = new CancellationTokenSource();
        var outcome = Run(new FakeGame { AfterStep = step => { if (step == 67) stop.Cancel(); } }, epochs: 3, batch: 2, stop: stop.Token);
        Assert.Equal((67, true), (outcome.Steps, outcome.Stopped));
        Assert.Equal(["generator.safetensors", "metrics.csv", "samples/epoch-000.png", "samples/epoch-001.png", "samples/epoch-002.png"], place.Written);
        Assert.StartsWith("67,2,134,", File.ReadAllLines(Path.Combine(place.Output, "metrics.csv"))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void BeingStoppedBeforeTheFirstStep_IsAnOutcomeToo()
    {
        var outcome = Run(new FakeGame(), epochs: 3, batch: 2, stop: new CancellationToken(canceled: true));
        Assert.Equal((0, true), (outcome.Steps, outcome.Stopped));
        Assert.Equal(["generator.safetensors", "metrics.csv", "samples/epoch-000.png"], place.Written);
    }

    [Fact]
    public void AnEarlierRunsPictures_AreReplaced_AndNothingElse()
    {
        Run(new FakeGame(), epochs: 3, batch: 2);
        File.WriteAllText(Path.Combine(place.Output, "samples", "epoch-mine.png"), "mine");
        Run(new FakeGame(), epochs: 1, batch: 2);
        Assert.Equal(["generator.safetensors", "metrics.csv", "samples/epoch-000.png", "samples/epoch-001.png", "samples/epoch-mine.png"], place.Written);
    }

    private TrainingOutcome Run(FakeGame game, int epochs, int batch, int? steps = null, CancellationToken stop = default, Action<TrainingStatus>? show = null)
    {
        var data = new ImageDataset<Image28>(IdxFile.ReadImages(place.ImagesFile), seed: 1);
        var options = new Options(epochs, steps, batch, Seed: 1, place.Output, place.Data);
        return new TrainingLoop<Image28>(game, data, OutputFolder.Open(place.Output), options).Run(show ?? (_ => { }), stop);
    }

    private SKColor FirstPixel(string picture)
    {
        using var bitmap = SKBitmap.Decode(Path.Combine(place.Output, "samples", picture));
        return bitmap.GetPixel(2, 2);
    }
}
