using GanDsl.Generators.Declarations;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Regularizers;

/// <summary>λ · (√q − target)² near the reals. Kodali et al. 2017; the noise is that of the authors' get_perturbed_batch.</summary>
internal sealed record Dragan(double Weight, double Reach, double Target) : GradientRegularizer
{
    public static Regularizer Read(AttributeValues values) => new Dragan(values.Double("weight"), values.Double("std"), values.Double("target"));

    public override string Name => nameof(Dragan);

    public override string Description => $"Dragan({Numbers.Literal(Weight)}, std {Numbers.Literal(Reach)}, target {Numbers.Literal(Target)})";

    public override PenaltySite At => PenaltySite.Perturbed;

    public override double Std => Reach;

    public override bool WantsNormOfEachSample => true;

    public override Scalar Penalty => NormPenalty.Value(Weight, Target, oneSided: false);

    public override Scalar Slope => NormPenalty.Slope(Weight, Target, oneSided: false);

    public override string? BadArgument() => Limits.Positive("weight", Weight) ?? Limits.Positive("std", Reach) ?? Limits.NotNegative("target", Target);
}
