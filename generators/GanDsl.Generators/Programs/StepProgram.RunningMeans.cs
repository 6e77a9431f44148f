using GanDsl.Generators.Objectives;
using GanDsl.Generators.Regularizers;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Programs;

/// <content>Penalties of D's logits against the running means of the other kind's: seeds beside those of the losses, at the logits themselves.</content>
internal sealed partial class StepProgram
{
    private void AddPenalty(LogitRegularizer regularizer, Judged logits, List<(Value, Value)> seeds)
    {
        var onReals = logits.OnReals ?? builder.Add(new Operation.Half(0), [logits.Joint!], OfLogits, "realLogits");
        var onFakes = logits.OnFakes ?? builder.Add(new Operation.Half(1), [logits.Joint!], OfLogits, "fakeLogits");
        builder.Note = regularizer.Description;
        var means = builder.Add(
            new Operation.RunningMeans(regularizer.Remembers),
            [builder.Reduce(Over.All, onReals, "realLogitsSum"), builder.Reduce(Over.All, onFakes, "fakeLogitsSum"), ShareOf(onReals)],
            [Extent.Single, Extent.Single],
            ["realRunningMean", "fakeRunningMean"]);
        var ofReals = Penalise(regularizer.OnReals, onReals, means[1], "realRunning");
        var ofFakes = Penalise(regularizer.OnFakes, onFakes, means[0], "fakeRunning");
        ReportPenalty(regularizer, builder.Map(X(0) + X(1), Extent.Single, "penalty", (ofReals, Reading.Full), (ofFakes, Reading.Full)));

        Value Penalise(Loss loss, Value of, Value mean, string name)
        {
            var margins = builder.Map(X(0) - X(1), of.Extent, name + "Margins", (of, Reading.Full), (mean, Reading.Single));
            seeds.Add((of, Seed(loss.Slope, margins, name + "Cotangent")));
            return builder.Reduce(Over.All, builder.Map(MeanOfPatches(loss.Value.Replace(_ => X(0))), margins.Extent, name + "PenaltyTerms", (margins, Reading.Full)), name + "Penalty");
        }
    }
}
