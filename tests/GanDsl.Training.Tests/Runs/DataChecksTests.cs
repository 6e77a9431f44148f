using GanDsl.FakeGames;

namespace GanDsl.Training.Tests.Runs;

/// <summary>What a run says of data before its first step, and of each batch before the step with it.</summary>
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

    /// <summary>At its start, and in its file of warnings; a run that goes on says it again, and its report has it once.</summary>
    [Fact]
    public void WhatWasLeftOutOrSkipped_IsAWarningOfTheRun()
    {
        foreach (var name in new[] { "data/1.png", "data/2.png", "data/3.png", "data/.hidden/4.png" })
            folder.WriteIn(name, PictureFiles.Encode(28, 28, (x, y) => new((byte)(9 * x), (byte)(9 * y), 200), SkiaSharp.SKEncodedImageFormat.Png));
        folder.WriteIn("data/x.png", [1]);
        Run(3).Train();
        Assert.Equal(
            [$"{folder["data"]}: 1 left out, hidden or a system's: .hidden.", $"{folder["data/x.png"]} is skipped: no picture (Unimplemented)."], warnings);
        Assert.Equal(2, new RunContents(folder["run"]).ReadWarnings().Count);
        Run(5).Resume();
        Assert.Equal(4, warnings.Count);
        Assert.Equal(warnings[..2], new RunContents(folder["run"]).ReadWarnings());

        TrainingRun<Image28> Run(int steps) => new(
            new FakeGame(),
            new ImageFolder<Image28>(folder["data"], seed: 1, new() { OnDamage = OnDamage.Skip }),
            Options with { Output = folder["run"], Steps = steps });
    }

    /// <summary>What was left out may be why.</summary>
    [Fact]
    public void WhatWasLeftOut_IsSaid_ThoughTheFirstPictureEndsTheRun()
    {
        folder.WriteIn("data/x.png", [1]);
        folder.WriteIn("data/y.tif", [1]);
        var data = new ImageFolder<Image28>(folder["data"], seed: 1);
        Assert.Throws<DataFileException>(() => new TrainingRun<Image28>(new FakeGame(), data, Options with { BatchSize = 1, Output = folder["run"] }).Train());
        Assert.Equal($"{folder["data"]}: 1 left out, of kinds that are not read; PNG, JPEG, WebP, BMP or GIF are: y.tif.", warnings[0]);
    }

    /// <summary>Before the step that it would spoil, and not as a weight of G's after roll-backs.</summary>
    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void ANumberThatIsNotFinite_EndsTheRun_AndTheSampleIsNamed(float number, string text)
    {
        var values = Noise(40);
        values[(17 * 784) + 5] = number;
        var game = new FakeGame();
        var options = Options with { Steps = 20, Health = new() { OnDivergence = OnDivergence.RollBack } };
        var run = new TrainingRun<Image28>(game, new ArraySource<Image28>(values, seed: 1), options);
        Assert.Equal(
            $"Sample 17, as read in epoch 1, has {text} as number 5 of 784; samples are finite numbers: correct it, or leave it out.",
            Assert.Throws<InvalidDataException>(() => run.Train()).Message);
        Assert.True(double.IsFinite(game.Seen), "The sample has reached the game.");
        Assert.Equal(game.Steps, Checkpoint.Newest(folder["checkpoints"])?.Step ?? 0);
    }

    [Fact]
    public void ASourceThatIsNotFinite_IsNamedByItsFile()
    {
        var numbers = Noise(2);
        numbers[784 + 3] = float.PositiveInfinity;
        var pairs = new AlignedPairs<Image28, Image28>(new ArraySource<Image28>(Noise(2), seed: 1), new ArraySource<Image28>(numbers, seed: 1));
        Assert.Equal(
            "The source of sample 1, as read in epoch 1, has Infinity as number 3 of 784; samples are finite numbers: correct it, or leave it out.",
            Assert.Throws<InvalidDataException>(() => pairs.Batches(2).Count()).Message);
        folder.Plain("a.png", SkiaSharp.SKColors.Red);
        var named = new AlignedPairs<S3x2x4, S1>(new ImageFolder<S3x2x4>(folder.Path, seed: 1), new ArraySource<S1>(new[] { float.NaN }, seed: 1));
        Assert.StartsWith(
            "The source of sample 'a', as read in epoch 1, has NaN",
            Assert.Throws<InvalidDataException>(() => named.Batches(1).Count()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ASampleOfAFunction_IsNamedByItsEpoch()
    {
        var calls = 0;
        var source = new FunctionSource<S2>(4, seed: 1, (_, sample) => sample.Fill(calls++ == 5 ? float.NaN : 0));
        Assert.Equal(4, source.Batches(1).Count());
        Assert.Matches(
            @"^Sample \d, as read in epoch 2, has NaN as number 0 of 2;", Assert.Throws<InvalidDataException>(() => source.Batches(1).Count()).Message);
    }

    /// <summary>Of a source that is not ours, the place is what is known.</summary>
    [Fact]
    public void ABatchOfAnotherSource_IsCheckedToo()
    {
        var game = new FakeGame();
        Assert.Equal(
            "In epoch 1, batch 2 has NaN in its sample 1, as number 9 of 784; samples are finite numbers: correct it, or leave it out.",
            Assert.Throws<InvalidDataException>(() => new TrainingRun<Image28>(game, new Foreign(), Options with { Steps = 10 }).Train()).Message);
        Assert.Equal(2, game.Steps);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(1000)]
    public void EveryNumber_IsLookedAt(int count)
    {
        var values = Enumerable.Range(0, count).Select(i => i % 2 == 0 ? float.MaxValue : -0f).ToArray();
        Assert.Null(FiniteNumbers.FirstOther(values));
        for (var i = 0; i < count; i++)
        {
            var kept = values[i];
            values[i] = i % 3 == 0 ? float.NaN : float.NegativeInfinity;
            Assert.Equal(i, FiniteNumbers.FirstOther(values));
            values[i] = kept;
        }
    }

    private RunOptions Options => new(folder.Path, BatchSize: 2) { Steps = 3, OnWarning = warnings.Add };

    private static float[] Noise(int samples)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, samples * 784).Select(_ => (float)random.NextDouble())];
    }

    private sealed class Foreign : IBatchSource<Image28>
    {
        public int Count => 20;

        public long Seed => 1;

        public IEnumerable<HostBatch<Image28>> Batches(int batchSize) => Batches(DataPlace.Start(this, batchSize));

        public IEnumerable<HostBatch<Image28>> Batches(DataPlace place)
        {
            for (var i = place.Batch; i < 10; i++)
            {
                var values = Noise(2);
                if (i == 2) values[784 + 9] = float.NaN;
                yield return new HostBatch<Image28>(values);
            }
        }
    }
}
