using GanDsl.Generators.Declarations;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Regularizers;

/// <summary>γ/2 · ‖∇ℓ(x)‖² at the reals. Mescheder et al. 2018.</summary>
internal sealed record R1(double Gamma) : Regularizer(nameof(R1), PenaltyPoints.Reals)
{
    public static Regularizer Read(AttributeValues values) => new R1(values.Double("gamma"));

    public override Scalar Penalty => Gamma / 2 * Scalar.L;

    public override string Description => $"{Numbers.Literal(Gamma)}/2·‖∇ℓ(x)‖²";

    public override string? BadArgument() => NotNegative("gamma", Gamma);
}
