using GanDsl.Generators.Scalars;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Objectives;

/// <summary>
/// γ = (dL_G/dℓ)/(dL_fake/dℓ): the factor that turns D's gradient at a fake into G's. Shen et al. 2021, "Training Generative Adversarial Networks in One
/// Stage".
/// </summary>
internal static class SeedRatio
{
    /// <summary>
    /// The minimum of |D's slope on a fake|; smaller ones are replaced by it. G's gradient is the slope times γ, the same for any slope:
    /// no γ is infinite, and none has to be clamped. D's own gradient changes by less than this fraction of a real's, which is lost in float32.
    /// </summary>
    public const double LeastSlope = 1e-15;

    /// <summary>γ in ℓ, a number where it is constant: −1 for losses that are each other's negative.</summary>
    public static Scalar Of(Objective objective)
    {
        var (generator, fake) = (objective.Generator.Derivative(), objective.OnFakes.Derivative());
        return generator == fake ? 1 : generator == -fake ? -1 : generator / fake;
    }

    /// <summary>D's slope on a fake, never smaller than <see cref="LeastSlope"/> in size.</summary>
    public static Scalar AwayFromZero(Scalar slope) => slope is Constant ? slope : Choose((slope * slope) - (LeastSlope * LeastSlope), slope, LeastSlope);
}
