using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Divergences;

/// <summary>Twice the Jensen–Shannon divergence: a = log 2 − sp(−ℓ), b = sp(ℓ) − log 2.</summary>
internal static class JensenShannon
{
    public static readonly DivergenceForm Form = new(
        "JensenShannon", "u·log u − (u + 1)·log((u + 1)/2)", A: Math.Log(2) - Softplus(-L), B: Softplus(L) - Math.Log(2))
    {
        Bound = new("JSD", "V/2", 0.5 * L),
    };
}
