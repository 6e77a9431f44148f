using GanDsl.Generators.Declarations;

namespace GanDsl.Generators.Optimizers;

/// <summary>Every modifier by its attribute's name.</summary>
internal static class ModifierCatalog
{
    private static readonly Dictionary<string, Func<AttributeValues, Modifier>> Readers = new(StringComparer.Ordinal)
    {
        [nameof(ClipGradient)] = ClipGradient.Read,
        [nameof(Ema)] = Ema.Read,
        [nameof(LearningRate)] = LearningRate.Read,
        [nameof(WeightClip)] = WeightClip.Read,
    };

    public static IReadOnlyCollection<string> Names => Readers.Keys;

    /// <summary>The modifier, or null for an attribute that this version of the generator does not know.</summary>
    public static Modifier? Read(GameAttribute attribute) =>
        Readers.TryGetValue(attribute.Attribute, out var read) ? read(attribute.Values) : null;
}
