using GanDsl.Generators.Declarations;

namespace GanDsl.Generators.AuxiliaryLosses;

/// <summary>Every auxiliary loss by its attribute's name.</summary>
internal static class AuxiliaryLossCatalog
{
    private static readonly Dictionary<string, Func<AttributeValues, AuxiliaryLoss>> Readers = new(StringComparer.Ordinal)
    {
        [nameof(AuxiliaryClassifier)] = AuxiliaryClassifier.Read,
        [nameof(CycleConsistency)] = CycleConsistency.Read,
        [nameof(Identity)] = Identity.Read,
        [nameof(MutualInformation)] = MutualInformation.Read,
        [nameof(Reconstruction)] = Reconstruction.Read,
    };

    public static IReadOnlyCollection<string> Names => Readers.Keys;

    /// <summary>The auxiliary loss, or null for an attribute that this version of the generator does not know.</summary>
    public static AuxiliaryLoss? Read(GameAttribute attribute) =>
        Readers.TryGetValue(attribute.Attribute, out var read) ? read(attribute.Values) : null;
}
