using GanDsl.Generators.Augmentations;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Programs;

/// <content>What D sees instead of samples: each batch has draws of its own, which the step is given.</content>
internal sealed partial class StepProgram
{
    private const string Adaptation = nameof(Adaptation);

    /// <summary>Samples as D sees them.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="given">What the draws are called that change them.</param>
    private Value Augmented(Value samples, string given)
    {
        if (!step.Augments) return samples;
        var numbers = builder.Given(given, Extent.Of(1, Layers.Shape.Of(AugmentationNumbers.Count)));
        if (step.Adaptation is { } ada)
        {
            builder.Note = "what happens to each picture, with probability p";
            numbers = Compute(ada.Changes(samples.Extent.Shape), batches: 1, given.Replace("Augmentation", "Changes"), numbers, Remembered());
        }

        foreach (var augmentation in step.Augmentations)
        {
            builder.Note = augmentation.Description;
            samples = augmentation.Lower(builder, samples, numbers, given.Replace("Augmentation", augmentation.GetType().Name));
        }

        builder.Note = "";
        return samples;
    }

    /// <summary>Moves the probability of changes, if it follows D, behind D's pass over reals.</summary>
    private void Adapt()
    {
        if (step.Adaptation is not { } ada) return;
        builder.Note = "p follows how many reals D calls real";
        var judged = builder.Map(step.Patches * X(0), Extent.Single, "judged", (builder.BatchSize(), Reading.Full));
        var right = builder.Map(step.Patches * X(0), Extent.Single, "right", (rightOnReals!, Reading.Full));
        builder.Do(new Operation.Remember(Adaptation), Compute(ada.Follow(step.Patches), batches: 0, "adaptation", Remembered(), right, judged));
    }

    private Value Remembered() => builder.Add(new Operation.Remembered(Adaptation), [], Extent.Fixed(Ada.StateLength), "remembered");

    private Value Compute(Formulas formulas, int batches, string name, params Value[] inputs) =>
        builder.Add(new Operation.Compute(formulas), inputs, new Extent(batches, EquatableArray.Of(formulas.Results.Count)), name);
}
