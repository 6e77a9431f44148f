using System.Globalization;

namespace GanDsl.Training;

/// <summary>Samples in memory, as they are, shuffled again in each epoch. All of their numbers are finite.</summary>
/// <typeparam name="TShape">The shape of one sample.</typeparam>
public sealed class ArraySource<TShape> : ShuffledSource<TShape>
    where TShape : struct, IShape
{
    private readonly ReadOnlyMemory<float> values;
    private readonly ReadOnlyMemory<int> labels;

    /// <summary>Takes samples, without copying them.</summary>
    /// <param name="values">A whole number of samples, at least one, one after the other.</param>
    /// <param name="seed">The seed of the epochs' orders: the same seed, the same orders, on every machine.</param>
    /// <param name="labels">The label of each, at least 0; or nothing.</param>
    /// <exception cref="ArgumentException">
    /// The numbers are not a whole number of samples, or none; there are not as many labels; or one is less than 0.
    /// </exception>
    public ArraySource(ReadOnlyMemory<float> values, long seed, ReadOnlyMemory<int> labels = default)
        : base(new HostBatch<TShape>(values, labels).Count, seed)
    {
        (this.values, this.labels) = (values, labels);
        foreach (var label in labels.Span)
        {
            if (label < 0)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A label is {label}; labels count classes from 0."), nameof(labels));
            Classes = Math.Max(Classes, label + 1);
        }
    }

    /// <inheritdoc/>
    public override bool IsInMemory => true;

    internal override bool TryRead(int sample, int visit, int epoch, Span<float> values)
    {
        this.values.Span.Slice(sample * values.Length, values.Length).CopyTo(values);
        return true;
    }

    private protected override DataIdentity Identify() => DataIdentity.OfNumbers(values.Span, labels.Span);

    private protected override int LabelOf(int sample) => labels.Span[sample];
}
