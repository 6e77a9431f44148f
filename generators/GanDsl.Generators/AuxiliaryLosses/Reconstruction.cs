using GanDsl.Generators.Declarations;

namespace GanDsl.Generators.AuxiliaryLosses;

/// <summary>λ times the mean distance between G's samples and the reals of the same sources. Isola et al. 2017, equation 3.</summary>
internal sealed record Reconstruction(double Weight) : AuxiliaryLoss(null, Weight)
{
    public static AuxiliaryLoss Read(AttributeValues values) => new Reconstruction(values.Double("weight"));

    public override string Name => nameof(Reconstruction);

    public override string Formula => "the mean of |G(source) − real| over all numbers of all samples";

    public override CriterionTarget Target => CriterionTarget.Reals;

    public override Criterion Loss => Criterion.Absolute;
}
