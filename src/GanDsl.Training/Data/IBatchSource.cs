namespace GanDsl.Training;

/// <summary>Training samples, one batch at a time.</summary>
/// <typeparam name="TShape">The shape of one sample.</typeparam>
public interface IBatchSource<TShape>
    where TShape : struct, IShape
{
    /// <summary>How many samples there are.</summary>
    int Count { get; }

    /// <summary>
    /// The number of classes of the samples' labels: the largest label plus one; 0 where samples have none. Batches of a source with classes have labels.
    /// </summary>
    int Classes => 0;

    /// <summary>
    /// The shape of the sources, in a game of pairs; empty where samples have no sources. Batches of a source with such a shape have sources.
    /// </summary>
    IReadOnlyList<int> SourceShape => [];

    /// <summary>
    /// Whether samples are in memory, so that a batch is never waited for. Others are made on a thread of their own where a run may be asked to stop, which
    /// then does not wait for them.
    /// </summary>
    bool IsInMemory => false;

    /// <summary>The folders whose files are the samples; a run writes into none of them. Empty where samples come from elsewhere.</summary>
    IReadOnlyList<string> Folders => [];

    /// <summary>The seed of the epochs' orders.</summary>
    long Seed { get; }

    /// <summary>By what a run that goes on knows these data again; null where only their count and seed are compared.</summary>
    DataIdentity? Identity => null;

    /// <summary>What a run should warn of, as far as it is known: at its start what was left out, later what could not be read. It only grows.</summary>
    IReadOnlyList<string> Warnings => [];

    /// <summary>
    /// The next epoch: every sample once, in this epoch's own order, except that a last batch of fewer than <paramref name="batchSize"/> samples is dropped.
    /// </summary>
    /// <param name="batchSize">The samples in each batch, from 1 to <see cref="Count"/>.</param>
    /// <returns><see cref="Count"/> / <paramref name="batchSize"/> batches. A batch is valid until the next one is taken: they share one buffer.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is less than 1 or more than <see cref="Count"/>.</exception>
    /// <exception cref="InvalidDataException">While it is read: a sample has a number that is NaN or infinite.</exception>
    IEnumerable<HostBatch<TShape>> Batches(int batchSize);

    /// <summary>
    /// The rest of an epoch from a position of another run: the batches that it would have taken next. The count of epochs continues from there.
    /// </summary>
    /// <param name="place">A position in these samples.</param>
    /// <exception cref="ArgumentException">It is a position in other samples.</exception>
    IEnumerable<HostBatch<TShape>> Batches(DataPlace place);
}
