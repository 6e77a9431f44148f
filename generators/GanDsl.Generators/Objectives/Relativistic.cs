using GanDsl.Generators.Losses;


using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Objectives;

/// <summary>
/// D wants real i above fake i, G the opposite: m = ℓ_real,i − ℓ_fake,i, negated for fakes. Jolicoeur-Martineau 2019, RpSGAN; Huang et al. 2024, R3GAN.
/// </summary>
internal static class Relativistic
{
    public static readonly Objective Objective = new(
        nameof(Relativistic),
        OnReals: Softplus(-L),
        OnFakes: Loss.None,
        Generator: Softplus(-L))
    {
        RelativisticMode = RelativisticMode.Pair,
        Value = "V = E[log σ(ℓ(x) − ℓ(G(z)))]",
        Equilibrium = -Math.Log(2),

        // Jolicoeur-Martineau 2020, "On relativistic f-divergences", definition 3.1 with f(m) = log σ(m) + log 2.
        Bound = new("paired relativistic divergence", "V + log 2", L + Math.Log(2)),
        IsCritic = true,
    };
}
