using GanDsl.Tests.Torch.Games;
using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Runs;

/// <summary>Runs of games of pairs on libtorch: one that was stopped goes on to the same bits.</summary>
public sealed class PairRunTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gandsl-pairs-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void PairsThatBelongTogether() => AssertGoesOn(
        () => new PairPoints.Pix2Pix.Torch(1, CPU),
        () => new AlignedPairs<S3, S5>(new ArraySource<S3>(Numbers(20 * 3), seed: 2), new ArraySource<S5>(Numbers(20 * 5), seed: 2)));

    [Fact]
    public void TwoPairs_OfSamplesThatDoNot() => AssertGoesOn(
        () => new TwoPairPoints.OtherShapes.Torch(1, CPU),
        () => new UnalignedPairs<S3, S5>(new ArraySource<S3>(Numbers(20 * 3), seed: 2), new ArraySource<S5>(Numbers(13 * 5), seed: 2)));

    // Nine batches of four, of which the stopped run takes seven: two into the second epoch.
    private void AssertGoesOn(Func<IGan> newGame, Func<IBatchSource<S3>> newData)
    {
        using var whole = newGame();
        using var stopped = newGame();
        using var resumed = newGame();
        var options = new RunOptions(Path.Combine(folder.FullName, "whole"), BatchSize: 4) { Steps = 9, PictureSamples = 4 };
        new TrainingRun<S3>(whole, newData(), options).Train();
        options = options with { Output = Path.Combine(folder.FullName, "resumed") };
        new TrainingRun<S3>(stopped, newData(), options with { Steps = 7 }).Train();
        new TrainingRun<S3>(resumed, newData(), options).Resume();
        Assert.Equal(9, resumed.Steps);
        var expected = whole.State().ToDictionary(tensor => tensor.Name);
        foreach (var tensor in resumed.State())
        {
            if (tensor.Values is TensorValues.Float32 numbers) Assert.Equal(((TensorValues.Float32)expected[tensor.Name].Values).Elements, numbers.Elements);
            else if (tensor.Values is TensorValues.Int64 counts) Assert.Equal(((TensorValues.Int64)expected[tensor.Name].Values).Elements, counts.Elements);
        }

        Assert.True(File.Exists(Path.Combine(options.Output, "report.html")));
    }

    private static float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => MathF.Sin(i))];
}
