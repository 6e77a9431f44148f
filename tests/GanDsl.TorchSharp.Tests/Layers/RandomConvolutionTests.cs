using GanDsl.Convolutions;
using GanDsl.Tests.Torch.NativeLibraries;
using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Layers;

/// <summary>Convolutions drawn at random, forward and back, over fresh memory full of NaN: GanDsl's are those of float64 on every processor.</summary>
[Trait("Category", "Parity")]
public class RandomConvolutionTests
{
    [Fact]
    public void GanDslsAreRight_AndPlainOnesAreWrongOnlyWhereTheSelfTestSaysSo()
    {
        var tally = ConvolutionTally.Of(RandomConvolution.Draw(seed: 2, count: 32), seed: 2);
        Assert.Equal((32, 0, 0, 0), (tally.Tried, tally.Ours, tally.Filled, tally.Unfolded));
        Assert.True(tally.Plain == 0 || !ConvolutionSelfTest.Passes, string.Join('\n', tally.Examples));
    }

    [Fact]
    public void TheTally_CountsAConvolutionThatLeavesAChannelOut_AndOneThatGivesNaN()
    {
        var drawn = RandomConvolution.Draw(seed: 3, count: 3).ToArray();
        static Tensor WithALoss(Tensor weight) => cat([weight.narrow(1, 0, 1) * 0.98, weight.narrow(1, 1, weight.size(1) - 1)], 1);
        var lost = ConvolutionTally.Of(drawn, seed: 3, (one, x, weight) => one.Plain(x, WithALoss(weight)));
        var nan = ConvolutionTally.Of(drawn[..1], seed: 3, (one, x, weight) => one.Plain(x, weight) * float.NaN);

        Assert.Equal((3, 3, 0), (lost.Tried, lost.Plain, lost.Ours));
        Assert.Equal((1, 0), (nan.Plain, nan.Ours));
        Assert.StartsWith("plain, 20 → 24, 3×3, stride 1, padding 1, groups 1, dilation 1, 8×6, batch 16: ", lost.Examples[0], StringComparison.Ordinal);
    }

    [Fact]
    public void EqualSeeds_DrawEqualConvolutions_OfBothKinds()
    {
        var drawn = RandomConvolution.Draw(seed: 1, count: 100).ToArray();
        Assert.Equal(drawn, RandomConvolution.Draw(seed: 1, count: 100));
        Assert.NotEqual(drawn, RandomConvolution.Draw(seed: 2, count: 100));
        Assert.Contains(drawn, one => one.Transposed);
        Assert.Contains(drawn, one => !one.Transposed && one.Groups > 1);
        Assert.Contains(drawn, one => one.Inputs <= 3);
    }

    [LinuxFact]
    public void FreshMemoryIsFullOfNaN_WhileItIsPoisoned_AndNotAfterwards()
    {
        Assert.True(PoisonedMemory.Works());
        using var fresh = zeros(100_000).add(1);
        Assert.False(fresh.isnan().any().item<bool>());
    }
}
