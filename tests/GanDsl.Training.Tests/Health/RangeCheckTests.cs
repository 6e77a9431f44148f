using GanDsl.FakeGames;
using GanDsl.States;
using static TorchSharp.torch;

namespace GanDsl.Training.Tests.Health;

/// <summary>Whether data are in the range of the network that makes such.</summary>
public sealed class RangeCheckTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly List<string> warnings = [];

    public void Dispose() => folder.Dispose();

    /// <summary>Once, though every batch is so.</summary>
    [Fact]
    public void RealsThatASigmoidCannotMake_AreAWarning()
    {
        Train([-1, 1, 0.5f, -0.25f, -1, 1, 0.5f, -0.25f]);
        Assert.Equal(
            "reals go from -1 to 1, but G ends in Sigmoid, and makes none outside of 0 to 1: no fake can be like them; bring the data into that range, "
                + "or end the network otherwise.",
            Assert.Single(warnings));
    }

    [Fact]
    public void RealsOfItsRange_AreNone()
    {
        Train([0, 1, 0.5f, 0.25f, 1, 0, 0.75f, 0.125f]);
        Assert.Empty(warnings);
    }

    /// <summary>G's last layer that makes numbers is in a block before a Reshape; F's has no upper bound.</summary>
    [Fact]
    public void OfAGameOverTwoPairs_BothDirectionsAreCompared()
    {
        using var game = new RangeCycleGame.Torch(1, CPU);
        var checks = RangeCheck.Of(game);
        Assert.Equal(2, checks.Count);
        Assert.Equal([null, null], Look([1, -1], [300, 0]));
        Assert.Equal(
            [
                "reals go from 0 to 255, but G ends in Tanh, and makes none outside of -1 to 1: no fake can be like them; bring the data into that range, "
                    + "or end the network otherwise.",
                "sources go from -0.5 to 300, but F ends in ReLU, and makes none below 0: no fake can be like them; bring the data into that range, "
                    + "or end the network otherwise.",
            ],
            Look([0, 255], [-0.5f, 300]));
        Assert.Equal([null, null], Look([0, 255], [-0.5f, 300]));

        IEnumerable<string?> Look(float[] samples, float[] sources) => [.. checks.Select(check => check.Look(samples, sources))];
    }

    /// <summary>A last layer without bounds, and a game that was not generated.</summary>
    [Fact]
    public void WhereNoRangeIsKnown_NothingIsSaid()
    {
        using var game = new PlainGame.Torch(1, CPU);
        Assert.Empty(RangeCheck.Of(game));
        Assert.Empty(RangeCheck.Of(new FakeGame()));
    }

    private void Train(float[] values)
    {
        using var game = new SigmoidGame.Torch(1, CPU);
        var options = new RunOptions(folder.Path, BatchSize: 2) { Steps = 6, PictureSamples = 4, OnWarning = warnings.Add };
        new TrainingRun<S2>(game, new ArraySource<S2>(values, seed: 1), options).Train();
    }
}
