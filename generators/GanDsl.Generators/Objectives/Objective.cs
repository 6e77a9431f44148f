using GanDsl.Generators.Losses;
using GanDsl.Generators.Scalars;

namespace GanDsl.Generators.Objectives;

/// <summary>What a sample's logit is measured against before the losses see it.</summary>
internal enum RelativisticMode
{
    /// <summary>Nothing: the losses are of ℓ itself.</summary>
    None,

    /// <summary>The other kind's sample with the same number: ℓ_real,i − ℓ_fake,i, and back.</summary>
    Pair,

    /// <summary>The mean of the other kind's batch: ℓ_real,i − mean ℓ_fake, and back.</summary>
    Mean,
}

/// <summary>
/// What the players minimise, a sample, in D's logit ℓ: means over the batch are taken by the step. One file an objective; <see cref="ObjectiveCatalog"/> lists them.
/// </summary>
/// <param name="Name">The attribute's name: <c>NonSaturating</c>.</param>
/// <param name="OnReals">D's loss on a real sample.</param>
/// <param name="OnFakes">D's loss on a fake.</param>
/// <param name="Generator">G's loss on a fake.</param>
internal sealed record Objective(string Name, Loss OnReals, Loss OnFakes, Loss Generator)
{
    /// <summary>The objective as a person would write it: <c>LeastSquares(a 0, b 1, c 1)</c>.</summary>
    public string Description { get; init; } = Name;

    /// <summary>What the losses' variable is: ℓ, or ℓ less what it is measured against.</summary>
    public RelativisticMode RelativisticMode { get; init; }

    /// <summary>G's loss on a real, which it can change only through what reals are measured against.</summary>
    public Loss GeneratorOnReals { get; init; } = Loss.None;

    /// <summary>What D ascends, for people; V below.</summary>
    public string Value { get; init; } = "V(G, D)";

    /// <summary>a in V = E[a(ℓ_real)] − E[b(ℓ_fake)].</summary>
    public Scalar ValueOnReals { get; init; } = -OnReals.Value;

    /// <summary>b.</summary>
    public Scalar ValueOnFakes { get; init; } = OnFakes.Value;

    /// <summary>V where p_g = p_data and D is the best against it.</summary>
    public required double Equilibrium { get; init; }

    /// <summary>What V bounds.</summary>
    public required Bound Bound { get; init; }

    /// <summary>Above it D calls a sample real; null where only differences between scores mean anything.</summary>
    public double? Threshold { get; init; } = 0;

    /// <summary>
    /// γ = (dL_G/dℓ)/(dL_fake/dℓ), which turns the gradient that D's loss leaves on a fake into that of G's; null where it is undefined for some ℓ's interval, or where
    /// losses couple reals with fakes. It may still be infinite at single points, and overflow where its denominator vanishes.
    /// </summary>
    public Scalar? Ratio { get; init; }

    /// <summary>The first argument that is out of range, as the end of a sentence, or null.</summary>
    public string? BadArgument { get; init; }
}
