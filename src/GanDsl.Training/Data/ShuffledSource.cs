using System.Globalization;

namespace GanDsl.Training;

/// <summary>Pictures, given as floats from −1 (black) to 1 (white), shuffled anew each epoch: what the sources of pictures in memory and in files share.</summary>
/// <typeparam name="TShape">The shape of one sample.</typeparam>
public abstract class ShuffledSource<TShape> : IBatchSource<TShape>
    where TShape : struct, IShape
{
    private protected static readonly float[] Scaled = [.. Enumerable.Range(0, 256).Select(level => (level / 127.5f) - 1f)];

    /// <param name="count">How many samples there are.</param>
    /// <param name="seed">The seed of the epochs' orders.</param>
    private protected ShuffledSource(int count, long seed) => (Count, Seed) = (count, seed);

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public long Seed { get; }

    /// <inheritdoc/>
    public int Classes { get; private protected init; }

    /// <summary>How many epochs were begun: the calls of <see cref="Batches(int)"/>. Set it to take up a run where another ended.</summary>
    public int Epoch { get; set; }

    /// <inheritdoc/>
    public IEnumerable<HostBatch<TShape>> Batches(int batchSize)
    {
        if (batchSize < 1 || batchSize > Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(batchSize),
                string.Create(CultureInfo.InvariantCulture, $"A batch of {batchSize} cannot be drawn from {Count} images; pass 1 to {Count}."));
        }

        return Enumerate(batchSize, Epoch++, skip: 0);
    }

    /// <inheritdoc/>
    public IEnumerable<HostBatch<TShape>> Batches(DataPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        place.CheckIn(Count, Seed);
        Epoch = place.Epoch + 1;
        return Enumerate(place.BatchSize, place.Epoch, place.Batch);
    }

    /// <summary>Writes a sample where it is to go.</summary>
    /// <param name="sample">Its number.</param>
    /// <param name="epoch">The epoch, from 0.</param>
    /// <param name="values">Where it goes.</param>
    /// <returns>The number of the sample that was written, which is another where that one cannot be.</returns>
    private protected abstract int Read(int sample, int epoch, Span<float> values);

    /// <summary>The label of a sample; only asked where there are classes.</summary>
    private protected abstract int LabelOf(int sample);

    private IEnumerable<HostBatch<TShape>> Enumerate(int batchSize, int epoch, int skip)
    {
        var order = EpochOrder.Shuffled(Count, Seed, epoch);
        var values = new float[batchSize * TShape.Elements];
        var labels = new int[Classes == 0 ? 0 : batchSize];
        for (var first = skip * batchSize; first <= Count - batchSize; first += batchSize)
        {
            for (var i = 0; i < batchSize; i++)
            {
                var read = Read(order[first + i], epoch, values.AsSpan(i * TShape.Elements, TShape.Elements));
                if (Classes > 0) labels[i] = LabelOf(read);
            }

            yield return new HostBatch<TShape>(values, labels);
        }
    }
}
