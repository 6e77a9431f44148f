using System.Globalization;

namespace GanDsl;

/// <summary>Samples of one shape in host memory, (N, …) row by row: what data sources return and every backend's <c>Step</c> takes.</summary>
/// <typeparam name="TShape">The shape of one sample.</typeparam>
public readonly struct HostBatch<TShape>
    where TShape : struct, IShape
{
    /// <summary>Wraps numbers, without copying them.</summary>
    /// <param name="values">A whole number of samples, at least one.</param>
    /// <exception cref="ArgumentException">The length is not a whole number of samples, or is 0.</exception>
    public HostBatch(ReadOnlyMemory<float> values)
    {
        Count = WholeSamples(values.Length, TShape.Elements, nameof(values));
        Values = values;
    }

    /// <summary>Wraps numbers and the samples' labels, without copying them.</summary>
    /// <param name="values">A whole number of samples, at least one.</param>
    /// <param name="labels">The label of each sample, at least 0; or nothing.</param>
    /// <exception cref="ArgumentException">The length is not a whole number of samples, or is 0; or there are not as many labels.</exception>
    public HostBatch(ReadOnlyMemory<float> values, ReadOnlyMemory<int> labels)
        : this(values)
    {
        if (!labels.IsEmpty && labels.Length != Count)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {Count} samples and {labels.Length} labels; each sample has one, or none has."),
                nameof(labels));
        }

        Labels = labels;
    }

    /// <summary>Wraps numbers, the samples' labels and their sources, without copying them.</summary>
    /// <param name="values">A whole number of samples, at least one.</param>
    /// <param name="labels">The label of each sample, at least 0; or nothing.</param>
    /// <param name="sources">The sources of the samples, as many numbers for each; or nothing.</param>
    /// <exception cref="ArgumentException">The length is not a whole number of samples, or is 0; or there are not as many labels, or sources.</exception>
    public HostBatch(ReadOnlyMemory<float> values, ReadOnlyMemory<int> labels, ReadOnlyMemory<float> sources)
        : this(values, labels)
    {
        if (sources.Length % Count != 0)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture, $"{sources.Length} numbers are not the sources of {Count} samples; each sample has one, or none has."),
                nameof(sources));
        }

        Sources = sources;
    }

    /// <summary>N, the number of samples.</summary>
    public int Count { get; }

    /// <summary>The numbers, N × <see cref="IShape.Elements"/> of them.</summary>
    public ReadOnlyMemory<float> Values { get; }

    /// <summary>The label of each sample; empty where they have none.</summary>
    public ReadOnlyMemory<int> Labels { get; }

    /// <summary>The source of each sample, in a game of pairs, one after the other; empty where samples are made from noise.</summary>
    public ReadOnlyMemory<float> Sources { get; }

    /// <summary>How many samples <paramref name="length"/> numbers are.</summary>
    /// <exception cref="ArgumentException">They are not a whole number of samples, or none.</exception>
    internal static int WholeSamples(int length, int elements, string parameter)
    {
        if (length == 0 || length % elements != 0)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{length} numbers are not a whole number of samples of shape ({Dimensions}), {elements} numbers each; pass N × {elements}, N at least 1."),
                parameter);
        }

        return length / elements;
    }

    private static string Dimensions
    {
        get
        {
            var parts = new List<string>();
            foreach (var dimension in TShape.Dimensions) parts.Add(dimension.ToString(CultureInfo.InvariantCulture));
            return string.Join(", ", parts);
        }
    }
}
