namespace GanDsl.Torch;

/// <summary>What every generated game of pairs is on libtorch: each real has a source, and the fakes are made from the sources of the reals.</summary>
/// <typeparam name="TSource">The shape of what one sample is made from.</typeparam>
/// <typeparam name="TSample">The shape of one sample.</typeparam>
/// <param name="random">Draws what Dropout and penalties draw; the players were drawn from it, G first.</param>
/// <param name="generator">G.</param>
/// <param name="discriminator">D.</param>
/// <param name="discriminatorSteps">k, how often D moves for one move of G.</param>
public abstract class PairedTorchGan<TSource, TSample>(TorchRandom random, TorchNetwork generator, TorchNetwork discriminator, int discriminatorSteps)
    : TorchGame<TSource, TSample>(random, generator, discriminator, discriminatorSteps), IGan
    where TSource : struct, IShape
    where TSample : struct, IShape
{
    /// <inheritdoc/>
    public bool TakesSources => true;

    /// <summary>One call of the min-max step.</summary>
    /// <param name="reals">Real samples, at least one; not disposed.</param>
    /// <param name="sources">What each is to be made from; not disposed.</param>
    public abstract void Step(Batch<TSample> reals, Batch<TSource> sources);

    /// <summary>One call of the min-max step, on pairs in host memory.</summary>
    /// <param name="reals">Real samples, at least one.</param>
    /// <param name="sources">What each is to be made from.</param>
    public void Step(HostBatch<TSample> reals, HostBatch<TSource> sources)
    {
        using var samples = Batch<TSample>.From(reals, Device);
        using var given = Batch<TSource>.From(sources, Device);
        Step(samples, given);
    }

    /// <inheritdoc/>
    void IGan.StepPairs(ReadOnlySpan<float> reals, ReadOnlySpan<float> sources) => Step(new HostBatch<TSample>(reals.ToArray()), new HostBatch<TSource>(sources.ToArray()));

    /// <inheritdoc/>
    float[] IGan.Sample(ReadOnlySpan<float> latents) => SampleOnHost(latents, (network, input) => network.Apply(input, ForwardMode.Evaluate));
}
