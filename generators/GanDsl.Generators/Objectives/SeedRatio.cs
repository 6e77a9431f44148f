using GanDsl.Generators.Scalars;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Objectives;

/// <summary>
/// γ = (dL_G/dℓ)/(dL_fake/dℓ): what a fake's part of D's gradient, at D's input, is multiplied by to become G's. Shen et al. 2021, "Training Generative Adversarial Networks in One Stage".
/// </summary>
internal static class SeedRatio
{
    /// <summary>
    /// How small D's slope on a fake may be, in size; smaller ones are replaced by it. What G descends by is the slope times γ, and so the same whatever the slope is:
    /// no γ is infinite, and none has to be clamped. D's own gradient changes by less than this part of a real's, which no float32 sum beside it shows.
    /// </summary>
    public const double LeastSlope = 1e-15;

    /// <summary>γ in ℓ, as a number where it is one: −1 for losses that are each other's negative.</summary>
    public static Scalar Of(Objective objective)
    {
        var (generator, fake) = (objective.Generator.Derivative(), objective.OnFakes.Derivative());
        return generator == fake ? 1 : generator == -fake ? -1 : generator / fake;
    }

    /// <summary>D's slope on a fake, never smaller than <see cref="LeastSlope"/> in size.</summary>
    public static Scalar AwayFromZero(Scalar slope) => slope is Constant ? slope : Choose((slope * slope) - (LeastSlope * LeastSlope), slope, LeastSlope);
}
