using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Objectives;

/// <summary>D wants reals above the mean fake and fakes below the mean real, G the opposite. Jolicoeur-Martineau 2019, RaSGAN.</summary>
internal static class RelativisticAverage
{
    public static readonly Objective Objective = new(
        nameof(RelativisticAverage),
        OnReals: Softplus(-L),
        OnFakes: Softplus(L),
        Generator: Softplus(-L))
    {
        RelativisticMode = RelativisticMode.Mean,
        GeneratorOnReals = Softplus(L),
        Value = "V = E[log σ(ℓ(x) − E[ℓ(G(z))])] + E[log σ(E[ℓ(x)] − ℓ(G(z)))]",
        Equilibrium = -2 * Math.Log(2),

        // Jolicoeur-Martineau 2020, "On relativistic f-divergences", definition 3.2 with f(m) = log σ(m) + log 2.
        Bound = new("average relativistic divergence", "V + 2·log 2", L + (2 * Math.Log(2))),
        IsCritic = true,
    };
}
