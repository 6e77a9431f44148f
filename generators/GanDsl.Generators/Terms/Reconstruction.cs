using GanDsl.Generators.Declarations;

namespace GanDsl.Generators.Terms;

/// <summary>λ times the mean distance of G's samples from the reals of the same sources. Isola et al. 2017, equation 3.</summary>
internal sealed record Reconstruction(double Weight) : Term(null, Weight)
{
    public static Term Read(AttributeValues values) => new Reconstruction(values.Double("weight"));

    public override string Name => nameof(Reconstruction);

    public override string Formula => "the mean of |G(source) − real| over all numbers of all samples";

    public override TermTarget Target => TermTarget.Reals;

    public override TermLoss Loss => TermLoss.Absolute;
}
