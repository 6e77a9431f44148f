using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Divergences;

/// <summary>KL(p_g‖p_data): a = −e⁻ˡ, b = ℓ − 1.</summary>
internal static class ReverseKullbackLeibler
{
    public static readonly DivergenceForm Form = new("ReverseKL", "−log u", A: -Growth(-L), B: L - 1);
}
