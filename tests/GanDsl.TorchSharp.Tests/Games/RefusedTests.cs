using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>What a game refuses, in which words, and that it is as before then.</summary>
public class RefusedTests
{
    [Fact]
    public void OtherCountsOfRealsAndLatents_AreRefused()
    {
        using var gan = new Points.K1Fresh.Torch(1, CPU);
        using var reals = new Batch<S2>(zeros(4, 2));
        using var latents = gan.Noise(4);
        using var tooFew = gan.Noise(3);

        AssertRefused(gan, "latents", "There are 4 reals and 3 latents; a step takes as many of both.", () => gan.Step(reals, tooFew, latents));
    }

    [Fact]
    public void AnotherCountOfGsOwnLatents_IsRefused()
    {
        using var gan = new Points.K1Fresh.Torch(1, CPU);
        using var reals = new Batch<S2>(zeros(4, 2));
        using var latents = gan.Noise(4);
        using var tooMany = gan.Noise(5);

        AssertRefused(gan, "generatorLatents", "There are 4 reals and 5 latents; a step takes as many of both.", () => gan.Step(reals, latents, tooMany));
        AssertRefused(gan, null, "A default Batch<S8> holds no samples; make one with From, or of a tensor.", () => gan.Step(reals, latents, default));
    }

    [Fact]
    public void GsOwnLatents_AreNotReadWhereOnlyDIsUpdated()
    {
        using var gan = new Points.K3Fresh.Torch(1, CPU);
        using var reals = new Batch<S2>(zeros(4, 2));
        using var latents = gan.Noise(4);

        gan.Step(reals, latents, default);
        gan.Step(reals, latents, default);

        AssertRefused(gan, null, "A default Batch<S8> holds no samples; make one with From, or of a tensor.", () => gan.Step(reals, latents, default));
    }

    [Fact]
    public void OneSample_WhereDHasBatchNormOfFeatures_IsRefused()
    {
        using var gan = new PointsNormalized.K1Fresh.Torch(1, CPU);
        using var one = new Batch<S2>(zeros(1, 2));

        AssertRefused(gan, "x", "BatchNorm needs more than one value per channel to normalise by the batch; pass at least 2 samples, or use eval mode.", () =>
            gan.Step(one));
    }

    [Fact]
    public void OneSample_WhereGHasBatchNormOfFeatures_IsRefused()
    {
        using var gan = new Pictures.K1Reused.Torch(1, CPU);
        using var one = new Batch<S1x28x28>(zeros(1, 1, 28, 28));

        AssertRefused(gan, "x", "BatchNorm needs more than one value per channel to normalise by the batch; pass at least 2 samples, or use eval mode.", () =>
            gan.Step(one));
    }

    [Fact]
    public void ARefusedCall_DoesNotAdvanceTheSchedule()
    {
        using var gan = new PointsNormalized.K3Reused.Torch(1, CPU);
        using var one = new Batch<S2>(zeros(1, 2));
        using var reals = new Batch<S2>(Values.Normal(4, 2));
        gan.Step(reals);
        gan.Step(reals);
        Assert.Throws<ArgumentException>(() => gan.Step(one));

        gan.Step(reals);

        Assert.Equal(3, gan.Steps);
        Assert.True(double.IsFinite(gan.Report().GeneratorLoss), "The third step moves G.");
    }

    [Fact]
    public void NoiseForNoSample_IsRefused()
    {
        using var gan = new Points.K1Fresh.Torch(1, CPU);

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => gan.Noise(0));

        Assert.Equal("count", error.ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => ((IGan)gan).Noise(0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(783)]
    [InlineData(785)]
    public void RealsInHostMemory_OfARaggedLength_AreRefused(int length)
    {
        using var gan = new Pictures.K1Fresh.Torch(1, CPU);
        var message = $"{length} numbers are not a whole number of samples of shape (1, 28, 28), 784 numbers each; pass N × 784, N at least 1.";

        AssertRefused(gan, "reals", message, () => ((IGan)gan).Step(new float[length]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void LatentsInHostMemory_OfARaggedLength_AreRefused(int length)
    {
        using var gan = new Points.K1Fresh.Torch(1, CPU);
        var message = $"{length} numbers are not a whole number of samples of shape (8), 8 numbers each; pass N × 8, N at least 1.";

        AssertRefused(gan, "latents", message, () => ((IGan)gan).Sample(new float[length]));
    }

    private static void AssertRefused(IGan gan, string? parameter, string message, Action act)
    {
        var steps = gan.Steps;
        var (generator, discriminator) = (Flatten(gan.GeneratorState()), Flatten(gan.DiscriminatorState()));

        var error = Assert.ThrowsAny<ArgumentException>(act);

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(parameter, error.ParamName);
        Assert.Equal(steps, gan.Steps);
        Assert.Equal(generator, Flatten(gan.GeneratorState()));
        Assert.Equal(discriminator, Flatten(gan.DiscriminatorState()));
    }

    private static double[] Flatten(IReadOnlyList<NamedTensor> state) => [.. state.SelectMany(tensor => tensor.Values switch
    {
        TensorValues.Float32(var elements) => elements.Select(element => (double)element),
        TensorValues.Int64(var elements) => elements.Select(element => (double)element),
        _ => throw new InvalidOperationException(tensor.Name),
    })];
}
