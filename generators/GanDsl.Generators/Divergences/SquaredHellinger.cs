using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Divergences;

/// <summary>The squared Hellinger distance, ∫(√p_data − √p_g)²: a = 1 − e^(−ℓ/2), b = e^(ℓ/2) − 1.</summary>
internal static class SquaredHellinger
{
    public static readonly DivergenceForm Form = new("SquaredHellinger", "(√u − 1)²", A: -Growthm1(-0.5 * L), B: Growthm1(0.5 * L));
}
