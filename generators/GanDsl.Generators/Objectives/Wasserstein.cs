using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Objectives;

/// <summary>D is a critic that ascends E[ℓ(x)] − E[ℓ(G(z))], G descends it. Arjovsky et al. 2017.</summary>
internal static class Wasserstein
{
    public static readonly Objective Objective = new(
        nameof(Wasserstein),
        OnReals: -L,
        OnFakes: L,
        Generator: -L)
    {
        Value = "V = E[ℓ(x)] − E[ℓ(G(z))]",
        Equilibrium = 0,

        // Kantorovich and Rubinstein: for a D of slope at most 1.
        Bound = new("Wasserstein-1", "V, for a D of slope at most 1", L),
        IsCritic = true,
        Threshold = null,
        Ratio = -1,
    };
}
