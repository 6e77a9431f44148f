using GanDsl.Generators.Declarations;

namespace GanDsl.Generators.AuxiliaryLosses;

/// <summary>λ · E[−log Q(c | G(z, c))], Q a distribution whose parameters a head outputs. Chen et al. 2016, equation 5.</summary>
internal sealed record MutualInformation(string Head, double Weight, bool IsCategorical) : AuxiliaryLoss(Head, Weight)
{
    public static AuxiliaryLoss Read(AttributeValues values) => new MutualInformation(values.Text("head"), values.Double("weight"), values.Int("code") == 0);

    public override string Name => nameof(MutualInformation);

    public override string Formula => IsCategorical
        ? $"the mean cross-entropy of its head {Head} with the code that each fake was made from"
        : $"the mean of ½·(v + (c − μ)²·e^−v), summed over the code c that each fake was made from, where its head {Head} outputs μ and v";

    public override CriterionTarget Target => CriterionTarget.Code;

    public override Criterion Loss => IsCategorical ? Criterion.CrossEntropy : Criterion.Gaussian;
}
