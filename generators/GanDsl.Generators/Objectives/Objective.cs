using GanDsl.Generators.Losses;
using GanDsl.Generators.Scalars;

namespace GanDsl.Generators.Objectives;

/// <summary>What is subtracted from a sample's logit before the losses see it.</summary>
internal enum RelativisticMode
{
    /// <summary>Nothing: the losses take ℓ itself.</summary>
    None,

    /// <summary>The other kind's sample with the same index: ℓ_real,i − ℓ_fake,i, and vice versa.</summary>
    Pair,

    /// <summary>The mean of the other kind's batch: ℓ_real,i − mean ℓ_fake, and vice versa.</summary>
    Mean,
}

/// <summary>
/// What the players minimise per sample, in D's logit ℓ; the step takes the means over the batch. One file per objective; <see cref="ObjectiveCatalog"/> lists
/// them.
/// </summary>
/// <param name="Name">The attribute's name: <c>NonSaturating</c>.</param>
/// <param name="OnReals">D's loss on a real sample.</param>
/// <param name="OnFakes">D's loss on a fake.</param>
/// <param name="Generator">G's loss on a fake.</param>
internal sealed record Objective(string Name, Loss OnReals, Loss OnFakes, Loss Generator)
{
    /// <summary>The objective as a person would write it: <c>LeastSquares(a 0, b 1, c 1)</c>.</summary>
    public string Description { get; init; } = Name;

    /// <summary>The losses' variable: ℓ, or in relativistic games a difference of logits.</summary>
    public RelativisticMode RelativisticMode { get; init; }

    /// <summary>G's loss on a real, which depends on G only in relativistic games.</summary>
    public Loss GeneratorOnReals { get; init; } = Loss.None;

    /// <summary>What D ascends, for people; V below.</summary>
    public string Value { get; init; } = "V(G, D)";

    /// <summary>a in V = E[a(ℓ_real)] − E[b(ℓ_fake)].</summary>
    public Scalar ValueOnReals { get; init; } = -OnReals.Value;

    /// <summary>b.</summary>
    public Scalar ValueOnFakes { get; init; } = OnFakes.Value;

    /// <summary>V at p_g = p_data with the best D.</summary>
    public required double Equilibrium { get; init; }

    /// <summary>What V bounds.</summary>
    public required Bound Bound { get; init; }

    /// <summary>Whether D is a critic, whose ℓ is a score of its own; otherwise σ(ℓ) is the probability that a sample is real.</summary>
    public bool IsCritic { get; init; }

    /// <summary>D calls a sample real above it; null where only differences between scores have a meaning.</summary>
    public double? Threshold { get; init; } = 0;

    /// <summary>
    /// γ = (dL_G/dℓ)/(dL_fake/dℓ), which turns the gradient of D's loss at a fake into that of G's; null where it is undefined on some interval of ℓ, or where
    /// losses couple reals with fakes. It may still be infinite at single points, and overflow where its denominator vanishes.
    /// </summary>
    public Scalar? Ratio { get; init; }

    /// <summary>The first argument that is out of range, as the end of a sentence, or null.</summary>
    public string? BadArgument { get; init; }
}
