using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Divergences;

/// <summary>KL both ways: a = ℓ + 1 − e⁻ˡ, b = eˡ − 1 + ℓ; f* itself would need Lambert's W.</summary>
internal static class Jeffreys
{
    public static readonly DivergenceForm Form = new("Jeffreys", "(u − 1)·log u", A: L - Growthm1(-L), B: Growthm1(L) + L);
}
