using GanDsl.Generators.Declarations;

namespace GanDsl.Generators.AuxiliaryLosses;

/// <summary>λ times the mean distance between samples of a generator's output kind and what it makes of them. Zhu et al. 2017, section 5.2.</summary>
internal sealed record Identity(double Weight) : AuxiliaryLoss(null, Weight)
{
    public static AuxiliaryLoss Read(AttributeValues values) => new Identity(values.Double("weight"));

    public override string Name => nameof(Identity);

    public override string Formula => "the mean of |G(y) − y| and |F(x) − x| over all numbers of all samples";

    public override CriterionTarget Target => CriterionTarget.Itself;

    public override Criterion Loss => Criterion.Absolute;
}
