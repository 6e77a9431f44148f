namespace GanDsl.Generators.Programs;

/// <content>What D sees instead of samples: each batch has draws of its own, which the step is given.</content>
internal sealed partial class StepProgram
{
    /// <summary>How many numbers are drawn for a picture: GanDsl.AugmentationDraws.</summary>
    private const int AugmentationDraws = 7;

    /// <summary>Samples as D sees them.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="given">What the draws are called that change them.</param>
    private Value Augmented(Value samples, string given)
    {
        if (!step.Augments) return samples;
        var draws = builder.Given(given, Extent.Of(1, Layers.Shape.Of(AugmentationDraws)));
        foreach (var augmentation in step.Augmentations)
        {
            builder.Note = augmentation.Description;
            samples = augmentation.Lower(builder, samples, draws, given.Replace("Augmentation", augmentation.GetType().Name));
        }

        builder.Note = "";
        return samples;
    }
}
