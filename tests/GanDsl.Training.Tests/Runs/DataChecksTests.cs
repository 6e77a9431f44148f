using GanDsl.FakeGames;

namespace GanDsl.Training.Tests.Runs;

/// <summary>What a run says of data before its first step.</summary>
public sealed class DataChecksTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly List<string> warnings = [];

    public void Dispose() => folder.Dispose();

    /// <summary>Both have numbers enough for whole samples: without a look at the shapes, a game trains on scrambled pieces of pictures.</summary>
    [Fact]
    public void SamplesOfAnotherShape_AreRefused_AndNothingIsWritten()
    {
        var data = new ArraySource<S3x16x16>(new float[4 * 768], seed: 1);
        foreach (var (shape, text) in new[] { (new[] { 3, 8, 8 }, "(3, 8, 8)"), ([768], "(768)"), ([16, 16, 3], "(16, 16, 3)") })
        {
            var run = new TrainingRun<S3x16x16>(new FakeGame { SampleShape = shape }, data, Options);
            var message = $"The data's samples have the shape (3, 16, 16), and the game's {text}; pass data of the game's shape, "
                + "or declare the players for the data's.";
            Assert.Equal(message, Assert.Throws<ArgumentException>(() => run.Train()).Message);
            Assert.Equal(message, Assert.Throws<ArgumentException>(() => run.Resume()).Message);
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void SourcesOfAnotherShape_AreRefused()
    {
        var pairs = new AlignedPairs<Image28, Image28>(FakeRun.Data(), FakeRun.Data());
        var game = new FakeGame { TakesSources = true, Latent = 784, SourceShape = [28, 28, 1] };
        Assert.Equal(
            "The game makes samples from sources of the shape (28, 28, 1), but those of the data have (1, 28, 28); "
                + "pass sources of the shape that the generator takes.",
            Assert.Throws<ArgumentException>(() => new TrainingRun<Image28>(game, pairs, Options).Train()).Message);
        game = new FakeGame { TakesSources = true, Latent = 784, SourceShape = [1, 28, 28] };
        Assert.Equal(3, new TrainingRun<Image28>(game, pairs, Options).Train().Steps);
    }

    [Fact]
    public void FewerClassesThanTheGames_AreAWarning()
    {
        var labels = Enumerable.Range(0, 8).Select(i => i % 2).ToArray();
        var data = new ArraySource<Image28>(Noise(8), seed: 1, labels);
        new TrainingRun<Image28>(new FakeGame { Classes = 3 }, data, Options).Train();
        Assert.Equal(
            "The game has 3 classes, and no sample of the data a label above 1: what G makes for the others is not trained.", Assert.Single(warnings));
    }

    private RunOptions Options => new(folder.Path, BatchSize: 2) { Steps = 3, OnWarning = warnings.Add };

    private static float[] Noise(int samples)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, samples * 784).Select(_ => (float)random.NextDouble())];
    }
}
