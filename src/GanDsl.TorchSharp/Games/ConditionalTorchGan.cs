using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>The base of generated games with classes on libtorch: each real has a label, and the fakes are made for the labels of the reals.</summary>
/// <typeparam name="TLatent">The shape of one sample's latents.</typeparam>
/// <typeparam name="TSample">The shape of one sample.</typeparam>
/// <typeparam name="TClasses">The shape of a label's one-hot row.</typeparam>
/// <param name="random">Draws the noise; the players were drawn from it, G first.</param>
/// <param name="generator">G.</param>
/// <param name="discriminator">D.</param>
/// <param name="discriminatorSteps">k, the number of D's updates per update of G.</param>
public abstract class ConditionalTorchGan<TLatent, TSample, TClasses>(
    TorchRandom random, TorchNetwork generator, TorchNetwork discriminator, int discriminatorSteps)
    : TorchGame<TLatent, TSample>(random, generator, discriminator, discriminatorSteps), IGan
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
    public void Step(HostBatch<TSample> reals, Labels<TClasses> labels)
    {
        using var batch = Batch<TSample>.From(reals, Device);
        Step(batch, labels);
    }

    /// <inheritdoc/>
    void IGan.Step(ReadOnlySpan<float> reals, ReadOnlySpan<int> labels)
    {
        using var batch = Upload(reals);
        Step(batch, new Labels<TClasses>(labels.ToArray()));
    }

    /// <inheritdoc/>
    float[] IGan.Noise(int count) => ToHost(Noise(count));

    /// <inheritdoc/>
    float[] IGan.Sample(ReadOnlySpan<float> latents, ReadOnlySpan<int> labels)
    {
        var classes = new Labels<TClasses>(labels.ToArray());
        return SampleOnHost(latents, (network, input) =>
        {
            using var oneHot = OneHot((int)input.size(0), classes);
            return network.Apply(input, oneHot, ForwardMode.Evaluate);
        });
    }

    /// <summary>Labels as one-hot rows, (N, classes), where the game is played. The caller disposes them.</summary>
    /// <param name="count">N, the number of samples.</param>
    /// <param name="labels">Their labels.</param>
    /// <exception cref="ArgumentException">There are not as many labels as samples.</exception>
    protected Tensor OneHot(int count, Labels<TClasses> labels) => HostMemory.Upload(labels.OneHot(count), Batch<TClasses>.Sizes(count), Device);
}
