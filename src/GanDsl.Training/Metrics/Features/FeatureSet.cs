using System.Globalization;

namespace GanDsl.Training;

/// <summary>The features of a set of samples.</summary>
public sealed class FeatureSet
{
    /// <summary>Takes features, without copying them.</summary>
    /// <param name="name">The samples' name: <c>test images</c>.</param>
    /// <param name="extractor">The name of the extractor, as <see cref="IFeatureExtractor.Name"/>.</param>
    /// <param name="size">Features per sample.</param>
    /// <param name="values">Sample by sample.</param>
    /// <exception cref="ArgumentException">They are not those of at least two whole samples, or one is not finite.</exception>
    public FeatureSet(string name, string extractor, int size, ReadOnlyMemory<float> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        if (values.Length < 2 * size || values.Length % size != 0)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{values.Length} numbers are not {size} features of each of two samples or more; pass N × {size}, N at least 2."),
                nameof(values));
        }

        var at = IndexOfNonFinite(values.Span);
        if (at >= 0)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"Feature {at % size} of sample {at / size} of the {name} is {values.Span[at]}; no distance is defined there: look at the samples."),
                nameof(values));
        }

        (Name, Extractor, Size, Values) = (name, extractor, size, values);
    }

    /// <summary>The samples' name.</summary>
    public string Name { get; }

    /// <summary>The extractor's name.</summary>
    public string Extractor { get; }

    /// <summary>How many features a sample has.</summary>
    public int Size { get; }

    /// <summary>How many samples there are, at least 2.</summary>
    public int Count => Values.Length / Size;

    /// <summary>The features, sample by sample.</summary>
    public ReadOnlyMemory<float> Values { get; }

    /// <summary>The features of samples, extracted a batch at a time.</summary>
    /// <param name="name">The samples' name.</param>
    /// <param name="extractor">The extractor.</param>
    /// <param name="batches">The samples.</param>
    /// <exception cref="ArgumentException">
    /// There are fewer than two samples, the extractor returns another number of features than it declares, or one is not finite.
    /// </exception>
    public static FeatureSet Of(string name, IFeatureExtractor extractor, IEnumerable<ReadOnlyMemory<float>> batches)
    {
        ArgumentNullException.ThrowIfNull(extractor);
        ArgumentNullException.ThrowIfNull(batches);
        var values = new List<float>();
        foreach (var batch in batches) values.AddRange(extractor.Extract(batch.Span));
        return new FeatureSet(name, extractor.Name, extractor.Size, values.ToArray());
    }

    /// <summary>The features of one sample.</summary>
    internal ReadOnlySpan<float> this[int sample] => Values.Span.Slice(sample * Size, Size);

    /// <summary>The protocol of a metric that compares two sets.</summary>
    /// <exception cref="ArgumentException">The sets are not of the same features.</exception>
    internal string ProtocolWith(FeatureSet other)
    {
        if (Extractor != other.Extractor || Size != other.Size)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"The {Name} have {Size} features of {Extractor}, the {other.Name} {other.Size} of {other.Extractor}; compare features of one extractor."),
                nameof(other));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Size} features of {Extractor}, {Count:N0} {Name} against {other.Count:N0} {other.Name}");
    }

    private static int IndexOfNonFinite(ReadOnlySpan<float> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i])) return i;
        }

        return -1;
    }
}
