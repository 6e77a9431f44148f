using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Divergences;

/// <summary>Le Cam's triangular discrimination, ∫(p_data − p_g)²/(p_data + p_g): a = 1 − 4σ(−ℓ)², b = 4σ(ℓ)² − 1.</summary>
internal static class LeCam
{
    public static readonly DivergenceForm Form = new(
        "LeCam", "(u − 1)²/(u + 1)", A: 1 - (4 * (Sigmoid(-L) * Sigmoid(-L))), B: (4 * (Sigmoid(L) * Sigmoid(L))) - 1)
    {
        Bound = new("Le Cam", "V", L),
    };
}
