using GanDsl.Ilgpu.Kernels;
using ILGPU;

namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>Games whose D sees pictures changed, on our own kernels: the numbers of libtorch after one step and after ten, by the same draws.</summary>
public class AugmentationTests
{
    private const int Count = 5;

    public static TheoryData<string> All => Devices.Emulation;

    public static TheoryData<string> Both => Devices.Names;

    [Theory]
    [MemberData(nameof(Both))]
    public void OfAllKinds(string device)
    {
        using var torch = new AugmentedGame.Torch(seed: 1);
        using var own = new AugmentedGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
    }

    /// <summary>The penalty looks between what D sees; every other call leaves G where it is.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void OfGreyPicturesOfOddSizes_WithAGradientPenalty(string device)
    {
        using var torch = new GreyAugmentedGame.Torch(seed: 1);
        using var own = new GreyAugmentedGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
    }

    [Fact]
    public void InTheBranchesOfALazyRegulariser()
    {
        using var torch = new LazyAugmentedGame.Torch(seed: 1);
        using var own = new LazyAugmentedGame.Ilgpu(seed: 2, Devices.Get("CPU"));
        Parity.Run(torch, own, Count);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void BothAtOnce(string device)
    {
        using var torch = new AugmentedGameAtOnce.Torch(seed: 1);
        using var own = new AugmentedGameAtOnce.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
    }

    [Fact]
    public void AGameThatDrawsForItself_LearnsAlikeFromASeed_AndOtherwiseFromAnother()
    {
        Assert.Equal(Trained(seed: 5), Trained(seed: 5));
        Assert.NotEqual(Trained(seed: 5), Trained(seed: 6));
    }

    [Fact]
    public void DrawsOfAnotherBatch_AreRefused()
    {
        var device = Devices.Get("CPU");
        using var own = new AugmentedGame.Ilgpu(seed: 2, device);
        var (draws, few) = (new Shares<AugmentationDraws>(device, Count), new Shares<AugmentationDraws>(device, 3));
        using var reals = Batch<S3x8x6>.From(new float[Count * S3x8x6.Elements], Count, device);
        using var latents = own.Noise(Count);
        var refused = Assert.Throws<ArgumentException>(() => own.Step(reals, latents, latents, draws.NextOwn(), few.NextOwn(), draws.NextOwn()));
        Assert.Equal("fakeAugmentation", refused.ParamName);
        Assert.Equal(0, own.Steps);
    }

    [Fact]
    public void TheKernelsStayInRegistersOnCuda()
    {
        PtxGate.Check(new Action<Index1D, AugmentArguments>(AugmentKernels.Shift<Moved>).Method);
        PtxGate.Check(new Action<Index1D, AugmentArguments>(AugmentKernels.ShiftAdjoint<Moved>).Method);
        PtxGate.Check(new Action<Index1D, AugmentArguments>(AugmentKernels.Cutout<Moved>).Method);
    }

    private static float[] Trained(long seed)
    {
        using var own = new AugmentedGame.Ilgpu(seed, Devices.Get("CPU"));
        var random = new Random(3);
        for (var step = 0; step < 3; step++)
            own.Step(new HostBatch<S3x8x6>(Enumerable.Range(0, Count * S3x8x6.Elements).Select(_ => random.NextSingle()).ToArray()));
        return own.State().SelectMany(tensor =>
            tensor.Values is TensorValues.Float32 numbers && tensor.Name.StartsWith("discriminator.", StringComparison.Ordinal) ? numbers.Elements : [])
            .ToArray();
    }

    private readonly struct Moved : IAugment
    {
        public static int Channels => 3;

        public static int Height => 8;

        public static int Width => 6;

        public static int Rows => 1;

        public static int Columns => 2;

        public static int Draws => 7;

        public static int Column => 3;
    }
}
