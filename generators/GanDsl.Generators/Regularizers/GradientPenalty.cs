using GanDsl.Generators.Declarations;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Regularizers;

/// <summary>λ · (√q − target)² between reals and fakes. Gulrajani et al. 2017, equation 3.</summary>
internal sealed record GradientPenalty(double Weight, double Target) : Regularizer
{
    // The slope of √q alone is infinite at q = 0, and infinity times the 0 that q's own gradient is there would be NaN.
    // TF-GAN adds the same number; float32 sees it only where the norm is below 0.003.
    private const double UnderTheRoot = 1e-12;

    public static Regularizer Read(AttributeValues values) => new GradientPenalty(values.Double("weight"), values.Double("target"));

    public override string Name => nameof(GradientPenalty);

    public override string Description => $"GradientPenalty({Numbers.Literal(Weight)}, target {Numbers.Literal(Target)})";

    public override PenaltySite At => PenaltySite.Interpolates;

    public override Scalar Penalty => Weight * ((Norm - Target) * (Norm - Target));

    public override Scalar Slope => Weight * (1 - (Target / Norm));

    private static Scalar Norm => Sqrt(L + UnderTheRoot);

    public override string? BadArgument() => NotNegative("weight", Weight) ?? NotNegative("target", Target);
}
