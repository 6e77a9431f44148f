using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Objectives;

/// <summary>D wants reals above 1 and fakes below −1, and no further; G ascends ℓ. Lim &amp; Ye 2017, "Geometric GAN"; Miyato et al. 2018.</summary>
internal static class Hinge
{
    public static readonly Objective Objective = new(
        nameof(Hinge),
        OnReals: Relu(1 - L),
        OnFakes: Relu(1 + L),
        Generator: -L)
    {
        Value = "V = −E[max(0, 1 − ℓ(x))] − E[max(0, 1 + ℓ(G(z)))]",
        Equilibrium = -2,

        // The best D is the sign of p_data − p_g: its loss is 2·∫min(p_data, p_g) = 2·(1 − TV).
        Bound = new("total variation", "1 + V/2", 1 + (0.5 * L)),
        IsCritic = true,

        // −1 above −1; below it D's loss has no gradient, but G's has.
        Ratio = null,
    };
}
