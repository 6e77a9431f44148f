using System.Globalization;

namespace GanDsl.Training;

/// <summary>Samples shuffled again in each epoch: shared by the sources of numbers and pictures, in memory, in files and made on demand.</summary>
/// <typeparam name="TShape">The shape of one sample.</typeparam>
public abstract class ShuffledSource<TShape> : IBatchSource<TShape>
    where TShape : struct, IShape
{
    private protected static readonly float[] Scaled = [.. Enumerable.Range(0, 256).Select(level => (level / 127.5f) - 1f)];

    private DataIdentity? identity;

    /// <param name="count">How many samples there are.</param>
    /// <param name="seed">The seed of the epochs' orders.</param>
    private protected ShuffledSource(int count, long seed) => (Count, Seed) = (count, seed);

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public long Seed { get; }

    /// <inheritdoc/>
    public int Classes { get; private protected init; }

    /// <summary>The number of epochs started: the calls of <see cref="Batches(int)"/>. Set it to resume a run where another ended.</summary>
    public int Epoch { get; set; }

    /// <inheritdoc/>
    public IEnumerable<HostBatch<TShape>> Batches(int batchSize)
    {
        if (batchSize < 1 || batchSize > Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(batchSize),
                string.Create(CultureInfo.InvariantCulture, $"A batch of {batchSize} cannot be drawn from {Count} samples; pass 1 to {Count}."));
        }

        return Enumerate(batchSize, Epoch++, skip: 0);
    }

    /// <inheritdoc/>
    public IEnumerable<HostBatch<TShape>> Batches(DataPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        place.CheckIn(Count, Seed, Identity);
        Epoch = place.Epoch + 1;
        return Enumerate(place.BatchSize, place.Epoch, place.Batch);
    }

    /// <inheritdoc/>
    public virtual IReadOnlyList<int> SourceShape => [];

    /// <inheritdoc/>
    public virtual IReadOnlyList<string> Folders => [];

    /// <inheritdoc/>
    public virtual bool IsInMemory => false;

    /// <inheritdoc/>
    public DataIdentity? Identity => identity ??= Identify();

    /// <inheritdoc/>
    public virtual IReadOnlyList<string> Warnings => [];

    /// <summary>A sample's name, without its file's extension; null where samples have no names.</summary>
    internal virtual string? NameOf(int sample) => null;

    /// <summary>Whether samples are mirrored in some epochs.</summary>
    internal virtual bool Flips => false;

    /// <summary>Writes a sample to its place.</summary>
    /// <param name="sample">Its index.</param>
    /// <param name="visit">The index of the sample whose turn it is: another one where this one replaces it.</param>
    /// <param name="epoch">The epoch, from 0.</param>
    /// <param name="values">Where it goes.</param>
    /// <returns>Whether it could be read. Where not, it is skipped, in every epoch.</returns>
    internal abstract bool TryRead(int sample, int visit, int epoch, Span<float> values);

    /// <summary>The same with the sample's source, where samples have sources.</summary>
    private protected virtual bool TryRead(int sample, int visit, int epoch, Span<float> values, Span<float> source) => TryRead(sample, visit, epoch, values);

    /// <summary>By what the samples are known again; null where by nothing.</summary>
    private protected virtual DataIdentity? Identify() => null;

    /// <summary>The label of a sample; only asked where there are classes.</summary>
    private protected abstract int LabelOf(int sample);

    private IEnumerable<HostBatch<TShape>> Enumerate(int batchSize, int epoch, int skip)
    {
        var order = EpochOrder.Shuffled(Count, Seed, epoch);
        var values = new float[batchSize * TShape.Elements];
        var labels = new int[Classes == 0 ? 0 : batchSize];
        var ofSource = SourceShape.Count == 0 ? 0 : SourceShape.Aggregate(1, (product, dimension) => product * dimension);
        var sources = new float[batchSize * ofSource];
        for (var first = skip * batchSize; first <= Count - batchSize; first += batchSize)
        {
            for (var i = 0; i < batchSize; i++)
            {
                var sample = values.AsSpan(i * TShape.Elements, TShape.Elements);
                var source = sources.AsSpan(i * ofSource, ofSource);
                var read = Read(order[first + i], epoch, sample, source);
                CheckFinite(read, epoch, "Sample", sample);
                CheckFinite(read, epoch, "The source of sample", source);
                if (Classes > 0) labels[i] = LabelOf(read);
            }

            yield return new HostBatch<TShape>(values, labels, sources);
        }
    }

    /// <summary>Reads a sample, or another one where it cannot be read.</summary>
    /// <returns>The index of the sample that was read.</returns>
    private int Read(int visit, int epoch, Span<float> values, Span<float> source)
    {
        if (TryRead(visit, visit, epoch, values, source)) return visit;

        // Any of those that are left, each as likely. Which are known to be damaged changes nothing: a resumed run, which does not know yet, draws the same.
        var random = EpochOrder.RandomOf(Seed, epoch, visit);
        for (var tries = 0; tries < Count; tries++)
        {
            var number = random.Next(Count);
            if (TryRead(number, visit, epoch, values, source)) return number;
        }

        // Hardly one is left, or none.
        for (var i = 1; i < Count; i++)
        {
            var number = (visit + i) % Count;
            if (TryRead(number, visit, epoch, values, source)) return number;
        }

        throw new DataFileException(
            string.Join(" and ", Folders.Distinct()), SourceShape.Count == 0 ? "pictures that can be read" : "pairs of which both can be read", "none",
            "pass another folder");
    }

    private void CheckFinite(int sample, int epoch, string part, ReadOnlySpan<float> values)
    {
        if (FiniteNumbers.FirstOther(values) is not { } other) return;
        var name = NameOf(sample) is { } file ? $"'{file}'" : sample.ToString(CultureInfo.InvariantCulture);
        throw new InvalidDataException(string.Create(
            CultureInfo.InvariantCulture,
            $"{part} {name}, as read in epoch {epoch + 1}, has {values[other]} as number {other} of {values.Length}; samples are finite numbers: "
                + $"correct it, or leave it out."));
    }
}
