using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Objectives;

/// <summary>The game as Goodfellow et al. 2014 write it: D descends −V, G descends V. log D(x) = −sp(−ℓ), log(1 − D(x)) = −sp(ℓ).</summary>
internal static class Minimax
{
    /// <summary>Theorem 1: at the best D, V = −2·log 2 + 2·JSD.</summary>
    public static readonly Bound Bound = new("JSD", "V/2 + log 2", (0.5 * L) + Math.Log(2));

    public static readonly Objective Objective = new(
        nameof(Minimax),
        OnReals: Softplus(-L),
        OnFakes: Softplus(L),
        Generator: -Softplus(L))
    {
        Equilibrium = -2 * Math.Log(2),
        Bound = Bound,
        Ratio = -1,
    };
}
