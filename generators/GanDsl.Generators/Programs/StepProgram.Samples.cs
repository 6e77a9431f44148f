using GanDsl.Generators.Ir;
using GanDsl.Generators.Augmentations;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Programs;

/// <content>The samples that D takes besides unchanged reals and fakes.</content>
internal sealed partial class StepProgram
{
    private const string Adaptation = nameof(Adaptation);

    /// <summary>ε·x + (1 − ε)·G(z), one ε per sample.</summary>
    private Value Mixed(Value reals, Value fakes, Value shares)
    {
        builder.Note = "ε·x + (1 − ε)·G(z)";
        return builder.Map(
            (X(2) * X(0)) + ((1 - X(2)) * X(1)), reals.Extent, "mixed", (reals, Reading.Full), (fakes, Reading.Full), (shares, Reading.Sample(reals.Extent)));
    }

    /// <summary>x + std·σ·u, one u per number; σ is the standard deviation of all numbers of the batch, from the variance about the mean.</summary>
    private Value Perturbed(Value reals, Value noise, double std)
    {
        builder.Note = "x + std·σ·u";
        var share = (builder.BatchShare(), Reading.Single);
        var perNumber = 1.0 / reals.Extent.Elements * (X(0) * X(1));
        var mean = builder.Map(perNumber, Extent.Single, "realMean", (builder.Reduce(Over.All, reals, "realSum"), Reading.Full), share);
        var squares = builder.Map((X(0) - X(1)) * (X(0) - X(1)), reals.Extent, "deviationTerms", (reals, Reading.Full), (mean, Reading.Single));
        var scale = builder.Map(std * Sqrt(perNumber), Extent.Single, "scale", (builder.Reduce(Over.All, squares, "deviation"), Reading.Full), share);
        return builder.Map(X(0) + (X(1) * X(2)), reals.Extent, "perturbed", (reals, Reading.Full), (noise, Reading.Full), (scale, Reading.Single));
    }

    /// <summary>Samples as D sees them.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="numbers">The draws that change them.</param>
    /// <param name="given">The draws' name.</param>
    private Value Augmented(Value samples, Value numbers, string given)
    {
        if (plan.Step.Adaptation is { } ada)
        {
            builder.Note = "the change of each picture, with probability p";
            numbers = Compute(ada.Changes(samples.Extent.Shape), batches: 1, given.Replace("Augmentation", "Changes"), numbers, Remembered());
        }

        foreach (var augmentation in plan.Step.Augmentations)
        {
            builder.Note = augmentation.Description;
            samples = augmentation.Lower(builder, samples, numbers, given.Replace("Augmentation", augmentation.GetType().Name));
        }

        return samples;
    }

    /// <summary>Adapts the probability of changes to how many reals D calls real.</summary>
    private void Adapt(Ada ada)
    {
        builder.Note = "adapts p to how many reals D calls real";
        var logits = builder.Map(pair.Patches * X(0), Extent.Single, "scored", (builder.BatchSize(), Reading.Full));
        var right = builder.Map(pair.Patches * X(0), Extent.Single, "right", (rightOnReals!, Reading.Full));
        builder.Do(new Operation.Remember(Adaptation), Compute(ada.Follow(pair.Patches), batches: 0, "adaptation", Remembered(), right, logits));
    }

    private Value Remembered() => builder.Add(new Operation.Remembered(Adaptation), [], Extent.Fixed(Ada.StateLength), "remembered");

    private Value Compute(Formulas formulas, int batches, string name, params Value[] inputs) =>
        builder.Add(new Operation.Compute(formulas), inputs, new Extent(batches, EquatableArray.Of(formulas.Results.Count)), name);
}
