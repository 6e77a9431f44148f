namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>The same declaration on libtorch and on our own kernels: from the same weights and noise, the same numbers after one step and after ten.</summary>
public class ParityTests
{
    public static TheoryData<string> All => Devices.Emulation;

    public static TheoryData<string> Both => Devices.Names;

    [Theory]
    [LayersOf(typeof(PointGame), Plain = true)]
    [MemberData(nameof(Both))]
    public void AnMlpGame(string device)
    {
        using var torch = new PointGame.Torch(seed: 1);
        using var own = new PointGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 33);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void AnMlpGameWithTransposedWeights(string device)
    {
        using var torch = new TransposedGame.Torch(seed: 1);
        using var own = new TransposedGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 5);
    }

    [Theory]
    [LayersOf(typeof(PictureGame), Plain = true)]
    [MemberData(nameof(Both))]
    public void AConvolutionalGameWithBatchNormInG(string device)
    {
        using var torch = new PictureGame.Torch(seed: 1);
        using var own = new PictureGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 5);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AConvolutionalGameWithBatchNormInBothPlayers(string device)
    {
        using var torch = new NormalisedGame.Torch(seed: 1);
        using var own = new NormalisedGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 5);
    }

    [Theory]
    [LayersOf(typeof(UNetGame), Plain = true)]
    [MemberData(nameof(All))]
    public void AUNetAgainstAResidualD(string device)
    {
        using var torch = new UNetGame.Torch(seed: 1);
        using var own = new UNetGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 5);
    }

    [Theory]
    [LayersOf(typeof(BlockGame))]
    [MemberData(nameof(Both))]
    public void PlayersOfBlocks(string device)
    {
        using var torch = new BlockGame.Torch(seed: 1);
        using var own = new BlockGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 5);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AUNetAgainstAResidualDWithR1(string device)
    {
        using var torch = new UNetR1Game.Torch(seed: 1);
        using var own = new UNetR1Game.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 5);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void TwoStepsOfDForOneOfGOnTheSameNoise(string device)
    {
        using var torch = new PointMinimaxGame.Torch(seed: 1);
        using var own = new PointMinimaxGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 7);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void BothAtOnceOnAnMlp(string device)
    {
        using var torch = new PointSimultaneousGame.Torch(seed: 1);
        using var own = new PointSimultaneousGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 33);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void BothAtOnceOnConvolutions(string device)
    {
        using var torch = new PictureSimultaneousGame.Torch(seed: 1);
        using var own = new PictureSimultaneousGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 5);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void BothAtOnceWithR1OnConvolutions(string device)
    {
        using var torch = new PictureSimultaneousR1Game.Torch(seed: 1);
        using var own = new PictureSimultaneousR1Game.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 4);
    }

    /// <summary>The gradient of D's gradient: libtorch's autograd twice, and reverse mode at compile time twice.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void R1OnAnMlp(string device)
    {
        using var torch = new PointR1Game.Torch(seed: 1);
        using var own = new PointR1Game.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 16);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void WganGpOnAnMlp(string device)
    {
        using var torch = new PointWganGame.Torch(seed: 1);
        using var own = new PointWganGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 16);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void R1OnConvolutions(string device)
    {
        using var torch = new PictureR1Game.Torch(seed: 1);
        using var own = new PictureR1Game.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 4);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void WganGpOnConvolutions(string device)
    {
        using var torch = new PictureWganGame.Torch(seed: 1);
        using var own = new PictureWganGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 4);
    }

    [Theory]
    [LayersOf(typeof(SampleNormWganGame))]
    [MemberData(nameof(All))]
    public void WganGpThroughNormsOfSamples(string device)
    {
        using var torch = new SampleNormWganGame.Torch(seed: 1);
        using var own = new SampleNormWganGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 5);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void BothPenaltiesThroughBatchNorm(string device)
    {
        using var torch = new NormalisedPenaltyGame.Torch(seed: 1);
        using var own = new NormalisedPenaltyGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 5);
    }
}
