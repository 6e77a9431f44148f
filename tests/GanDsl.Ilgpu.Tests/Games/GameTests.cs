namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>What a game promises besides its numbers.</summary>
[Collection(nameof(Devices))]
public class GameTests
{
    public static TheoryData<string> All => Devices.Names;

    [Theory]
    [MemberData(nameof(All))]
    public void EqualSeeds_GiveEqualBits(string device)
    {
        var (first, second) = (Play(device), Play(device));
        Assert.Equal(first, second);
        Assert.All(first, value => Assert.True(float.IsFinite(value)));

        static float[] Play(string device)
        {
            using var game = new PictureGame.Ilgpu(seed: 7, Devices.Get(device));
            for (var i = 0; i < 3; i++) game.Step(Reals(6));
            using var latents = game.Noise(2);
            using var samples = game.Generator.Forward(latents);
            return [.. Floats(game.GeneratorState()), .. Floats(game.DiscriminatorState()), .. samples.ToArray()];
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void OtherSeeds_GiveOtherGames(string device)
    {
        using var a = new PointGame.Ilgpu(seed: 7, Devices.Get(device));
        using var b = new PointGame.Ilgpu(seed: 8, Devices.Get(device));
        Assert.NotEqual(Floats(a.GeneratorState()), Floats(b.GeneratorState()));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void WeightsGoToTorchAndBack_BitForBit(string device)
    {
        using var own = new NormalisedGame.Ilgpu(seed: 7, Devices.Get(device));
        using var torch = new NormalisedGame.Torch(seed: 8);
        using var again = new NormalisedGame.Ilgpu(seed: 9, Devices.Get(device));
        own.Step(Reals(3));
        torch.Generator.Load(own.GeneratorState());
        torch.Discriminator.Load(own.DiscriminatorState());
        again.Generator.Load(torch.GeneratorState());
        again.Discriminator.Load(torch.DiscriminatorState());
        Assert.Equal(Floats(own.GeneratorState()), Floats(again.GeneratorState()));
        Assert.Equal(Floats(own.DiscriminatorState()), Floats(again.DiscriminatorState()));
        Assert.Equal(Counters(own.DiscriminatorState()), Counters(again.DiscriminatorState()));
        Assert.Equal([3L], Counters(again.DiscriminatorState()));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AGame_LeavesNothingOnTheDevice(string device)
    {
        var before = DeviceMemory.LiveBuffers;
        using (var game = new PointGame.Ilgpu(seed: 7, Devices.Get(device)))
        {
            game.Step(new HostBatch<S2>(new float[2 * 50]));
            game.Step(new HostBatch<S2>(new float[2 * 5]));
            using var latents = game.Noise(3);
            using var samples = game.Generator.Forward(latents);
            game.Report();
            Assert.Throws<ArgumentException>(() => game.Step(default(Batch<S2>)));
        }

        Assert.Equal(before, DeviceMemory.LiveBuffers);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AStep_WaitsForNothing(string device)
    {
        var on = Devices.Get(device);
        using var game = new PointGame.Ilgpu(seed: 7, on);
        using var reals = Batch<S2>.From(new HostBatch<S2>(new float[2 * 8]), on);
        game.Step(reals);
        var (waits, launches) = (on.Synchronizations, on.Launches);
        game.Step(reals);
        Assert.Equal(0, on.Synchronizations - waits);
        Assert.Equal(game.LaunchesOfAStep + 2, on.Launches - launches);
    }

    /// <summary>The constructor goes through the launches to find their kernels, both branches of them: that must be no step, and draw no masks.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void LoadingKernels_RunsNothing_AndDrawsNothing(string device)
    {
        var on = Devices.Get(device);
        var launches = on.Launches;
        using var lazy = new PointLazyGame.Ilgpu(seed: 7, on);
        using var dropping = new DroppingGame.Ilgpu(seed: 7, on);

        Assert.Equal(launches, on.Launches);
        Assert.Equal((0L, 0L), (lazy.Steps, dropping.Steps));
        foreach (var game in new IGan[] { lazy, dropping })
        {
            var drawn = game.State().Single(tensor => tensor.Name.EndsWith("philox", StringComparison.Ordinal));
            var parameters = game.GeneratorState().Count + game.DiscriminatorState().Count;
            Assert.Equal([7, parameters], ((TensorValues.Int64)drawn.Values).Elements);
        }
    }

    [OracleFact<Pocl>]
    public void AStep_AllocatesNothingManaged()
    {
        // The emulation allocates for its threads; compiled devices do not.
        var on = Devices.Get("PoCL");
        using var game = new PointGame.Ilgpu(seed: 7, on);
        using var reals = Batch<S2>.From(new HostBatch<S2>(new float[2 * 8]), on);
        for (var i = 0; i < 20; i++) game.Step(reals);
        on.Synchronize();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) game.Step(reals);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [LayersOf(typeof(DroppingGenerator))]
    [MemberData(nameof(All))]
    public void Dropout_DropsInTrainModeOnly(string device)
    {
        var on = Devices.Get(device);
        using var network = new DroppingGenerator.Ilgpu(seed: 7, on);
        using var torch = new DroppingGenerator.Torch(seed: 8);
        torch.Load(network.State());
        var latents = new HostBatch<S4>(Enumerable.Range(0, 4 * 500).Select(i => (float)Math.Sin(i)).ToArray());
        using var input = Batch<S4>.From(latents, on);
        using var evaluated = network.Forward(input);
        using var expected = torch.Forward(Torch.Batch<S4>.From(latents));
        foreach (var (want, have) in expected.ToArray().PairedWith(evaluated.ToArray())) Assert.Equal(want, have, 1e-5f);

        using var first = network.Forward(input, Mode.Train);
        using var second = network.Forward(input, Mode.Train);
        Assert.NotEqual(evaluated.ToArray(), first.ToArray());
        Assert.NotEqual(first.ToArray(), second.ToArray());

        using var game = new DroppingGame.Ilgpu(seed: 7, on);
        for (var i = 0; i < 3; i++) game.Step(new HostBatch<S2>(new float[2 * 8]));
        Assert.All(Floats(game.DiscriminatorState()), value => Assert.True(float.IsFinite(value)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void ARefusedStep_ChangesNothing(string device)
    {
        var on = Devices.Get(device);
        using var game = new PictureGame.Ilgpu(seed: 7, on);
        var before = Floats(game.GeneratorState());
        using var five = Batch<S5>.From(new HostBatch<S5>(new float[25]), on);
        using var three = Batch<S1x12x12>.From(Reals(3), on);
        Assert.Contains(
            "There are 3 reals and 5 latents", Assert.Throws<ArgumentException>(() => game.Step(three, five, five)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "BatchNorm needs more than one value per channel", Assert.Throws<ArgumentException>(() => game.Step(Reals(1))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "nothing to report before the first step", Assert.Throws<InvalidOperationException>(() => game.Report()).Message, StringComparison.Ordinal);
        Assert.Equal(0, game.Steps);
        Assert.Equal(before, Floats(game.GeneratorState()));
        game.Step(Reals(2));
        Assert.Equal(1, game.Report().Step);
    }

    [Fact]
    public void ABatchThatKernelsCannotNumber_IsRefused()
    {
        using var game = new ClothingGame.Ilgpu(seed: 7, Devices.Get("CPU"));
        using var network = new ClothingGenerator.Ilgpu(seed: 7, Devices.Get("CPU"));
        var before = DeviceMemory.LiveBuffers;

        // 100,000 samples in D's joint pass have 2 · 64 · 14 · 14 numbers each behind the first convolution.
        var error = Assert.Throws<DeviceException>(() => game.Step(new HostBatch<S1x28x28>(new float[100_000 * 784])));
        Assert.Contains(
            "the largest value of a batch of this size has 2508800000 elements; kernels number at most 2147483647. Use a smaller batch.",
            error.Message,
            StringComparison.Ordinal);
        Assert.Equal((0L, before), (game.Steps, DeviceMemory.LiveBuffers));
    }

    [Fact]
    public void SamplingBetweenSteps_ChangesNoReport()
    {
        using var game = new PointGame.Ilgpu(seed: 7, Devices.Get("CPU"));
        game.Step(new HostBatch<S2>(new float[2 * 8]));
        var report = game.Report();
        ((IGan)game).Sample(((IGan)game).Noise(50));
        Assert.Equal(report, game.Report());
    }

    private static HostBatch<S1x12x12> Reals(int count)
    {
        var random = new Random(count);
        return new(Enumerable.Range(0, count * 144).Select(_ => (float)random.NextDouble()).ToArray());
    }

    private static float[] Floats(IReadOnlyList<NamedTensor> state) =>
        [.. state.SelectMany(tensor => tensor.Values is TensorValues.Float32 { Elements: var elements } ? elements : [])];

    private static long[] Counters(IReadOnlyList<NamedTensor> state) =>
        [.. state.SelectMany(tensor => tensor.Values is TensorValues.Int64 { Elements: var elements } ? elements : [])];
}
