using GanDsl.Ilgpu.Kernels;
using ILGPU;

namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>
/// Games whose D sees pictures changed with a probability that follows it, on our own kernels: the numbers of libtorch after one step and after ten, by the
/// same draws.
/// </summary>
public class AdaTests
{
    private const int Count = 5;

    public static TheoryData<string> All => Devices.Emulation;

    public static TheoryData<string> Both => Devices.Names;

    [Theory]
    [MemberData(nameof(Both))]
    public void OfAllKinds(string device)
    {
        using var torch = new AdaptedGame.Torch(seed: 1);
        using var own = new AdaptedGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
        AssertMovedAlike(torch, own, initial: 0.5);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void OfGreyPicturesOfOddSizes(string device)
    {
        using var torch = new GreyAdaptedGame.Torch(seed: 1);
        using var own = new GreyAdaptedGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
        AssertMovedAlike(torch, own, initial: 0.8);
    }

    /// <summary>A logit for each of (1, 3, 2) patches.</summary>
    [Fact]
    public void OfPatches()
    {
        using var torch = new AdaptedPatchGame.Torch(seed: 1);
        using var own = new AdaptedPatchGame.Ilgpu(seed: 2, Devices.Get("CPU"));
        Parity.Run(torch, own, Count);
        AssertMovedAlike(torch, own, initial: 0.5);
    }

    [Fact]
    public void InTheBranchesOfALazyRegulariser_OfARelativisticGame()
    {
        using var torch = new LazyAdaptedGame.Torch(seed: 1);
        using var own = new LazyAdaptedGame.Ilgpu(seed: 2, Devices.Get("CPU"));
        Parity.Run(torch, own, Count);
        AssertMovedAlike(torch, own, initial: 1);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void BothAtOnce(string device)
    {
        using var torch = new AdaptedGameAtOnce.Torch(seed: 1);
        using var own = new AdaptedGameAtOnce.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
        AssertMovedAlike(torch, own, initial: 0.5);
    }

    /// <summary>In the middle of an interval, from one backend to the other.</summary>
    [Fact]
    public void ItsProbabilityGoesWithTheState()
    {
        using var torch = new AdaptedGame.Torch(seed: 1);
        using var own = new AdaptedGame.Ilgpu(seed: 2, Devices.Get("CPU"));
        using var again = new AdaptedGame.Ilgpu(seed: 3, Devices.Get("CPU"));
        for (var step = 0; step < 4; step++) own.Step(Reals(step));
        torch.Load([.. own.State().Where(tensor => !tensor.Name.StartsWith("random", StringComparison.Ordinal)),
            .. torch.State().Where(tensor => tensor.Name.StartsWith("random", StringComparison.Ordinal))]);
        again.Load(own.State());
        Assert.NotEqual(0.5, own.Report().AugmentationProbability);
        Assert.Equal(own.Report().AugmentationProbability, torch.Report().AugmentationProbability);
        for (var step = 4; step < 8; step++)
        {
            own.Step(Reals(step));
            again.Step(Reals(step));
        }

        Assert.Equal(own.Report(), again.Report());
    }

    [Fact]
    public void TheKernelsStayInRegistersOnCuda()
    {
        PtxGate.Check(new Action<Index1D, AugmentArguments>(WarpKernels.Warp<RotatedPictures>).Method);
        PtxGate.Check(new Action<Index1D, AugmentArguments>(WarpKernels.Adjoint<RotatedPictures>).Method);
        PtxGate.Check(new Action<Index1D, MapArguments>(FormulaKernels.Compute<Two>).Method);
    }

    private static void AssertMovedAlike(IGan torch, IGan own, double initial)
    {
        var probability = own.Report().AugmentationProbability;
        Assert.NotEqual(initial, probability);
        Assert.Equal(torch.Report().AugmentationProbability, probability, 1e-6);
    }

    private static HostBatch<S3x8x6> Reals(int step)
    {
        var random = new Random(step);
        return new(Enumerable.Range(0, Count * S3x8x6.Elements).Select(_ => random.NextSingle()).ToArray());
    }

    private readonly struct RotatedPictures : IWarp
    {
        public static int Channels => 3;

        public static int Height => 8;

        public static int Width => 6;

        public static int Numbers => 16;

        public static int Column => 0;
    }

    private readonly struct Two : IFormulas
    {
        public static int Results => 2;

        public static void Apply(int sample, Operands operands, ArrayView<float> results)
        {
            var angle = operands.A(sample) * operands.B(0);
            results[0] = Functions.Cos(angle);
            results[1] = Functions.Sqrt(-2f * Functions.Log(1f - operands.A(sample)));
        }
    }
}
