using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Objectives;

/// <summary>D as in <see cref="Minimax"/>; G ascends log D(G(z)) = −sp(−ℓ) instead. Goodfellow et al. 2014, section 3.</summary>
internal static class NonSaturating
{
    public static readonly Objective Objective = new(
        nameof(NonSaturating),
        OnReals: Softplus(-L),
        OnFakes: Softplus(L),
        Generator: Softplus(-L));
}
