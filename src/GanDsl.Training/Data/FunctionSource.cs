namespace GanDsl.Training;

/// <summary>
/// Samples that a function makes as they are needed: each is drawn from random numbers of its own, which follow from the seed, the epoch and its number, so that no epoch repeats another and a run
/// that is resumed sees what it would have seen.
/// </summary>
/// <typeparam name="TShape">The shape of one sample.</typeparam>
public sealed class FunctionSource<TShape> : ShuffledSource<TShape>
    where TShape : struct, IShape
{
    private readonly SampleFunction draw;

    /// <summary>Takes a function.</summary>
    /// <param name="samplesAnEpoch">How many samples an epoch has, at least 1.</param>
    /// <param name="seed">What the random numbers follow from: the same seed, the same samples, on every machine.</param>
    /// <param name="draw">Makes a sample; called on the thread that makes batches.</param>
    /// <exception cref="ArgumentOutOfRangeException">An epoch has no samples.</exception>
    public FunctionSource(int samplesAnEpoch, long seed, SampleFunction draw)
        : base(samplesAnEpoch, seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samplesAnEpoch, 1);
        ArgumentNullException.ThrowIfNull(draw);
        this.draw = draw;
    }

    internal override int Read(int sample, int epoch, Span<float> values)
    {
        draw(EpochOrder.RandomOf(Seed, epoch, sample), values);
        return sample;
    }

    private protected override int LabelOf(int sample) => throw new InvalidOperationException("What a function makes has no label.");
}

/// <summary>Makes a sample.</summary>
/// <param name="random">The sample's own random numbers.</param>
/// <param name="sample">Where its numbers go; whatever stood there is of another sample.</param>
public delegate void SampleFunction(Random random, Span<float> sample);
