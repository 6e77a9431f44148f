using GanDsl.Generators.Declarations;

namespace GanDsl.Generators.AuxiliaryLosses;

/// <summary>λ times the mean distance between samples and what both generators in a row make of them. Zhu et al. 2017, equation 2.</summary>
internal sealed record CycleConsistency(double Weight) : AuxiliaryLoss(null, Weight)
{
    public static AuxiliaryLoss Read(AttributeValues values) => new CycleConsistency(values.Double("weight"));

    public override string Name => nameof(CycleConsistency);

    public override string Formula => "the mean of |F(G(x)) − x| and |G(F(y)) − y| over all numbers of all samples";

    public override CriterionTarget Target => CriterionTarget.Round;

    public override Criterion Loss => Criterion.Absolute;
}
