using GanDsl.FakeGames;
using SkiaSharp;

namespace GanDsl.Training.Tests.Runs;

/// <summary>Pictures of samples of any size, in memory that does not grow with it.</summary>
public sealed class SampleGridTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void SmallSamples_AreMadeAtOnce_AndStayAsTheyAre()
    {
        var game = new FakeGame();
        var grid = SampleGrid.Of(game, game.Noise(64));
        Assert.Equal([64], game.Sampled);
        Assert.Equal([1, 28, 28], grid.Shape);
        Assert.Equal((64, 64 * 784), (grid.Count, grid.Values.Length));
    }

    [Fact]
    public void LargeSamples_AreMadeAFewAtATime_AndReduced()
    {
        var game = new FakeGame { SampleShape = [3, 1024, 1024], Classes = 10, AreAlike = true };
        var grid = SampleGrid.Of(game, game.Noise(64));
        Assert.All(game.Sampled, count => Assert.InRange(count * 3 * 1024 * 1024, 1, 1 << 24));
        Assert.Equal(64, game.Sampled.Sum());
        Assert.Equal([3, 512, 512], grid.Shape);
        Assert.True(Array.TrueForAll(grid.Values, value => value == -1));

        // Each class in turn, across the parts.
        Assert.Equal(Enumerable.Range(0, 64).Select(i => i % 10), game.Asked.SelectMany(labels => labels));
    }

    [Fact]
    public void WhatIsNoPicture_StaysAsItIs()
    {
        var game = new FakeGame { SampleShape = [2, 2000, 2000] };
        Assert.Equal([2, 2000, 2000], SampleGrid.Of(game, game.Noise(2)).Shape);
    }

    [Fact]
    public void ASourceBesideASample_IsReducedLikeIt()
    {
        var game = new FakeGame { SampleShape = [1, 1024, 1024], TakesSources = true, Latent = 1024 * 1024 };
        var sources = new float[16 * game.Latent];
        Array.Fill(sources, 0.5f);
        var grid = SampleGrid.Of(game, sources).Beside(sources, [1, 1024, 1024]);
        Assert.Equal([1, 512, 512], grid.Shape);
        Assert.Equal(32, grid.Count);
        Assert.Equal((0.5f, -1f, 0.5f), (grid.Values[0], grid.Values[512 * 512], grid.Values[2 * 512 * 512]));
    }

    [Theory]
    [InlineData(100, 64)]
    [InlineData(3 * 1024 * 1024, 5)]
    [InlineData(3 * 8192 * 8192, 1)]
    public void Sources_AreAsManyAsThereIsMemoryFor(int numbers, int count) =>
        Assert.Equal(count, SampleGrid.Sources(new FakeGame { Latent = numbers }, asked: 64));

    /// <summary>64 pictures of that size, twice as large, were the first that no bitmap could hold.</summary>
    [Fact]
    public void ARunOfLargePictures_HasGridsThatProgramsOpen()
    {
        const int Side = 1448;
        var data = new ImageDataset<Image1448>(new IdxImages("images", 4, Side, Side, new byte[4 * Side * Side]), seed: 1);
        var run = new TrainingRun<Image1448>(new FakeGame { SampleShape = [1, Side, Side] }, data, new RunOptions(folder.Path, BatchSize: 2) { Epochs = 1 });
        Assert.Equal(folder["samples/epoch-001.png"], run.Train().Picture);
        foreach (var name in new[] { "epoch-000", "epoch-001", "interpolation" })
        {
            using var codec = SKCodec.Create(folder[$"samples/{name}.png"]);
            Assert.Equal(((8 * 485) + 2, (8 * 485) + 2), (codec.Info.Width, codec.Info.Height));
        }
    }

    private readonly struct Image1448 : IShape
    {
        public static ReadOnlySpan<int> Dimensions => [1, 1448, 1448];

        public static int Elements => 1448 * 1448;
    }
}
