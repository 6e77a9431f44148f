using GanDsl.Generators.Declarations;

namespace GanDsl.Generators.AuxiliaryLosses;

/// <summary>λ times the mean distance of what a generator makes of samples of its own kind from the samples. Zhu et al. 2017, section 5.2.</summary>
internal sealed record Identity(double Weight) : AuxiliaryLoss(null, Weight)
{
    public static AuxiliaryLoss Read(AttributeValues values) => new Identity(values.Double("weight"));

    public override string Name => nameof(Identity);

    public override string Formula => "the mean of |G(y) − y| and |F(x) − x| over all numbers of all samples";

    public override CriterionTarget Target => CriterionTarget.Itself;

    public override Criterion Loss => Criterion.Absolute;
}
