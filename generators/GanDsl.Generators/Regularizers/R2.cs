using GanDsl.Generators.Declarations;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Regularizers;

/// <summary>γ/2 · q at the fakes. Mescheder et al. 2018, equation 10.</summary>
internal sealed record R2(double Gamma, int Interval = 1, bool SlowsAdam = false) : GradientRegularizer
{
    public static Regularizer Read(AttributeValues values) => new R2(values.Double("gamma"), values.Int("every"), values.Bool("lazyAdam"));

    public override string Name => nameof(R2);

    public override string Description => $"R2(gamma {Numbers.Literal(Gamma)}{(Every == 1 ? "" : $", every {Numbers.Plain(Every)}")})";

    public override PenaltySite At => PenaltySite.Fakes;

    public override int Every => Interval;

    public override bool LazyAdam => SlowsAdam;

    public override Scalar Penalty => (Gamma / 2) * L;

    public override Scalar Slope => Gamma / 2;

    public override string? BadArgument() => Limits.Positive("gamma", Gamma) ?? Lazily(Interval, SlowsAdam);
}
