using GanDsl.Generators.Losses;
using GanDsl.Generators.Declarations;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Regularizers;

/// <summary>λ · max(0, ℓ_real − ē_fake)² and λ · max(0, ē_real − ℓ_fake)². Tseng et al. 2021; the running means as in the authors' lecam_loss.py.</summary>
internal sealed record LeCam(double Weight, double Decay) : LogitRegularizer
{
    public static Regularizer Read(AttributeValues values) => new LeCam(values.Double("weight"), values.Double("decay"));

    public override string Name => nameof(LeCam);

    public override string Description => $"LeCam({Numbers.Literal(Weight)}, decay {Numbers.Literal(Decay)})";

    public override double Remembers => Decay;

    public override Loss OnReals => new(Weight * (Relu(L) * Relu(L)), 2 * Weight * Relu(L));

    public override Loss OnFakes => new(Weight * (Relu(-L) * Relu(-L)), -2 * Weight * Relu(-L));

    public override string? BadArgument() =>
        Limits.Positive("weight", Weight) ?? Limits.BelowOne("decay", Decay);
}
