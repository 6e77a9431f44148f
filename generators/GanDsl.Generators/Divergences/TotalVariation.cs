using GanDsl.Generators.Losses;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Divergences;

/// <summary>
/// Total variation, ½∫|p_data − p_g|. f′ is a step function, which has no gradient, so a = b = ½·tanh ℓ, the activation of Nowozin et al. 2016: the best D is
/// the sign of p_data − p_g, and ℓ is not a log ratio.
/// </summary>
internal static class TotalVariation
{
    // 1 − tanh² cancels where σ(2ℓ)·σ(−2ℓ), a quarter of it, does not.
    private static readonly Loss Activation = new(0.5 * Tanh(L), 2 * (Sigmoid(2 * L) * Sigmoid(-2 * L)));

    public static readonly DivergenceForm Form = new("TotalVariation", "½·|u − 1|", A: Activation, B: Activation)
    {
        Bound = new("total variation", "V", L),
    };
}
