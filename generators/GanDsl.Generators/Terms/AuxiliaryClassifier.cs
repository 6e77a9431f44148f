using GanDsl.Generators.Declarations;

namespace GanDsl.Generators.Terms;

/// <summary>λ times the cross-entropy of a head with the labels. Odena et al. 2017.</summary>
internal sealed record AuxiliaryClassifier(string Head, double Weight) : Term(Head, Weight)
{
    public static Term Read(AttributeValues values) => new AuxiliaryClassifier(values.Text("head"), values.Double("weight"));

    public override string Name => nameof(AuxiliaryClassifier);

    public override string Formula => $"the mean cross-entropy of its head {Head} with the labels, D on reals and on fakes, G on fakes";

    public override TermTarget Target => TermTarget.Labels;

    public override TermLoss Loss => TermLoss.CrossEntropy;
}
