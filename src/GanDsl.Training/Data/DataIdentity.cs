namespace GanDsl.Training;

/// <summary>By what a run knows its data again when it goes on: more than their count, cheap to find, and not all of them.</summary>
/// <param name="Fingerprints">
/// A short hash of each thing that is compared, by its name for people: <c>names</c> and <c>sizes</c> of files, <c>content</c>, <c>labels</c>.
/// </param>
/// <param name="ClassNames">The names of the classes, in the order of their labels; none where they have no names.</param>
public sealed record DataIdentity(IReadOnlyDictionary<string, string> Fingerprints, IReadOnlyList<string> ClassNames)
{
    /// <summary>The identity of two sources together; null where neither has one.</summary>
    /// <param name="samples">The samples'.</param>
    /// <param name="sources">Their sources'.</param>
    public static DataIdentity? OfPairs(DataIdentity? samples, DataIdentity? sources) => samples is null && sources is null
        ? null
        : new DataIdentity(
            new Dictionary<string, string>([
                .. samples?.Fingerprints ?? new Dictionary<string, string>(),
                .. (sources?.Fingerprints ?? new Dictionary<string, string>()).Select(pair => KeyValuePair.Create("sources' " + pair.Key, pair.Value)),
            ]),
            samples?.ClassNames ?? []);

    /// <summary>The identity of samples in memory, and of their labels where they have any.</summary>
    internal static DataIdentity OfNumbers<T, TLabel>(ReadOnlySpan<T> values, ReadOnlySpan<TLabel> labels)
        where T : struct
        where TLabel : struct
    {
        var fingerprints = new Dictionary<string, string> { ["content"] = Fingerprint.Of(values) };
        if (!labels.IsEmpty) fingerprints["labels"] = Fingerprint.Of(labels);
        return new DataIdentity(fingerprints, []);
    }

    /// <summary>What differs from the data of a run; null where nothing does.</summary>
    /// <param name="saved">The identity of the run's data.</param>
    public string? DifferenceFrom(DataIdentity saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        var count = Math.Min(saved.ClassNames.Count, ClassNames.Count);
        for (var i = 0; i < count; i++)
        {
            if (ClassNames[i] != saved.ClassNames[i]) return FormattableString.Invariant($"class {i} was '{saved.ClassNames[i]}', and is '{ClassNames[i]}'");
        }

        if (saved.ClassNames.Count != ClassNames.Count)
        {
            var (longer, does) = saved.ClassNames.Count > count ? (saved.ClassNames, "is gone") : (ClassNames, "is new");
            return $"the class '{longer[count]}' {does}";
        }

        string[] differ = [.. saved.Fingerprints.Keys.Union(Fingerprints.Keys).Order(StringComparer.Ordinal)
            .Where(name => saved.Fingerprints.GetValueOrDefault(name) != Fingerprints.GetValueOrDefault(name))];
        return differ.Length == 0 ? null : $"their {string.Join(" and their ", differ)} differ";
    }

    /// <inheritdoc/>
    public bool Equals(DataIdentity? other) => other is not null && DifferenceFrom(other) is null;

    /// <inheritdoc/>
    public override int GetHashCode() => Fingerprints.Values.Order(StringComparer.Ordinal).Aggregate(0, (hash, text) => HashCode.Combine(hash, text));
}
