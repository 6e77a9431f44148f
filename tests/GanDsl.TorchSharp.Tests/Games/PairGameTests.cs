using GanDsl.Parity;
using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>Games of pairs: ten steps against plain TorchSharp with mse_loss and l1_loss; their reports; what they refuse.</summary>
[Trait("Category", "Parity")]
public class PairGameTests
{
    private const int Count = 8;

    private static readonly Dictionary<string, (Func<IGan> Declared, Func<PairGame> ByHand)> Cases = new()
    {
        ["pix2pix"] = (() => new PairPoints.Pix2Pix.Torch(1, CPU), () => new(isPaired: true) { L1 = 10 }),
        ["pix2pix, lazy R1, k = 2"] =
            (() => new PairPoints.LazyR1.Torch(1, CPU), () => new(isPaired: true) { L1 = 10, R1 = 2, Every = 3, DiscriminatorSteps = 2 }),
        ["pairs, gradient penalty"] = (() => new PairPoints.Penalised.Torch(1, CPU), () => new(isPaired: true) { GradientPenalty = 10 }),
        ["L1 alone, D on samples"] = (() => new PairPoints.Unconditional.Torch(1, CPU), () => new(isPaired: false) { L1 = 10 }),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EachOfTenSteps_IsThatOfPlainTorchSharp(string name)
    {
        var (declared, byHand) = Cases[name];
        using var source = new DrawSource(Count, latent: [5], sample: [3]);
        var game = TestGame.Of(declared());
        using var parity = new StepParity(game, (_, _) => byHand(), source.Next, Count);
        parity.Play(steps: 10, _ =>
        {
            var (plain, auxiliaryLosses) = ((PairGame)parity.Reference, game.Gan.Report().AuxiliaryLosses);
            if (plain.L1 is null)
            {
                Assert.Empty(auxiliaryLosses);
                return;
            }

            Assert.Equal(("Reconstruction", 0), (auxiliaryLosses.Single().Name, auxiliaryLosses.Single().InDiscriminatorLoss));
            Assert.Equal(
                plain.Reconstruction, auxiliaryLosses.Single().InGeneratorLoss, 1e-5 * (double.IsNaN(plain.Reconstruction) ? 1 : plain.Reconstruction));
        });
    }

    [Fact]
    public void AGameOfAnyType_TakesPairs()
    {
        using IGan gan = new PairPoints.Pix2Pix.Torch(1, CPU);
        var (reals, sources) = (Numbers(4 * 3), Numbers(4 * 5));

        gan.StepPairs(reals, sources);

        Assert.True(gan.TakesSources);
        Assert.Equal(5, gan.Latent);
        Assert.Equal([5], gan.SourceShape);
        Assert.Equal(1, gan.Report().Step);
        Assert.Equal(reals.Length, gan.Sample(sources).Length);
        const string NoSources = "This game makes samples from sources, not from noise; call StepPairs with the source of each real, and Sample with sources.";
        Assert.Equal(NoSources, Assert.Throws<InvalidOperationException>(() => gan.Step(reals)).Message);
        Assert.Equal(NoSources, Assert.Throws<InvalidOperationException>(() => gan.Noise(2)).Message);
    }

    [Fact]
    public void AGameOfNoise_RefusesPairs()
    {
        using IGan gan = new SmoothPoints.K1Fresh.Torch(1, CPU);

        Assert.False(gan.TakesSources);
        Assert.Empty(gan.SourceShape);
        Assert.Equal(
            "This game makes samples from noise; call Step without sources.",
            Assert.Throws<InvalidOperationException>(() => gan.StepPairs(new float[4], new float[4])).Message);
    }

    [Fact]
    public void OtherCountsOfSources_AreRefused()
    {
        using var gan = new PairPoints.Pix2Pix.Torch(1, CPU);
        using var reals = new Batch<S3>(zeros(4, 3));
        using var sources = new Batch<S5>(zeros(3, 5));

        Assert.Equal(
            "There are 4 reals and 3 sources; a step takes as many of both. (Parameter 'sources')",
            Assert.Throws<ArgumentException>(() => gan.Step(reals, sources)).Message);
        Assert.Equal(0, gan.Steps);
    }

    /// <summary>D's logits on a sample change with its source.</summary>
    [Fact]
    public void DSeesBoth()
    {
        using var discriminator = new PairPoints.DiscriminatorOfPairs.Torch(1, CPU);
        using var samples = new Batch<S3>(Values.Normal(4, 3));
        using var sources = new Batch<S5>(Values.Normal(4, 5));
        using var others = new Batch<S5>(zeros(4, 5));

        using var logits = discriminator.Forward(samples, sources);
        using var elsewhere = discriminator.Forward(samples, others);

        Assert.Equal([4, 1], logits.Tensor.shape);
        Assert.True((logits.Tensor - elsewhere.Tensor).abs().max().item<float>() > 0.01f);
    }

    private static float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => MathF.Sin(i))];
}
