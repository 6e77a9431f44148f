using GanDsl.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

public class DeterminismTests
{
    [Fact]
    public void EqualSeeds_GiveEqualBits_WhateverTheGlobalRandomNumbersAre()
    {
        torch.manual_seed(1);
        var first = BitsAfterTwentySteps(seed: 5);
        torch.manual_seed(2);
        var second = BitsAfterTwentySteps(seed: 5);

        Assert.Equal(first, second);
    }

    [Fact]
    public void AGame_LeavesTheGlobalRandomNumbersAlone()
    {
        torch.manual_seed(3);
        using var expected = torch.randn(4);
        torch.manual_seed(3);
        BitsAfterTwentySteps(seed: 5);
        using var actual = torch.randn(4);

        Assert.True(expected.equal(actual).all().ToBoolean());
    }

    [Fact]
    public void OtherSeeds_GiveOtherBits() => Assert.NotEqual(BitsAfterTwentySteps(seed: 5), BitsAfterTwentySteps(seed: 6));

    [Fact]
    public void NoiseInHostMemory_AndTypedNoise_ContinueOneStream()
    {
        using var mixed = new Points.K1Fresh.Torch(9, CPU);
        using var typed = new Points.K1Fresh.Torch(9, CPU);
        using var first = typed.Noise(3);
        using var second = typed.Noise(5);
        using var third = typed.Noise(2);

        Assert.Equal(first.ToArray(), ((IGan)mixed).Noise(3));
        using var between = mixed.Noise(5);
        Assert.Equal(second.ToArray(), between.ToArray());
        Assert.Equal(third.ToArray(), ((IGan)mixed).Noise(2));
    }

    [Fact]
    public void AStep_DrawsItsNoiseFromTheGamesStream()
    {
        using var drawing = new Points.K1Fresh.Torch(9, CPU);
        using var given = new Points.K1Fresh.Torch(9, CPU);
        using var reals = new Batch<S2>(Values.Normal(16, 2));
        using var latents = given.Noise(16);
        using var generatorLatents = given.Noise(16);

        drawing.Step(reals);
        given.Step(reals, latents, generatorLatents);

        Assert.Equal(Bits(given), Bits(drawing));
    }

    private static int[] BitsAfterTwentySteps(long seed)
    {
        using var gan = new PicturesNormalized.K3Fresh.Torch(seed, CPU);
        using var data = new StepData(1, count: 8, latent: 16, [1, 28, 28]);
        for (var step = 0; step < 20; step++) gan.Step(new Batch<S1x28x28>(data.Steps[0].Reals));
        return Bits(gan);
    }

    private static int[] Bits(IGan gan) =>
        [.. gan.GeneratorState().Concat(gan.DiscriminatorState())
            .Select(tensor => tensor.Values)
            .OfType<TensorValues.Float32>()
            .SelectMany(values => values.Elements)
            .Select(BitConverter.SingleToInt32Bits)];
}
