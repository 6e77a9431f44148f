namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>Every regulariser on our own kernels: against libtorch after one step and after ten, and where its value is known.</summary>
public class RegularizerTests
{
    public static TheoryData<string> All => Devices.Emulation;

    public static TheoryData<string> Both => Devices.Names;

    /// <summary>As in R3GAN.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void R1AndR2(string device)
    {
        using var torch = new PointR1AndR2Game.Torch(seed: 1);
        using var own = new PointR1AndR2Game.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 16);
    }

    [Fact]
    public void Dragan()
    {
        using var torch = new PointDraganGame.Torch(seed: 1);
        using var own = new PointDraganGame.Ilgpu(seed: 2, Devices.Get("CPU"));
        Parity.Run(torch, own, count: 13);
    }

    [Fact]
    public void AOneSidedPenalty()
    {
        using var torch = new PointOneSidedGame.Torch(seed: 1);
        using var own = new PointOneSidedGame.Ilgpu(seed: 2, Devices.Get("CPU"));
        Parity.Run(torch, own, count: 16);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void EveryPenaltyOfGradientsAtOnce(string device)
    {
        using var torch = new PointPenaltiesGame.Torch(seed: 1);
        using var own = new PointPenaltiesGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 16);
    }

    /// <summary>After ten steps, of which four are penalised: the last one, too.</summary>
    [Theory]
    [MemberData(nameof(Both))]
    public void LazyR1AndR2(string device)
    {
        using var torch = new PointLazyGame.Torch(seed: 1);
        using var own = new PointLazyGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 16);
    }

    /// <summary>The statistics of G's BatchNorm count the batches of either branch.</summary>
    [Fact]
    public void ALazyR1OnConvolutions_WithBatchNormInG()
    {
        using var torch = new PictureLazyGame.Torch(seed: 1);
        using var own = new PictureLazyGame.Ilgpu(seed: 2, Devices.Get("CPU"));
        Parity.Run(torch, own, count: 4);
    }

    /// <summary>Whose gradient is w = (1, −2, 3) everywhere: wherever a regulariser looks, its value is known.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    public void OfALinearCritic_EveryPenaltyIsThatOfItsWeight_WhateverTheBatch(int count)
    {
        using var gan = new LinearGame.Ilgpu(seed: 1, Devices.Get("CPU"));
        var zeros = new HostBatch<S3>(new float[3 * count]);
        using var reals = Batch<S3>.From(zeros, gan.Device);
        gan.Discriminator.Load(
            [new NamedTensor("0.weight", [1, 3], new TensorValues.Float32([1, -2, 3])), new NamedTensor("0.bias", [1], new TensorValues.Float32([0]))]);
        var (w, norm) = (new float[] { 1, -2, 3 }, Math.Sqrt(14));

        gan.Step(reals);

        var penalties = gan.Report().Penalties.ToDictionary(penalty => penalty.Name, penalty => penalty.Value);
        Assert.Equal(10 * Math.Pow(norm - 1, 2), penalties["GradientPenalty"], 1e-4);
        Assert.Equal(2 * norm * norm, penalties["R1"], 1e-4);
        Assert.Equal(3 * norm * norm, penalties["R2"], 1e-4);
        Assert.Equal(3 * Math.Pow(norm - 1.5, 2), penalties["Dragan"], 1e-4);
        Assert.Equal(penalties.Values.Sum(), gan.Report().Penalty, 1e-9);
    }
}
