namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>Games with classes on our own kernels: with the same labels, the numbers of libtorch after one step and after ten.</summary>
public class ConditionalTests
{
    private const int Count = 7;

    public static TheoryData<string> All => Devices.Emulation;

    public static TheoryData<string> Both => Devices.Names;

    private static Labels<S4> Labels => new(Enumerable.Range(0, Count).Select(i => i * i % 4 == 0 ? i % 4 : 3).ToArray());

    [Theory]
    [LayersOf(typeof(ClassGame))]
    [MemberData(nameof(Both))]
    public void AGameByConcatenation(string device)
    {
        using var torch = new ClassGame.Torch(seed: 1);
        using var own = new ClassGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void WganGp(string device)
    {
        using var torch = new ClassWganGpGame.Torch(seed: 1);
        using var own = new ClassWganGpGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void LazyR1WithTwoStepsOfD(string device)
    {
        using var torch = new ClassLazyR1Game.Torch(seed: 1);
        using var own = new ClassLazyR1Game.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void BothAtOnce(string device)
    {
        using var torch = new ClassGameAtOnce.Torch(seed: 1);
        using var own = new ClassGameAtOnce.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
    }

    [Theory]
    [LayersOf(typeof(ProjectingGame))]
    [MemberData(nameof(All))]
    public void ConditionalBatchNormAgainstASpectralProjection(string device)
    {
        using var torch = new ProjectingGame.Torch(seed: 1);
        using var own = new ProjectingGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
    }

    [Theory]
    [LayersOf(typeof(ClassPictureGame))]
    [MemberData(nameof(All))]
    public void PicturesWithHingeAndR1(string device)
    {
        using var torch = new ClassPictureGame.Torch(seed: 1);
        using var own = new ClassPictureGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AForwardPass_IsLibtorchs(string device)
    {
        using var torch = new ClassGenerator.Torch(seed: 1);
        using var own = new ClassGenerator.Ilgpu(seed: 2, Devices.Get(device));
        own.Load(torch.State());
        var latents = new HostBatch<S3>(Enumerable.Range(0, 3 * Count).Select(i => (float)Math.Sin(i)).ToArray());
        using var a = torch.Forward(Torch.Batch<S3>.From(latents), Labels);
        using var b = own.Forward(Batch<S3>.From(latents, Devices.Get(device)), Labels);

        Assert.All(a.ToArray().PairedWith(b.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        Assert.Throws<ArgumentException>(() => own.Forward(Batch<S3>.From(latents, Devices.Get(device)), Labels<S4>.All(0, Count + 1)));
    }

    [Fact]
    public void AGameOfAnyType_TakesLabelsBesideSamples()
    {
        using IGan gan = new ClassGameAtOnce.Ilgpu(seed: 1, Devices.Get("CPU"));
        var labels = Labels.Values.Span;

        gan.Step(new float[2 * Count], labels);

        Assert.Equal(4, gan.Classes);
        Assert.Equal(1, gan.Report().Step);
        Assert.Equal(2 * Count, gan.Sample(gan.Noise(Count), labels).Length);
    }

    [Fact]
    public void AGameOfAnyType_RefusesWhatHasNoLabels_OrOthers()
    {
        using IGan gan = new ClassGame.Ilgpu(seed: 1, Devices.Get("CPU"));

        Assert.Equal(
            "This game has 4 classes; pass Step the label of each sample, from 0 to 3, too.",
            Assert.Throws<InvalidOperationException>(() => gan.Step(new float[4])).Message);
        Assert.Equal(
            "This game has 4 classes; pass Sample the label of each sample, from 0 to 3, too.",
            Assert.Throws<InvalidOperationException>(() => gan.Sample(new float[3])).Message);
        Assert.Equal(
            "There are 2 samples and 3 labels; each sample has one. (Parameter 'labels')",
            Assert.Throws<ArgumentException>(() => gan.Step(new float[4], [0, 1, 2])).Message);
        Assert.Throws<ArgumentException>(() => gan.Step(new float[4], [0, 4]));
        Assert.Equal(0, gan.Steps);
    }
}
