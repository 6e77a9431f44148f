namespace GanDsl.Training;

/// <summary>
/// Samples that a function makes on demand: each is drawn from its own random numbers, a function of the seed, the epoch and its index, so that no epoch
/// repeats another and a resumed run sees the same samples.
/// </summary>
/// <typeparam name="TShape">The shape of one sample.</typeparam>
public sealed class FunctionSource<TShape> : ShuffledSource<TShape>
    where TShape : struct, IShape
{
    private readonly SampleFunction draw;

    /// <summary>Takes a function.</summary>
    /// <param name="samplesAnEpoch">How many samples an epoch has, at least 1.</param>
    /// <param name="seed">The seed of the random numbers: the same seed, the same samples, on every machine.</param>
    /// <param name="draw">Makes a sample; called on the thread that makes batches.</param>
    /// <exception cref="ArgumentOutOfRangeException">An epoch has no samples.</exception>
    public FunctionSource(int samplesAnEpoch, long seed, SampleFunction draw)
        : base(samplesAnEpoch, seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samplesAnEpoch, 1);
        ArgumentNullException.ThrowIfNull(draw);
        this.draw = draw;
    }

    internal override bool TryRead(int sample, int visit, int epoch, Span<float> values)
    {
        draw(EpochOrder.RandomOf(Seed, epoch, sample), values);
        return true;
    }

    private protected override int LabelOf(int sample) => throw new InvalidOperationException("What a function makes has no label.");
}

/// <summary>Makes a sample.</summary>
/// <param name="random">The sample's own random numbers.</param>
/// <param name="sample">Where its numbers go; the previous content is another sample's.</param>
public delegate void SampleFunction(Random random, Span<float> sample);
