using GanDsl.Generators.Declarations;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Regularizers;

/// <summary>λ · (‖∇ℓ(x̂)‖ − target)² between reals and fakes. Gulrajani et al. 2017.</summary>
internal sealed record GradientPenalty(double Weight, double Target) : Regularizer(nameof(GradientPenalty), PenaltyPoints.Interpolates)
{
    public static Regularizer Read(AttributeValues values) => new GradientPenalty(values.Double("weight"), values.Double("target"));

    public override Scalar Penalty => Weight * ((Sqrt(L) - Target) * (Sqrt(L) - Target));

    public override string Description => $"{Numbers.Literal(Weight)}·(‖∇ℓ(x̂)‖ − {Numbers.Literal(Target)})²";

    public override string? BadArgument() => NotNegative("weight", Weight) ?? NotNegative("target", Target);
}
