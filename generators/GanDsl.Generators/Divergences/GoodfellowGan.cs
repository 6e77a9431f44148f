using GanDsl.Generators.Losses;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Divergences;

/// <summary>The game of Goodfellow et al. 2014, 2·JSD − 2·log 2: a = −sp(−ℓ), b = sp(ℓ).</summary>
internal static class GoodfellowGan
{
    public static readonly DivergenceForm Form = new("Gan", "u·log u − (u + 1)·log(u + 1)", A: -Softplus(-L), B: Softplus(L))
    {
        Equilibrium = -2 * Math.Log(2),
        Bound = Bound.OfTheGame,
    };
}
