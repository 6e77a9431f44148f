using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>As <see cref="LeakTests"/>, of games with heads, auxiliary losses and pairs.</summary>
public class AuxiliaryLossLeakTests
{
    private static readonly Dictionary<string, Func<IGan>> Games = new()
    {
        ["ACGAN"] = () => new HeadPoints.AcGan.Torch(1, CPU),
        ["ACGAN with R1"] = () => new HeadPoints.AcGanWithR1.Torch(1, CPU),
        ["ACGAN with lazy R1"] = () => new HeadPoints.AcGanWithLazyR1.Torch(1, CPU),
        ["InfoGAN"] = () => new HeadPoints.InfoGan.Torch(1, CPU),
        ["InfoGAN with lazy R1"] = () => new HeadPoints.InfoGanWithLazyR1.Torch(1, CPU),
        ["InfoGAN, BatchNorm in D"] = () => new HeadPoints.NormalisedInfoGan.Torch(1, CPU),
        ["One of two heads"] = () => new HeadPoints.OneOfTwoHeads.Torch(1, CPU),
        ["Heads without terms"] = () => new HeadPoints.NoAuxiliaryLosses.Torch(1, CPU),
        ["Heads without terms, at once"] = () => new HeadPoints.NoAuxiliaryLossesAtOnce.Torch(1, CPU),
        ["pix2pix"] = () => new PairPoints.Pix2Pix.Torch(1, CPU),
        ["pix2pix with lazy R1"] = () => new PairPoints.LazyR1.Torch(1, CPU),
        ["Pairs, gradient penalty"] = () => new PairPoints.Penalised.Torch(1, CPU),
        ["Two pairs, average"] = () => new TwoPairPoints.OneShape.Torch(1, CPU),
        ["Two pairs, k = 2"] = () => new TwoPairPoints.OneCoupled.Torch(1, CPU),
        ["Two pairs, lazy R1"] = () => new TwoPairPoints.LazyR1.Torch(1, CPU),
        ["Two pairs, relativistic, R1 and R2"] = () => new TwoPairPoints.Relative.Torch(1, CPU),
    };

    // What other tests left to the finalizer must not vanish between two counts.
    public AuxiliaryLossLeakTests()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    public static TheoryData<string> Names => [.. Games.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AsManyTensorsLive_After12StepsAsAfter48(string name)
    {
        using var game = Games[name]();
        Play(game, steps: 12);
        var before = Tensor.TotalCount;

        Play(game, steps: 36);

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Dispose_ReleasesEveryTensor(string name)
    {
        using (var first = Games[name]()) Play(first, steps: 7);
        var before = Tensor.TotalCount;

        using (var second = Games[name]()) Play(second, steps: 7);

        Assert.Equal(before, Tensor.TotalCount);
    }

    private static void Play(IGan game, int steps)
    {
        const int Count = 6;
        var reals = Numbers(Count * game.SampleShape[0]);
        for (var step = 0; step < steps; step++)
        {
            if (game.TakesSources) game.StepPairs(reals, Numbers(Count * game.Latent));
            else if (game.Classes > 0) game.Step(reals, ConditionalPlayers.Labels(Count));
            else game.Step(reals);
            Assert.True(double.IsFinite(game.Report().DiscriminatorLoss));
        }
    }

    private static float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => MathF.Sin(i))];
}
