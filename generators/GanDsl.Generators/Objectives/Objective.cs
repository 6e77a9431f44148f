using GanDsl.Generators.Scalars;

namespace GanDsl.Generators.Objectives;

/// <summary>
/// What the players minimise, a sample, in D's logit ℓ: means over the batch are taken by the step. One file an objective; <see cref="ObjectiveCatalog"/> lists them.
/// </summary>
/// <param name="Name">The attribute's name: <c>NonSaturating</c>.</param>
/// <param name="OnReals">D's loss on a real sample.</param>
/// <param name="OnFakes">D's loss on a fake.</param>
/// <param name="Generator">G's loss on a fake.</param>
/// <param name="Value">What D ascends and G descends, for people.</param>
internal sealed record Objective(string Name, Scalar OnReals, Scalar OnFakes, Scalar Generator, string Value = "V(G, D)");

/// <summary>Every objective by its attribute's name.</summary>
internal static class ObjectiveCatalog
{
    private static readonly Dictionary<string, Objective> Objectives = new[] { Minimax.Objective, NonSaturating.Objective, Wasserstein.Objective }
        .ToDictionary(objective => objective.Name, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Names => Objectives.Keys;

    public static Objective? Find(string attribute) => Objectives.TryGetValue(attribute, out var objective) ? objective : null;
}
