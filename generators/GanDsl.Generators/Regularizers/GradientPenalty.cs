using GanDsl.Generators.Declarations;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Regularizers;

/// <summary>λ · (√q − target)² between reals and fakes. Gulrajani et al. 2017, equation 3; one-sided as in Petzka et al. 2018.</summary>
internal sealed record GradientPenalty(double Weight, double Target, bool OneSided = false) : GradientRegularizer
{
    public static Regularizer Read(AttributeValues values) => new GradientPenalty(values.Double("weight"), values.Double("target"), values.Bool("oneSided"));

    public override string Name => nameof(GradientPenalty);

    public override string Description => $"GradientPenalty({Numbers.Literal(Weight)}, target {Numbers.Literal(Target)}{(OneSided ? ", one-sided" : "")})";

    public override PenaltySite At => PenaltySite.Interpolates;

    public override bool WantsNormOfEachSample => true;

    public override Scalar Penalty => NormPenalty.Value(Weight, Target, OneSided);

    public override Scalar Slope => NormPenalty.Slope(Weight, Target, OneSided);

    public override string? BadArgument() => Limits.Positive("weight", Weight) ?? Limits.NotNegative("target", Target);
}
