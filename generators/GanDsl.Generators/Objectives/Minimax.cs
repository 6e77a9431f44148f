using GanDsl.Generators.Losses;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Objectives;

/// <summary>The game as Goodfellow et al. 2014 write it: D descends −V, G descends V. log D(x) = −sp(−ℓ), log(1 − D(x)) = −sp(ℓ).</summary>
internal static class Minimax
{
    public static readonly Objective Objective = new(
        nameof(Minimax),
        OnReals: Softplus(-L),
        OnFakes: Softplus(L),
        Generator: -Softplus(L))
    {
        Equilibrium = -2 * Math.Log(2),
        Bound = Bound.OfTheGame,
        Ratio = -1,
    };
}
