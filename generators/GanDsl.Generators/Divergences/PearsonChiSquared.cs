using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Divergences;

/// <summary>Pearson's χ²: a = 2(eˡ − 1), b = e²ˡ − 1.</summary>
internal static class PearsonChiSquared
{
    public static readonly DivergenceForm Form = new("PearsonChi2", "(u − 1)²", A: 2 * Growthm1(L), B: Growthm1(2 * L));
}
