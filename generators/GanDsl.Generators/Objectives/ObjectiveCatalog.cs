using GanDsl.Generators.Declarations;

namespace GanDsl.Generators.Objectives;

/// <summary>Every objective by its attribute's name.</summary>
internal static class ObjectiveCatalog
{
    private static readonly Dictionary<string, Func<AttributeValues, Objective>> Readers = new(StringComparer.Ordinal)
    {
        [nameof(Minimax)] = _ => Minimax.Objective,
        [nameof(NonSaturating)] = NonSaturating.Read,
        [nameof(LeastSquares)] = LeastSquares.Read,
        [nameof(Hinge)] = _ => Hinge.Objective,
        [nameof(Wasserstein)] = _ => Wasserstein.Objective,
        [nameof(Relativistic)] = _ => Relativistic.Objective,
        [nameof(RelativisticAverage)] = _ => RelativisticAverage.Objective,
        [nameof(FDivergence)] = FDivergence.Read,
        [nameof(CustomDivergence)] = CustomDivergence.Read,
    };

    public static IReadOnlyCollection<string> Names => Readers.Keys;

    /// <summary>The objective, or null for an attribute that this version of the generator does not know.</summary>
    public static Objective? Read(GameAttribute attribute) =>
        Readers.TryGetValue(attribute.Attribute, out var read) ? read(attribute.Values) : null;
}
