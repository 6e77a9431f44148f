namespace GanDsl.Ilgpu;

/// <summary>The base of generated games with classes on our own kernels: each real has a label, and the fakes are made for the labels of the reals.</summary>
/// <typeparam name="TLatent">The shape of one sample's latents.</typeparam>
/// <typeparam name="TSample">The shape of one sample.</typeparam>
/// <typeparam name="TClasses">The shape of a label's one-hot row.</typeparam>
/// <param name="seed">Equal seeds give equal games on a device.</param>
/// <param name="device">The game's device; <see cref="ComputeDevice.Default"/> if null.</param>
/// <param name="layout">The layout of the state in memory.</param>
/// <param name="discriminatorSteps">k, the number of D's updates per update of G.</param>
public abstract class ConditionalIlgpuGan<TLatent, TSample, TClasses>(long seed, ComputeDevice? device, GameLayout layout, int discriminatorSteps)
    : IlgpuGame<TLatent, TSample>(seed, device, layout, discriminatorSteps), IGan
    where TLatent : struct, IShape
    where TSample : struct, IShape
    where TClasses : struct, IShape
{
    /// <inheritdoc/>
    public int Classes => TClasses.Elements;

    /// <summary>Latents z ~ N(0, I), with codes where the game has them, from the game's own random numbers. The caller disposes them.</summary>
    /// <param name="count">The number of samples, at least 1.</param>
    public Batch<TLatent> Noise(int count) => DrawNoise(count);

    /// <summary>One call of the min-max step.</summary>
    /// <param name="reals">Real samples, at least one; not disposed.</param>
    /// <param name="labels">The label of each.</param>
    public abstract void Step(Batch<TSample> reals, Labels<TClasses> labels);

    /// <summary>One call of the min-max step, on samples in host memory.</summary>
    /// <param name="reals">Real samples, at least one.</param>
    /// <param name="labels">The label of each.</param>
    public void Step(HostBatch<TSample> reals, Labels<TClasses> labels) => StepOnHost(reals.Values.Span, reals.Count, OneHot(reals.Count, labels));

    /// <inheritdoc/>
    void IGan.Step(ReadOnlySpan<float> reals, ReadOnlySpan<int> labels)
    {
        var count = HostBatch<TSample>.WholeSamples(reals.Length, TSample.Elements, nameof(reals));
        StepOnHost(reals, count, OneHot(count, new Labels<TClasses>(labels.ToArray())));
    }

    /// <inheritdoc/>
    float[] IGan.Noise(int count) => ToHost(Noise(count));

    /// <inheritdoc/>
    float[] IGan.Sample(ReadOnlySpan<float> latents, ReadOnlySpan<int> labels)
    {
        var classes = labels.ToArray();
        return SampleOnHost(latents, batch => ForwardGenerator(batch, new Labels<TClasses>(classes)));
    }

    /// <summary>Samples of G, or of its average where there is one, in eval mode.</summary>
    protected abstract Batch<TSample> ForwardGenerator(Batch<TLatent> latents, Labels<TClasses> labels);

    /// <summary>Labels as one-hot rows, (N, classes) row by row.</summary>
    /// <param name="count">N, the number of samples.</param>
    /// <param name="labels">Their labels.</param>
    /// <exception cref="ArgumentException">There are not as many labels as samples.</exception>
    protected static float[] OneHot(int count, Labels<TClasses> labels) => labels.OneHot(count);
}
