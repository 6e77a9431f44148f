using GanDsl.Generators.Objectives;
using GanDsl.Generators.Divergences;

namespace GanDsl.Generators.Tests.Objectives;

/// <summary>Every objective under the name that closed-forms.csv has for it.</summary>
internal static class KnownObjectives
{
    public static readonly IReadOnlyDictionary<string, Objective> All = new Dictionary<string, Objective>
    {
        ["Minimax"] = Minimax.Objective,
        ["NonSaturating"] = NonSaturating.Of(0),
        ["NonSaturating 0.1"] = NonSaturating.Of(0.1),
        ["LeastSquares"] = LeastSquares.Of(0, 1, 1),
        ["LeastSquares -1 1 0.25"] = LeastSquares.Of(-1, 1, 0.25),
        ["Hinge"] = Hinge.Objective,
        ["Wasserstein"] = Wasserstein.Objective,
        ["Relativistic"] = Relativistic.Objective,
        ["RelativisticAverage"] = RelativisticAverage.Objective,
    }
    .Concat(DivergenceCatalog.All.SelectMany(divergence => new[] { false, true }.Select(saturating => KeyValuePair.Create(
        divergence.Name + (saturating ? " saturating" : ""), FDivergence.Of(divergence, saturating, nameof(FDivergence))))))
    .ToDictionary();
}
