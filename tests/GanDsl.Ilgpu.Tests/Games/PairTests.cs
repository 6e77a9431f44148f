namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>Games of pairs on our own kernels: the numbers of libtorch after one step and after ten.</summary>
public class PairTests
{
    private const int Count = 4;

    public static TheoryData<string> All => Devices.Emulation;

    [Theory]
    [MemberData(nameof(All))]
    public void ReconstructionWithLazyR1AndTwoStepsOfD(string device)
    {
        using var torch = new PairLazyR1Game.Torch(seed: 1);
        using var own = new PairLazyR1Game.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
        Assert.Equal(torch.Report().AuxiliaryLosses.Single().InGeneratorLoss, own.Report().AuxiliaryLosses.Single().InGeneratorLoss, 1e-4);
        Assert.Equal(0, own.Report().AuxiliaryLosses.Single().InDiscriminatorLoss);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void APenaltyBetweenRealsAndFakes(string device)
    {
        using var torch = new PairPenaltyGame.Torch(seed: 1);
        using var own = new PairPenaltyGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void ReconstructionWhereDCouplesSamples(string device)
    {
        using var torch = new PairNormalisedGame.Torch(seed: 1);
        using var own = new PairNormalisedGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void BothAtOnce(string device)
    {
        using var torch = new PairGameAtOnce.Torch(seed: 1);
        using var own = new PairGameAtOnce.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
    }

    /// <summary>The step that draws its own shares, and what a game of any type takes.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void AGameOfAnyType_TakesPairs(string device)
    {
        using IGan gan = new PairPenaltyGame.Ilgpu(seed: 2, Devices.Get(device));
        var (reals, sources) = (Numbers(2 * 48), Numbers(2 * 32));

        gan.StepPairs(reals, sources);

        Assert.True(gan.TakesSources);
        Assert.Equal([2, 4, 4], gan.SourceShape);
        Assert.Equal(1, gan.Report().Step);
        Assert.True(double.IsFinite(gan.Report().GeneratorLoss));
        Assert.Equal(reals.Length, gan.Sample(sources).Length);
        Assert.Throws<InvalidOperationException>(() => gan.Step(reals));
        Assert.Throws<InvalidOperationException>(() => gan.Noise(2));
        Assert.Equal(
            "There are 2 reals and 1 sources; a step takes as many of both. (Parameter 'sources')",
            Assert.Throws<ArgumentException>(() => gan.StepPairs(reals, sources[..32])).Message);
        Assert.Equal(1, gan.Steps);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Forward_TakesSources(string device)
    {
        using var torch = new NormalisedPairDiscriminator.Torch(seed: 1);
        using var own = new NormalisedPairDiscriminator.Ilgpu(seed: 2, Devices.Get(device));
        own.Load(torch.State());
        using var x = Torch.Batch<S3x4x4>.From(new HostBatch<S3x4x4>(Numbers(Count * 48)));
        using var y = Torch.Batch<S2x4x4>.From(new HostBatch<S2x4x4>(Numbers(Count * 32)));
        using var ownX = Batch<S3x4x4>.From(new HostBatch<S3x4x4>(Numbers(Count * 48)), own.Device);
        using var ownY = Batch<S2x4x4>.From(new HostBatch<S2x4x4>(Numbers(Count * 32)), own.Device);
        using var fewer = Batch<S2x4x4>.From(new HostBatch<S2x4x4>(Numbers(32)), own.Device);
        foreach (var mode in new[] { Mode.Train, Mode.Eval })
        {
            using var expected = torch.Forward(x, y, mode);
            using var actual = own.Forward(ownX, ownY, mode);
            Ilgpu.Tests.Numbers.Near([.. expected.ToArray().Select(value => (double)value)], actual.ToArray(), relative: 1e-4, absolute: 1e-5);
        }

        Assert.Equal(
            "There are 4 samples and 1 sources; each sample is made from one. (Parameter 'sources')",
            Assert.Throws<ArgumentException>(() => own.Forward(ownX, fewer)).Message);
    }

    private static float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => MathF.Sin(i))];
}
