using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Objectives;

/// <summary>A critic instead of a judge: D descends ℓ_fake − ℓ_real, G descends −ℓ_fake. Arjovsky et al. 2017.</summary>
internal static class Wasserstein
{
    public static readonly Objective Objective = new(
        nameof(Wasserstein),
        OnReals: -L,
        OnFakes: L,
        Generator: -L);
}
