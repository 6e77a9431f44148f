namespace GanDsl.Generators.Regularizers;

/// <summary>Where D's input gradient is taken.</summary>
internal enum PenaltySite
{
    /// <summary>At the reals of D's batch.</summary>
    Reals,

    /// <summary>At the fakes of D's batch.</summary>
    Fakes,

    /// <summary>Between reals and fakes: x̂ = ε·x + (1 − ε)·G(z), one ε ~ U(0, 1) per sample.</summary>
    Interpolates,

    /// <summary>Near the reals: x̂ = x + std·σ·u, one u ~ U(0, 1) per number, σ the standard deviation of the batch's numbers.</summary>
    Perturbed,
}

/// <summary>The names of sites in generated code and its documentation.</summary>
internal static class PenaltySites
{
    /// <summary>The prefix of the site's names: <c>real</c>Squares.</summary>
    public static string Prefix(this PenaltySite site) => site switch
    {
        PenaltySite.Reals => "real",
        PenaltySite.Fakes => "fake",
        PenaltySite.Interpolates => "mixed",
        _ => "perturbed",
    };

    /// <summary>One of its samples.</summary>
    public static string Sample(this PenaltySite site) => site switch
    {
        PenaltySite.Interpolates => "mixed sample",
        PenaltySite.Perturbed => "perturbed real",
        _ => site.Prefix(),
    };

    /// <summary>Its samples, as a formula where there is one.</summary>
    public static string Points(this PenaltySite site) => site switch
    {
        PenaltySite.Reals => "the reals",
        PenaltySite.Fakes => "the fakes",
        PenaltySite.Interpolates => "ε·x + (1 − ε)·G(z)",
        _ => "x + std·σ·u",
    };

    /// <summary>Its samples, with their formula's variables explained.</summary>
    public static string Samples(this PenaltySite site) => site.Points() + site switch
    {
        PenaltySite.Interpolates => ", one ε ~ U(0, 1) per sample",
        PenaltySite.Perturbed => ", one u ~ U(0, 1) per number and σ the standard deviation of the reals' numbers",
        _ => "",
    };
}
