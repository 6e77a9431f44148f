using GanDsl.Generators.Scalars;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Regularizers;

/// <summary>λ · (√q − target)², or, one-sided, λ · max(0, √q − target)², and its slope in q.</summary>
internal static class NormPenalty
{
    // The slope of √q alone is infinite at q = 0, and infinity times q's own gradient, 0 there, would be NaN.
    // TF-GAN adds the same number; float32 sees it only where the norm is below 0.003.
    private const double UnderTheRoot = 1e-12;

    private static Scalar Norm => Sqrt(L + UnderTheRoot);

    public static Scalar Value(double weight, double target, bool oneSided) => weight * (Excess(target, oneSided) * Excess(target, oneSided));

    public static Scalar Slope(double weight, double target, bool oneSided)
    {
        var share = 1 - (target / Norm);
        return weight * (oneSided ? Relu(share) : share);
    }

    private static Scalar Excess(double target, bool oneSided) => oneSided ? Relu(Norm - target) : Norm - target;
}
