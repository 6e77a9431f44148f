using System.Globalization;

namespace GanDsl.Training;

/// <summary>Looks at each batch of a run before the game does.</summary>
/// <typeparam name="TShape">The shape of one sample.</typeparam>
/// <param name="gan">The game.</param>
/// <param name="data">The data that the batches are of.</param>
internal sealed class BatchChecks<TShape>(IGan gan, IBatchSource<TShape> data)
    where TShape : struct, IShape
{
    /// <summary>How many batches' ranges are compared with the networks'.</summary>
    private const int FirstBatches = 10;

    private readonly List<RangeCheck> ranges = RangeCheck.Of(gan);
    private readonly HashSet<string> told = new(StringComparer.Ordinal);
    private int seen;

    /// <summary>By how much the first batch's reals differ, see <see cref="CollapseSigns.Spread"/>; null where there are fewer than two.</summary>
    public double? SpreadOfReals { get; private set; }

    /// <summary>What the data warn of that was not told yet.</summary>
    public IEnumerable<string> News() => [.. data.Warnings.Where(told.Add)];

    /// <summary>What to warn of, now that this batch is read.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="place">Its position.</param>
    /// <exception cref="InvalidDataException">A number is NaN or infinite: it would be in every weight after the step.</exception>
    public IEnumerable<string> Look(HostBatch<TShape> batch, DataPlace place)
    {
        CheckFinite(batch, place);
        List<string> warnings = [.. News()];
        if (seen++ >= FirstBatches) return warnings;
        if (batch.Count > 1) SpreadOfReals ??= CollapseSigns.Spread(batch.Values.Span, batch.Count);
        warnings.AddRange(ranges.Select(range => range.Look(batch.Values.Span, batch.Sources.Span)).OfType<string>());
        return warnings;
    }

    // Our own sources have looked, and know files' names; others' have not.
    private static void CheckFinite(HostBatch<TShape> batch, DataPlace place)
    {
        foreach (var (part, values) in ((string, ReadOnlyMemory<float>)[])[("sample", batch.Values), ("source", batch.Sources)])
        {
            if (FiniteNumbers.FirstOther(values.Span) is not { } other) continue;
            var length = values.Length / batch.Count;
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"In epoch {place.Epoch + 1}, batch {place.Batch} has {values.Span[other]} in its {part} {other / length}, "
                    + $"as number {other % length} of {length}; samples are finite numbers: correct it, or leave it out."));
        }
    }
}
