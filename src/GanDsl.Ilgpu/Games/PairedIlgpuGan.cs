namespace GanDsl.Ilgpu;

/// <summary>The base of generated games of pairs on our own kernels: each real has a source, and the fakes are made from the sources of the reals.</summary>
/// <typeparam name="TSource">The shape of one source.</typeparam>
/// <typeparam name="TSample">The shape of one sample.</typeparam>
/// <param name="seed">Equal seeds give equal games on a device.</param>
/// <param name="device">The game's device; <see cref="ComputeDevice.Default"/> if null.</param>
/// <param name="layout">The layout of the state in memory.</param>
/// <param name="discriminatorSteps">k, the number of D's updates per update of G.</param>
public abstract class PairedIlgpuGan<TSource, TSample>(long seed, ComputeDevice? device, GameLayout layout, int discriminatorSteps)
    : IlgpuGame<TSource, TSample>(seed, device, layout, discriminatorSteps), IGan
    where TSource : struct, IShape
    where TSample : struct, IShape
{
    /// <inheritdoc/>
    public bool TakesSources => true;

    /// <inheritdoc/>
    public IReadOnlyList<int> SourceShape => TSource.Dimensions.ToArray();

    /// <summary>One call of the min-max step.</summary>
    /// <param name="reals">Real samples, at least one; not disposed.</param>
    /// <param name="sources">The source of each; not disposed.</param>
    public abstract void Step(Batch<TSample> reals, Batch<TSource> sources);

    /// <summary>One call of the min-max step, on pairs in host memory.</summary>
    /// <param name="reals">Real samples, at least one.</param>
    /// <param name="sources">The source of each.</param>
    public void Step(HostBatch<TSample> reals, HostBatch<TSource> sources)
    {
        using var samples = Batch<TSample>.From(reals, Device);
        using var given = Batch<TSource>.From(sources, Device);
        Step(samples, given);
    }

    /// <inheritdoc/>
    void IGan.StepPairs(ReadOnlySpan<float> reals, ReadOnlySpan<float> sources) =>
        Step(new HostBatch<TSample>(reals.ToArray()), new HostBatch<TSource>(sources.ToArray()));

    /// <inheritdoc/>
    float[] IGan.Sample(ReadOnlySpan<float> latents) => SampleOnHost(latents, ForwardGenerator);

    /// <summary>Samples of G, or of its average where there is one, in eval mode.</summary>
    protected abstract Batch<TSample> ForwardGenerator(Batch<TSource> sources);
}
