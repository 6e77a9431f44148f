using GanDsl.Generators.Declarations;
using GanDsl.Generators.Divergences;

namespace GanDsl.Generators.Objectives;

/// <summary>
/// D ascends E[a(ℓ_real)] − E[b(ℓ_fake)], ℓ the logarithm of its estimate of u = p_data/p_g; a = f′(eˡ) and b = f*(a) = eˡ·a − f(eˡ).
/// Nowozin et al. 2016 with the activation under which D's output means the same for every f.
/// </summary>
internal static class FDivergence
{
    public static Objective Read(AttributeValues values)
    {
        var written = (Divergence)values.Int("divergence");
        var known = DivergenceCatalog.All.FirstOrDefault(divergence => divergence.Name == written.ToString());
        return Of(known ?? KullbackLeibler.Form, values.Bool("saturating"), nameof(FDivergence)) with
        {
            BadArgument = known is not null ? null : $"divergence is {Text.Numbers.Plain((int)written)}; it must be one of Divergence's",
        };
    }

    /// <param name="divergence">f, as a and b.</param>
    /// <param name="saturating">Whether G descends V itself, −b, rather than ascending a on its fakes.</param>
    /// <param name="name">The attribute's name.</param>
    public static Objective Of(DivergenceForm divergence, bool saturating, string name)
    {
        var generator = saturating ? -divergence.B : -divergence.A;
        return new(name, OnReals: -divergence.A, OnFakes: divergence.B, Generator: generator)
        {
            Description = $"{name}({divergence.Name}{(saturating ? ", saturating" : "")})",
            Value = "V = E[f′(u(x))] − E[f*(f′(u(G(z))))], u = eˡ",
            Equilibrium = divergence.Equilibrium,
            Bound = divergence.Bound,
            Ratio = saturating ? -1 : generator.Slope / divergence.B.Slope,
        };
    }
}
