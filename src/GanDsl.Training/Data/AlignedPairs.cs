using System.Globalization;

namespace GanDsl.Training;

/// <summary>Samples with their sources: sample i belongs to source i, and both have one order. The data of a game of pairs such as pix2pix.</summary>
/// <remarks>
/// Files that hold both side by side are two <see cref="ImageFolder{TShape}"/> of one folder, one of the left halves and one of the right ones.
/// </remarks>
/// <typeparam name="TShape">The shape of one sample.</typeparam>
/// <typeparam name="TSource">The shape of one source.</typeparam>
public sealed class AlignedPairs<TShape, TSource> : ShuffledSource<TShape>
    where TShape : struct, IShape
    where TSource : struct, IShape
{
    private readonly ShuffledSource<TShape> samples;
    private readonly ShuffledSource<TSource> sources;

    /// <summary>Pairs samples and sources.</summary>
    /// <param name="samples">The samples; their seed is that of the epochs' orders.</param>
    /// <param name="sources">The source of each, in the same order.</param>
    /// <exception cref="ArgumentException">
    /// There are not as many sources, their seed is another, only one kind is mirrored, or the two of a pair have different names.
    /// </exception>
    public AlignedPairs(ShuffledSource<TShape> samples, ShuffledSource<TSource> sources)
        : base(CountOf(samples, sources), samples.Seed)
    {
        (this.samples, this.sources) = (samples, sources);
        for (var i = 0; i < Count; i++)
        {
            if (samples.NameOf(i) is { } name && sources.NameOf(i) is { } other && name != other)
            {
                throw new ArgumentException($"Sample '{name}' would be a pair with source '{other}'; give both files of a pair one name.", nameof(sources));
            }
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<int> SourceShape => TSource.Dimensions.ToArray();

    /// <inheritdoc/>
    public override IReadOnlyList<string> Folders => [.. samples.Folders, .. sources.Folders];

    /// <inheritdoc/>
    public override bool IsInMemory => samples.IsInMemory && sources.IsInMemory;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Warnings => [.. samples.Warnings.Union(sources.Warnings)];

    internal override string? NameOf(int sample) => samples.NameOf(sample) ?? sources.NameOf(sample);

    internal override bool TryRead(int sample, int visit, int epoch, Span<float> values) => throw new InvalidOperationException("Pairs are read whole.");

    // Where one of both cannot be read, and may be skipped, another pair replaces it.
    private protected override bool TryRead(int sample, int visit, int epoch, Span<float> values, Span<float> source) =>
        samples.TryRead(sample, visit, epoch, values) && sources.TryRead(sample, visit, epoch, source);

    private protected override DataIdentity? Identify() => DataIdentity.OfPairs(samples.Identity, sources.Identity);

    private protected override int LabelOf(int sample) => throw new InvalidOperationException("Pairs have no labels.");

    private static int CountOf(ShuffledSource<TShape> samples, ShuffledSource<TSource> sources)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(sources);
        if (samples.Count != sources.Count) throw Refused($"There are {samples.Count} samples and {sources.Count} sources; each sample has one.");
        if (samples.Seed != sources.Seed)
            throw Refused($"Samples have the seed {samples.Seed} and sources {sources.Seed}, by which they would be mirrored; pass one.");
        if (samples.Flips != sources.Flips) throw Refused($"Only the {(samples.Flips ? "samples" : "sources")} are mirrored; mirror both, or none.");
        return samples.Count;
    }

    private static ArgumentException Refused(FormattableString message) => new(message.ToString(CultureInfo.InvariantCulture), nameof(sources));
}
