using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Divergences;

/// <summary>Neyman's χ²: a = 1 − e⁻²ˡ, b = 2 − 2e⁻ˡ.</summary>
internal static class NeymanChiSquared
{
    public static readonly DivergenceForm Form = new("NeymanChi2", "(1 − u)²/u", A: -Growthm1(-2 * L), B: -2 * Growthm1(-L));
}
