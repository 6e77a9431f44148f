using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>
/// The base of every generated game on libtorch, with labels or without: two players, the random numbers they share, and the last step's outputs for
/// <see cref="IGan.Report"/>.
/// </summary>
/// <typeparam name="TLatent">The shape of one sample's latents.</typeparam>
/// <typeparam name="TSample">The shape of one sample.</typeparam>
public abstract partial class TorchGame<TLatent, TSample> : Game<TLatent, TSample, TorchNetwork, FlatOptimizer>
    where TLatent : struct, IShape
    where TSample : struct, IShape
{
    private readonly TorchRandom random;

    // For each pair.
    private readonly List<LastPass> lastPasses;

    /// <summary>Takes ownership of the players.</summary>
    /// <param name="random">Draws the noise; the players were drawn from it, G first.</param>
    /// <param name="generator">G.</param>
    /// <param name="discriminator">D.</param>
    /// <param name="discriminatorSteps">k, the number of D's updates per update of G.</param>
    private protected TorchGame(TorchRandom random, TorchNetwork generator, TorchNetwork discriminator, int discriminatorSteps)
        : base(discriminatorSteps)
    {
        this.random = random;
        UsePlayers(generator, discriminator);
        lastPasses = [.. Enumerable.Range(0, generator is TorchPair ? 2 : 1).Select(_ => new LastPass())];
    }

    /// <summary>The game's device.</summary>
    public Device Device => random.Device;

    /// <inheritdoc cref="IGan.DeviceName"/>
    public string DeviceName => $"libtorch on {Device}";

    /// <inheritdoc cref="IGan.DeviceSummary"/>
    public string DeviceSummary => Device.type == TorchSharp.DeviceType.CPU ? $"{DeviceName}; {ConvolutionSelfTest.Finding}" : DeviceName;

    /// <summary>Latents z ~ N(0, I), with codes where the game has them, from the game's own random numbers. The caller disposes them.</summary>
    /// <param name="count">The number of samples, at least 1.</param>
    private protected Batch<TLatent> DrawNoise(int count)
    {
        if (count < 1) throw new ArgumentOutOfRangeException(nameof(count), count, "Noise is for at least one sample; pass a count, or a batch, of some.");
        var latents = random.Normal(Batch<TLatent>.Sizes(count));
        foreach (var code in Codes) DrawCode(latents, code);
        return new Batch<TLatent>(latents);
    }

    /// <summary>Releases the players, their optimisers and everything else on the device.</summary>
    public void Dispose()
    {
        GeneratorOptimizer?.Dispose();
        DiscriminatorOptimizer?.Dispose();
        foreach (var pass in lastPasses) pass.Dispose();
        realMargins?.Dispose();
        fakeMargins?.Dispose();
        foreach (var (_, value) in shares) value.Dispose();
        foreach (var (_, scalar) in numbers) scalar.Dispose();
        PlayingGenerator.Dispose();
        AverageOfGenerator?.Dispose();
        PlayingDiscriminator.Dispose();
        random.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reals in host memory as a batch on the game's device.</summary>
    private protected Batch<TSample> Upload(ReadOnlySpan<float> reals)
    {
        var count = HostBatch<TSample>.WholeSamples(reals.Length, TSample.Elements, nameof(reals));
        return new Batch<TSample>(HostMemory.Upload(reals, Batch<TSample>.Sizes(count), Device));
    }

    /// <summary>Samples of G, or of its average where there is one, in eval mode.</summary>
    private protected float[] SampleOnHost(ReadOnlySpan<float> latents, Func<TorchNetwork, Tensor, Tensor> apply)
    {
        var count = HostBatch<TLatent>.WholeSamples(latents.Length, TLatent.Elements, nameof(latents));
        using var input = HostMemory.Upload(latents, Batch<TLatent>.Sizes(count), Device);
        return ToHost(new Batch<TSample>(apply(AverageOfGenerator ?? PlayingGenerator, input)));
    }

    /// <summary>A batch in host memory. It is disposed.</summary>
    private protected static float[] ToHost<TShape>(Batch<TShape> batch)
        where TShape : struct, IShape
    {
        using (batch) return batch.ToArray();
    }

    /// <summary>Copies G's running statistics to its average.</summary>
    protected void CopyStatistics() => AverageOfGenerator!.TakeStatistics(PlayingGenerator);
}
