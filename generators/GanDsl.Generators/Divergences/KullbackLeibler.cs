using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Divergences;

/// <summary>KL(p_data‖p_g): a = ℓ + 1, b = eˡ.</summary>
internal static class KullbackLeibler
{
    public static readonly DivergenceForm Form = new("KL", "u·log u", A: L + 1, B: Growth(L));
}
