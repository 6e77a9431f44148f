using GanDsl.Generators.Objectives;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Steps;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Programs;

/// <content>The one-stage step: one pass back through D gives its gradients, and those at the fakes, which are G's but for a factor a sample.</content>
internal sealed partial class StepProgram
{
    /// <summary>D's slope on fakes, as backward begins at it: where G's gradient is made from it, it is never 0.</summary>
    private Scalar SlopeOnFakes => step.IsSimultaneous && SeedRatio.Of(step.Objective) is not Constant
        ? SeedRatio.AwayFromZero(step.Objective.OnFakes.Derivative())
        : step.Objective.OnFakes.Derivative();

    private void MoveBoth()
    {
        var reals = builder.Given("reals", Extent.Of(1, step.Discriminator.Input));
        var latents = builder.Given(step.Given, Extent.Of(1, step.Generator.Input));
        var fakes = Pass(Generator, version: 0, "g", latents);

        var (seenReals, seenFakes) = (Augmented(reals, MinMaxStep.OfReals), Augmented(fakes, MinMaxStep.OfFakes));
        var (logits, seeds) = step.JoinsRealsAndFakes ? JointSeeds(seenReals, seenFakes) : SeparateSeeds(seenReals, seenFakes);
        var onFakes = step.JoinsRealsAndFakes
            ? builder.Add(new Operation.Half(1), [seeds[0].Item1], OfLogits, "fakeLogits")
            : seeds[1].Item1;
        Report("GeneratorLoss", step.Objective.Generator, onFakes);
        AddPenalties(step, seenReals, seenFakes, logits, seeds);
        Adapt();

        var cotangent = WriteGradients(Discriminator, version: 0, seeds, and: fakes) ?? builder.Map(0, fakes.Extent, Vjp.Name(fakes));
        builder.Note = "from D's gradient at the fakes to G's";
        WriteGradients(Generator, version: 0, [(fakes, Rescaled(cotangent, onFakes))]);
        builder.Note = "both move";
        builder.Do(new Operation.Update(Discriminator));
        builder.Do(new Operation.Update(Generator));
    }

    private Value Rescaled(Value cotangent, Value logits)
    {
        var ratio = SeedRatio.Of(step.Objective);
        if (ratio is Constant) return builder.Map(ratio * X(0), cotangent.Extent, "rescaled", (cotangent, Reading.Full));

        var slopes = (step.Objective.Generator.Derivative() / SlopeOnFakes).Replace(_ => X(0));
        var ratios = builder.Map(slopes, logits.Extent, "ratio", (logits, Reading.Full));
        return builder.Map(X(0) * X(1), cotangent.Extent, "rescaled", (cotangent, Reading.Full), (ratios, Reading.Sample(cotangent.Extent)));
    }
}
