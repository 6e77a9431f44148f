using GanDsl.Generators.Declarations;

namespace GanDsl.Generators.AuxiliaryLosses;

/// <summary>λ times the cross-entropy of a head with the labels. Odena et al. 2017.</summary>
internal sealed record AuxiliaryClassifier(string Head, double Weight) : AuxiliaryLoss(Head, Weight)
{
    public static AuxiliaryLoss Read(AttributeValues values) => new AuxiliaryClassifier(values.Text("head"), values.Double("weight"));

    public override string Name => nameof(AuxiliaryClassifier);

    public override string Formula => $"the mean cross-entropy of its head {Head} with the labels, D on reals and on fakes, G on fakes";

    public override CriterionTarget Target => CriterionTarget.Labels;

    public override Criterion Loss => Criterion.CrossEntropy;
}
