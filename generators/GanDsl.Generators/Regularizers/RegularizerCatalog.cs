using GanDsl.Generators.Declarations;

namespace GanDsl.Generators.Regularizers;

/// <summary>Every regulariser by its attribute's name.</summary>
internal static class RegularizerCatalog
{
    private static readonly Dictionary<string, Func<AttributeValues, Regularizer>> Readers = new(StringComparer.Ordinal)
    {
        [nameof(Dragan)] = Dragan.Read,
        [nameof(GradientPenalty)] = GradientPenalty.Read,
        [nameof(LeCam)] = LeCam.Read,
        [nameof(R1)] = R1.Read,
        [nameof(R2)] = R2.Read,
    };

    public static IReadOnlyCollection<string> Names => Readers.Keys;

    /// <summary>The regulariser, or null for an attribute that this version of the generator does not know.</summary>
    public static Regularizer? Read(GameAttribute attribute) =>
        Readers.TryGetValue(attribute.Attribute, out var read) ? read(attribute.Values) : null;
}
