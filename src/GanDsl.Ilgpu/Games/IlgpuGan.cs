namespace GanDsl.Ilgpu;

/// <summary>The base of generated games without classes on our own kernels.</summary>
/// <typeparam name="TLatent">The shape of one sample's latents.</typeparam>
/// <typeparam name="TSample">The shape of one sample.</typeparam>
/// <param name="seed">Equal seeds give equal games on a device.</param>
/// <param name="device">The game's device; <see cref="ComputeDevice.Default"/> if null.</param>
/// <param name="layout">The layout of the state in memory.</param>
/// <param name="discriminatorSteps">k, the number of D's updates per update of G.</param>
public abstract class IlgpuGan<TLatent, TSample>(long seed, ComputeDevice? device, GameLayout layout, int discriminatorSteps)
    : IlgpuGame<TLatent, TSample>(seed, device, layout, discriminatorSteps), IGan
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
    public void Step(HostBatch<TSample> reals) => StepOnHost(reals.Values.Span, reals.Count);

    /// <inheritdoc/>
    void IGan.Step(ReadOnlySpan<float> reals) => StepOnHost(reals, HostBatch<TSample>.WholeSamples(reals.Length, TSample.Elements, nameof(reals)));

    /// <inheritdoc/>
    float[] IGan.Noise(int count) => ToHost(Noise(count));

    /// <inheritdoc/>
    float[] IGan.Sample(ReadOnlySpan<float> latents) => SampleOnHost(latents, ForwardGenerator);

    /// <summary>Samples of G, or of its average where there is one, in eval mode.</summary>
    protected abstract Batch<TSample> ForwardGenerator(Batch<TLatent> latents);
}
