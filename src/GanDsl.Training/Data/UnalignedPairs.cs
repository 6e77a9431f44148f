using System.Globalization;

namespace GanDsl.Training;

/// <summary>
/// Samples with unpaired sources, each kind in its own orders: the data of a game over two pairs such as CycleGAN. An epoch is one of the samples; the sources
/// continue over it, and start again at their end.
/// </summary>
/// <typeparam name="TShape">The shape of one sample.</typeparam>
/// <typeparam name="TSource">The shape of one source.</typeparam>
public sealed class UnalignedPairs<TShape, TSource> : IBatchSource<TShape>
    where TShape : struct, IShape
    where TSource : struct, IShape
{
    private readonly IBatchSource<TShape> samples;
    private readonly IBatchSource<TSource> sources;
    private DataIdentity? identity;
    private int epoch;

    /// <summary>Combines samples and sources.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="sources">The sources.</param>
    /// <exception cref="ArgumentException">There are as many sources, of the same seed: each sample would meet the same source again and again.</exception>
    public UnalignedPairs(IBatchSource<TShape> samples, IBatchSource<TSource> sources)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(sources);
        if (samples.Count == sources.Count && samples.Seed == sources.Seed)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Samples and sources, {samples.Count} of each, have one seed, {samples.Seed}: each sample would meet the same source in every epoch. "
                        + $"Pass another, or AlignedPairs."),
                nameof(sources));
        }

        (this.samples, this.sources) = (samples, sources);
    }

    /// <inheritdoc/>
    public int Count => samples.Count;

    /// <summary>The seed of both orders, as one number: other sources are another position.</summary>
    public long Seed => unchecked((samples.Seed * 0x2545F4914F6CDD1DL) ^ ((sources.Seed + sources.Count) * 0x5851F42D4C957F2DL));

    /// <inheritdoc/>
    public IReadOnlyList<int> SourceShape => TSource.Dimensions.ToArray();

    /// <inheritdoc/>
    public IReadOnlyList<string> Folders => [.. samples.Folders, .. sources.Folders];

    /// <inheritdoc/>
    public bool IsInMemory => samples.IsInMemory && sources.IsInMemory;

    /// <inheritdoc/>
    public DataIdentity? Identity => identity ??= DataIdentity.OfPairs(samples.Identity, sources.Identity);

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [.. samples.Warnings.Union(sources.Warnings)];

    /// <inheritdoc/>
    public IEnumerable<HostBatch<TShape>> Batches(int batchSize)
    {
        var place = DataPlace.Start(this, batchSize) with { Epoch = epoch++ };
        return Enumerate(place);
    }

    /// <inheritdoc/>
    public IEnumerable<HostBatch<TShape>> Batches(DataPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        place.CheckIn(Count, Seed, Identity);
        epoch = place.Epoch + 1;
        return Enumerate(place);
    }

    private IEnumerable<HostBatch<TShape>> Enumerate(DataPlace place)
    {
        // The sources' position follows from the samples'.
        var ofSources = DataPlace.Start(sources, place.BatchSize);
        var taken = ((long)place.Epoch * place.BatchesAnEpoch) + place.Batch;
        using var others =
            From(ofSources with { Epoch = (int)(taken / ofSources.BatchesAnEpoch), Batch = (int)(taken % ofSources.BatchesAnEpoch) }).GetEnumerator();
        foreach (var batch in samples.Batches(place with { Seed = samples.Seed, Identity = null }))
        {
            others.MoveNext();
            yield return new HostBatch<TShape>(batch.Values, default, others.Current.Values);
        }
    }

    private IEnumerable<HostBatch<TSource>> From(DataPlace place)
    {
        for (; ; place = place with { Epoch = place.Epoch + 1, Batch = 0 })
        {
            foreach (var batch in sources.Batches(place)) yield return batch;
        }
    }
}
