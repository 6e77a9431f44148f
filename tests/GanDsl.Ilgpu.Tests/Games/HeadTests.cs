using GanDsl.Ilgpu.Kernels;
using ILGPU;

namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>
/// Games whose D has several heads, on our own kernels: the numbers of libtorch after one step and after ten, and codes of the right distribution.
/// </summary>
public class HeadTests
{
    private const int Count = 7;

    public static TheoryData<string> All => Devices.Emulation;

    public static TheoryData<string> Both => Devices.Names;

    private static Labels<S4> Labels => new(Enumerable.Range(0, Count).Select(i => i * i % 4 == 0 ? i % 4 : 3).ToArray());

    [Theory]
    [LayersOf(typeof(AcGame))]
    [MemberData(nameof(All))]
    public void AnAuxiliaryClassifier(string device)
    {
        using var torch = new AcGame.Torch(seed: 1);
        using var own = new AcGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
        AssertEqualAuxiliaryLosses(torch.Report(), own.Report());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AnAuxiliaryClassifierWithLazyR1AndTwoStepsOfD(string device)
    {
        using var torch = new AcLazyR1Game.Torch(seed: 1);
        using var own = new AcLazyR1Game.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
        AssertEqualAuxiliaryLosses(torch.Report(), own.Report());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void CodesOfBothKinds(string device)
    {
        using var torch = new InfoGame.Torch(seed: 1);
        using var own = new InfoGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
        AssertEqualAuxiliaryLosses(torch.Report(), own.Report());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void CodesWhereDCouplesSamples(string device)
    {
        using var torch = new NormalisedInfoGame.Torch(seed: 1);
        using var own = new NormalisedInfoGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
        AssertEqualAuxiliaryLosses(torch.Report(), own.Report());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Forward_GivesEveryHead(string device)
    {
        using var torch = new NormalisedCodeReader.Torch(seed: 1);
        using var own = new NormalisedCodeReader.Ilgpu(seed: 2, Devices.Get(device));
        own.Load(torch.State());
        var values = Enumerable.Range(0, Count * 2).Select(i => MathF.Sin(i)).ToArray();
        using var x = Torch.Batch<S2>.From(new HostBatch<S2>(values));
        using var y = Batch<S2>.From(new HostBatch<S2>(values), own.Device);
        foreach (var mode in new[] { Mode.Train, Mode.Eval })
        {
            var expected = torch.Forward(x, mode);
            var actual = own.Forward(y, mode);
            Near(expected.Logits.ToArray(), actual.Logits.ToArray());
            Near(expected.Code.ToArray(), actual.Code.ToArray());
            Near(expected.Style.ToArray(), actual.Style.ToArray());
            expected.Logits.Dispose();
            expected.Code.Dispose();
            expected.Style.Dispose();
            actual.Logits.Dispose();
            actual.Code.Dispose();
            actual.Style.Dispose();
        }

        static void Near(float[] expected, float[] actual) =>
            Numbers.Near([.. expected.Select(value => (double)value)], actual, relative: 1e-4, absolute: 1e-5);
    }

    /// <summary>
    /// 20,000 codes: one-hot rows with shares of the three classes within 5 standard deviations of 1/3, numbers of U(−1, 1) by their mean and spread; the noise
    /// before them stays normal.
    /// </summary>
    [Theory]
    [MemberData(nameof(Both))]
    public void Noise_HoldsCodes(string device)
    {
        const int Many = 20_000;
        using var own = new InfoGame.Ilgpu(seed: 2, Devices.Get(device));

        var rows = ((IGan)own).Noise(Many).Chunk(9).ToList();

        Assert.All(rows, row => Assert.Equal([0, 0, 1], row[4..7].Order()));
        for (var i = 4; i < 7; i++) Assert.InRange(rows.Average(row => row[i]), 0.3166, 0.3501);
        for (var i = 7; i < 9; i++)
        {
            Assert.InRange(rows.Min(row => row[i]), -1, -0.99);
            Assert.InRange(rows.Max(row => row[i]), 0.99, 1);
            Assert.InRange(rows.Average(row => row[i]), -0.021, 0.021);
            Assert.InRange(rows.Average(row => row[i] * row[i]), 0.32, 0.345);
        }

        Assert.InRange(rows.Average(row => row[7] * row[8]), -0.012, 0.012);
        Assert.InRange(rows.Average(row => row[3] * row[3]), 0.95, 1.05);
    }

    /// <summary>Steps that draw their codes themselves, from a state and from where it was taken.</summary>
    [Theory]
    [MemberData(nameof(Both))]
    public void AStateWithAuxiliaryLosses_ContinuesAsTheGameDoes(string device)
    {
        using var first = new InfoGame.Ilgpu(seed: 2, Devices.Get(device));
        using var second = new InfoGame.Ilgpu(seed: 3, Devices.Get(device));
        var reals = new HostBatch<S2>(Enumerable.Range(0, Count * 2).Select(i => MathF.Cos(i)).ToArray());
        for (var i = 0; i < 3; i++) first.Step(reals);

        second.Load(first.State());

        Assert.Equal(first.Report(), second.Report());
        first.Step(reals);
        second.Step(reals);
        Assert.Equal(first.Report(), second.Report());
    }

    [Fact]
    public void CodeKernels_CompileForCuda()
    {
        PtxGate.Check(new Action<Index1D, CodeArguments>(CodeKernels.Categorical).Method);
        PtxGate.Check(new Action<Index1D, CodeArguments>(CodeKernels.Uniform).Method);
    }

    private static void AssertEqualAuxiliaryLosses(StepReport expected, StepReport actual)
    {
        Assert.NotEmpty(expected.AuxiliaryLosses);
        Assert.Equal(expected.AuxiliaryLosses.Select(auxiliaryLoss => auxiliaryLoss.Name), actual.AuxiliaryLosses.Select(auxiliaryLoss => auxiliaryLoss.Name));
        foreach (var (want, have) in expected.AuxiliaryLosses.PairedWith(actual.AuxiliaryLosses))
        {
            Assert.Equal(want.InDiscriminatorLoss, have.InDiscriminatorLoss, 1e-4 * Math.Abs(want.InDiscriminatorLoss));
            Assert.Equal(want.InGeneratorLoss, have.InGeneratorLoss, 1e-4 * Math.Abs(want.InGeneratorLoss));
        }
    }
}
