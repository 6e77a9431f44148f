using GanDsl.Generators.Declarations;

namespace GanDsl.Generators.Optimizers;

/// <summary>Every optimiser by its attribute's name.</summary>
internal static class OptimizerCatalog
{
    private static readonly Dictionary<string, Func<AttributeValues, Optimizer>> Readers = new(StringComparer.Ordinal)
    {
        [nameof(Adam)] = Adam.Read,
        [nameof(AdamW)] = AdamW.Read,
        [nameof(RmsProp)] = RmsProp.Read,
        [nameof(Sgd)] = Sgd.Read,
    };

    public static IReadOnlyCollection<string> Names => Readers.Keys;

    /// <summary>The optimiser, or null for an attribute that this version of the generator does not know.</summary>
    public static Optimizer? Read(GameAttribute attribute) =>
        Readers.TryGetValue(attribute.Attribute, out var read) ? read(attribute.Values) : null;
}
