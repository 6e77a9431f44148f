namespace GanDsl.Torch;

/// <summary>The base of generated games without classes on libtorch.</summary>
/// <typeparam name="TLatent">The shape of one sample's latents.</typeparam>
/// <typeparam name="TSample">The shape of one sample.</typeparam>
/// <param name="random">Draws the noise; the players were drawn from it, G first.</param>
/// <param name="generator">G.</param>
/// <param name="discriminator">D.</param>
/// <param name="discriminatorSteps">k, the number of D's updates per update of G.</param>
public abstract class TorchGan<TLatent, TSample>(TorchRandom random, TorchNetwork generator, TorchNetwork discriminator, int discriminatorSteps)
    : TorchGame<TLatent, TSample>(random, generator, discriminator, discriminatorSteps), IGan
    where TLatent : struct, IShape
    where TSample : struct, IShape
{
    /// <summary>Latents z ~ N(0, I), with codes where the game has them, from the game's own random numbers. The caller disposes them.</summary>
    /// <param name="count">The number of samples, at least 1.</param>
    public Batch<TLatent> Noise(int count) => DrawNoise(count);

    /// <summary>One call of the min-max step.</summary>
    /// <param name="reals">Real samples, at least one; not disposed.</param>
    public abstract void Step(Batch<TSample> reals);

    /// <summary>One call of the min-max step, on samples in host memory.</summary>
    /// <param name="reals">Real samples, at least one.</param>
    public void Step(HostBatch<TSample> reals)
    {
        using var batch = Batch<TSample>.From(reals, Device);
        Step(batch);
    }

    /// <inheritdoc/>
    void IGan.Step(ReadOnlySpan<float> reals)
    {
        using var batch = Upload(reals);
        Step(batch);
    }

    /// <inheritdoc/>
    float[] IGan.Noise(int count) => ToHost(Noise(count));

    /// <inheritdoc/>
    float[] IGan.Sample(ReadOnlySpan<float> latents) => SampleOnHost(latents, (network, input) => network.Apply(input, ForwardMode.Evaluate));
}
