using GanDsl.Generators.Losses;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Divergences;

/// <summary>D_f(p_data‖p_g) = E_g[f(p_data/p_g)] as the functions of f that D needs, in ℓ = log u. One file per divergence.</summary>
/// <param name="Name">The attribute's argument.</param>
/// <param name="Formula">f(u), for people.</param>
/// <param name="A">a = f′(eˡ).</param>
/// <param name="B">b = eˡ·a − f(eˡ) = f*(a).</param>
internal sealed record DivergenceForm(string Name, string Formula, Loss A, Loss B)
{
    /// <summary>f(1): the value where u = 1 everywhere.</summary>
    public double Equilibrium { get; init; }

    /// <summary>What the value bounds; D_f itself by default.</summary>
    public Bound Bound { get; init; } = new(Name, "V", L);
}

/// <summary>Every divergence by its name, which is the enum's.</summary>
internal static class DivergenceCatalog
{
    public static readonly IReadOnlyList<DivergenceForm> All =
    [
        KullbackLeibler.Form,
        ReverseKullbackLeibler.Form,
        Jeffreys.Form,
        PearsonChiSquared.Form,
        NeymanChiSquared.Form,
        SquaredHellinger.Form,
        JensenShannon.Form,
        GoodfellowGan.Form,
        LeCam.Form,
        TotalVariation.Form,
    ];
}
