namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>Passes through networks of every layer, beside libtorch's.</summary>
public class ForwardTests
{
    private const float Tolerance = 2e-5f;

    public static TheoryData<string, Mode> All => InBothModes(Devices.Emulation);

    public static TheoryData<string, Mode> Both => InBothModes(Devices.Names);

    [Theory]
    [LayersOf(typeof(WideGenerator), Plain = true)]
    [MemberData(nameof(All))]
    public void AGeneratorOfManyLayers(string device, Mode mode)
    {
        using var torch = new WideGenerator.Torch(seed: 1);
        using var own = new WideGenerator.Ilgpu(seed: 2, Devices.Get(device));
        own.Load(torch.State());
        foreach (var count in new[] { 3, 5, 2 })
        {
            var latents = new HostBatch<S6>(Values(count * 6));
            using var a = torch.Forward(Torch.Batch<S6>.From(latents), mode);
            using var b = own.Forward(Batch<S6>.From(latents, Devices.Get(device)), mode);
            AssertClose(a.ToArray(), b.ToArray());
        }

        AssertEqualStatistics(torch.State(), own.State());
    }

    [Theory]
    [LayersOf(typeof(WideDiscriminator), Plain = true)]
    [MemberData(nameof(Both))]
    public void ADiscriminatorOfManyLayers(string device, Mode mode)
    {
        using var torch = new WideDiscriminator.Torch(seed: 1);
        using var own = new WideDiscriminator.Ilgpu(seed: 2, Devices.Get(device));
        own.Load(torch.State());
        var samples = new HostBatch<S2x11x13>(Values(4 * 2 * 11 * 13));
        using var a = torch.Forward(Torch.Batch<S2x11x13>.From(samples), mode);
        using var b = own.Forward(Batch<S2x11x13>.From(samples, Devices.Get(device)), mode);
        AssertClose(a.ToArray(), b.ToArray());
        AssertEqualStatistics(torch.State(), own.State());
    }

    [Theory]
    [LayersOf(typeof(SampleNormGenerator))]
    [MemberData(nameof(All))]
    public void AGeneratorThatNormalisesSamples(string device, Mode mode)
    {
        using var torch = new SampleNormGenerator.Torch(seed: 1);
        using var own = new SampleNormGenerator.Ilgpu(seed: 2, Devices.Get(device));
        own.Load(torch.State());
        var latents = new HostBatch<S6>(Values(4 * 6));
        using var a = torch.Forward(Torch.Batch<S6>.From(latents), mode);
        using var b = own.Forward(Batch<S6>.From(latents, Devices.Get(device)), mode);
        AssertClose(a.ToArray(), b.ToArray());
    }

    [Theory]
    [LayersOf(typeof(SampleNormDiscriminator))]
    [MemberData(nameof(All))]
    public void ADiscriminatorThatNormalisesSamples(string device, Mode mode)
    {
        using var torch = new SampleNormDiscriminator.Torch(seed: 1);
        using var own = new SampleNormDiscriminator.Ilgpu(seed: 2, Devices.Get(device));
        own.Load(torch.State());
        var samples = new HostBatch<S2x6x6>(Values(3 * 72));
        using var a = torch.Forward(Torch.Batch<S2x6x6>.From(samples), mode);
        using var b = own.Forward(Batch<S2x6x6>.From(samples, Devices.Get(device)), mode);
        AssertClose(a.ToArray(), b.ToArray());
    }

    [Theory]
    [LayersOf(typeof(UNetGenerator), Plain = true)]
    [MemberData(nameof(All))]
    public void AUNet(string device, Mode mode)
    {
        using var torch = new UNetGenerator.Torch(seed: 1);
        using var own = new UNetGenerator.Ilgpu(seed: 2, Devices.Get(device));
        own.Load(torch.State());
        var latents = new HostBatch<S5>(Values(3 * 5));
        using var a = torch.Forward(Torch.Batch<S5>.From(latents), mode);
        using var b = own.Forward(Batch<S5>.From(latents, Devices.Get(device)), mode);
        AssertClose(a.ToArray(), b.ToArray());
        AssertEqualStatistics(torch.State(), own.State());
    }

    private static TheoryData<string, Mode> InBothModes(TheoryData<string> devices)
    {
        var data = new TheoryData<string, Mode>();
        foreach (string device in devices)
        {
            data.Add(device, Mode.Eval);
            data.Add(device, Mode.Train);
        }

        return data;
    }

    private static float[] Values(int count)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(_ => (float)((2 * random.NextDouble()) - 1))];
    }

    private static void AssertClose(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], Tolerance);
    }

    private static void AssertEqualStatistics(IReadOnlyList<NamedTensor> expected, IReadOnlyList<NamedTensor> actual)
    {
        foreach (var (want, have) in expected.PairedWith(actual))
        {
            Assert.Equal(want.Name, have.Name);
            if (want.Values is TensorValues.Int64 counter) Assert.Equal(counter.Elements, ((TensorValues.Int64)have.Values).Elements);
            else AssertClose(((TensorValues.Float32)want.Values).Elements, ((TensorValues.Float32)have.Values).Elements);
        }
    }
}
