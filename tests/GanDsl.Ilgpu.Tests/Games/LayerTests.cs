namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>
/// Filters, moves, maxima and groups of samples on libtorch and on our own kernels: forward in both modes, and ten steps, with penalties that are
/// differentiated twice.
/// </summary>
public class LayerTests
{
    public static TheoryData<string> All => Devices.Emulation;

    public static TheoryData<string> Both => Devices.Names;

    [Theory]
    [LayersOf(typeof(ResampledGame))]
    [MemberData(nameof(Both))]
    public void AGameOfFiltersAndMoves(string device)
    {
        using var torch = new ResampledGame.Torch(seed: 1);
        using var own = new ResampledGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 5);
    }

    [Theory]
    [LayersOf(typeof(ResampledWganGame))]
    [MemberData(nameof(All))]
    public void WganGpThroughFiltersAndMoves(string device)
    {
        using var torch = new ResampledWganGame.Torch(seed: 1);
        using var own = new ResampledWganGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 5);
    }

    [Theory]
    [LayersOf(typeof(AttentionGame))]
    [MemberData(nameof(All))]
    public void AGameOfAttention(string device)
    {
        using var torch = new AttentionGame.Torch(seed: 1);
        using var own = new AttentionGame.Ilgpu(seed: 2, Devices.Get(device));
        Strengthen(torch.Generator, torch.Discriminator);
        Parity.Run(torch, own, count: 4);
    }

    [Theory]
    [LayersOf(typeof(AttentionR1Game))]
    [MemberData(nameof(All))]
    public void R1ThroughAttention(string device)
    {
        using var torch = new AttentionR1Game.Torch(seed: 1);
        using var own = new AttentionR1Game.Ilgpu(seed: 2, Devices.Get(device));
        Strengthen(torch.Generator, torch.Discriminator);
        Parity.Run(torch, own, count: 4);
    }

    /// <summary>
    /// Modulated convolutions in both players, upwards and with R1 through a demodulated, normalised one. The noise's strength is 0, since each backend draws
    /// its own.
    /// </summary>
    [Theory]
    [LayersOf(typeof(StyledGame))]
    [MemberData(nameof(All))]
    public void AGameOfStyles(string device)
    {
        using var torch = new StyledGame.Torch(seed: 1);
        using var own = new StyledGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 5);
    }

    /// <summary>Of 6 samples 3 are a group.</summary>
    [Theory]
    [LayersOf(typeof(StdDevGame))]
    [MemberData(nameof(Both))]
    public void AGameThatLooksAtGroupsOfSamples(string device)
    {
        using var torch = new StdDevGame.Torch(seed: 1);
        using var own = new StdDevGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 6);
    }

    [Theory]
    [LayersOf(typeof(ResampledDiscriminator), typeof(StdDevDiscriminator))]
    [MemberData(nameof(All))]
    public void PassesInBothModes(string device)
    {
        var on = Devices.Get(device);
        using var torch = new ResampledDiscriminator.Torch(seed: 1);
        using var own = new ResampledDiscriminator.Ilgpu(seed: 2, on);
        using var torchStyle = new StdDevDiscriminator.Torch(seed: 1);
        using var ownStyle = new StdDevDiscriminator.Ilgpu(seed: 2, on);
        own.Load(torch.State());
        ownStyle.Load(torchStyle.State());
        foreach (var count in new[] { 4, 7, 1 })
        {
            foreach (var mode in new[] { Mode.Eval, Mode.Train })
            {
                var (pictures, small) = (new HostBatch<S2x6x6>(Numbers.Normal(count * 72, 1)), new HostBatch<S1x6x6>(Numbers.Normal(count * 36, 2)));
                using var expected = torch.Forward(Torch.Batch<S2x6x6>.From(pictures), mode);
                using var actual = own.Forward(Batch<S2x6x6>.From(pictures, on), mode);
                Numbers.Near([.. expected.ToArray().Select(value => (double)value)], actual.ToArray(), relative: 1e-5, absolute: 1e-5);
                using var expectedStyle = torchStyle.Forward(Torch.Batch<S1x6x6>.From(small), mode);
                using var actualStyle = ownStyle.Forward(Batch<S1x6x6>.From(small, on), mode);
                Numbers.Near([.. expectedStyle.ToArray().Select(value => (double)value)], actualStyle.ToArray(), relative: 1e-5, absolute: 1e-5);
            }
        }
    }

    [Theory]
    [LayersOf(typeof(NoisyGenerator))]
    [MemberData(nameof(Both))]
    public void NoiseIsNormal_TheSameInAllChannels_AndAnewInEveryPass(string device)
    {
        var on = Devices.Get(device);
        using var network = new NoisyGenerator.Ilgpu(seed: 1, on);
        var numbers = Numbers.Normal(40 * 512, 1);
        using var input = Batch<S512>.From(new HostBatch<S512>(numbers), on);
        using var silent = network.Forward(input);
        Numbers.Same(numbers, silent.ToArray());

        network.Load([new NamedTensor("1.weight", [1], new TensorValues.Float32([2]))]);
        using var noisy = network.Forward(input);
        using var again = network.Forward(input, Mode.Train);
        var noise = noisy.ToArray().PairedWith(numbers, (with, without) => (with - without) / 2).ToArray();
        Assert.NotEqual(noisy.ToArray(), again.ToArray());
        for (var i = 0; i < noise.Length; i++) Assert.Equal(noise[(i / 512 * 512) + (i % 256)], noise[i], 1e-5f);

        // 10,240 draws: the standard deviation of their mean is 0.01, that of their variance 0.014.
        var drawn = noise.Where((_, i) => i % 512 < 256).Select(value => (double)value).ToList();
        Assert.InRange(drawn.Average(), -0.05, 0.05);
        Assert.InRange(drawn.Average(value => value * value), 0.93, 1.07);
    }

    /// <summary>In train mode a channel is 0, or all of it is 4/3 of what it was; in eval mode nothing happens.</summary>
    [Theory]
    [LayersOf(typeof(ChannelDroppingGenerator))]
    [MemberData(nameof(Both))]
    public void Dropout2d_DropsWholeChannels_InTrainModeOnly(string device)
    {
        var on = Devices.Get(device);
        using var network = new ChannelDroppingGenerator.Ilgpu(seed: 1, on);
        var numbers = Numbers.Normal(40 * 256, 1);
        using var input = Batch<S256>.From(new HostBatch<S256>(numbers), on);
        using var whole = network.Forward(input);
        Numbers.Same(numbers, whole.ToArray());

        using var dropped = network.Forward(input, Mode.Train);
        using var again = network.Forward(input, Mode.Train);
        Assert.NotEqual(dropped.ToArray(), again.ToArray());
        var channels = dropped.ToArray().Chunk(4).PairedWith(numbers.Chunk(4), (after, before) => (after, before)).ToList();
        var kept = channels.Where(channel => channel.after.Any(value => value != 0)).ToList();
        foreach (var (after, before) in kept)
        {
            for (var i = 0; i < 4; i++) Assert.Equal(before[i] / 0.75f, after[i], 1e-5f);
        }

        // 2,560 channels: the standard deviation of the share is 0.0086.
        Assert.InRange(kept.Count / (double)channels.Count, 0.71, 0.79);
    }

    /// <summary>At strength 0 the gradient of the strength is the noise's share in the loss: not 0, so it moves.</summary>
    [Theory]
    [LayersOf(typeof(NoisyGame))]
    [MemberData(nameof(All))]
    public void TheStrengthOfNoiseLearns(string device)
    {
        using var game = new NoisyGame.Ilgpu(seed: 1, Devices.Get(device));
        ((IGan)game).Step(Numbers.Normal(4 * 512, 1));

        Assert.NotEqual(0, Strength(game.Generator.State(), "1.weight"));
        Assert.NotEqual(0, Strength(game.Discriminator.State(), "0.weight"));
    }

    // At 0, where gamma begins, nothing of attention is seen.
    private static void Strengthen(params Torch.TorchNetwork[] networks)
    {
        foreach (var network in networks)
        {
            network.Load([.. network.State().Select(tensor => tensor.Name.EndsWith("gamma", StringComparison.Ordinal)
                ? new NamedTensor(tensor.Name, tensor.Shape, new TensorValues.Float32([0.8f]))
                : tensor)]);
        }
    }

    private static float Strength(IReadOnlyList<NamedTensor> state, string name) =>
        ((TensorValues.Float32)state.Single(tensor => tensor.Name == name).Values).Elements[0];
}
