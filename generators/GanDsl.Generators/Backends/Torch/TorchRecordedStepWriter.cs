using GanDsl.Generators.Objectives;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>Writes the moves of a step whose players both go back by code of their own: autograd has no part in it.</summary>
internal static class TorchRecordedStepWriter
{
    /// <summary>What the step's documentation says of it.</summary>
    public const string Fusion = "both players go back by code of their own, which writes gradients where the optimiser reads them: no graph is recorded;";

    /// <summary>Whether a step is written so: one joint pass of D, whose gradient nothing penalises, and samples that reach D as G makes them.</summary>
    public static bool Fits(MinMaxStep step) =>
        TorchBackWriter.Knows(step.Generator) && TorchBackWriter.Knows(step.Discriminator)
        && step.Inverse is null && !step.IsPaired && step.JoinsRealsAndFakes && !step.Augments && step.Terms.Count == 0 && !step.GradientRegularizers.Any();

    public static void Write(CodeWriter writer, MinMaxStep step)
    {
        if (step.IsSimultaneous)
        {
            WriteBoth(writer, step);
            return;
        }

        WriteDiscriminatorMove(writer, step);
        writer.Line();
        WriteGeneratorMove(writer, step);
    }

    private static void WriteDiscriminatorMove(CodeWriter writer, MinMaxStep step)
    {
        if (step.FreshNoise)
        {
            writer.Line("// D ascends. Its fakes are data: nothing of how they were made is kept.");
            writer.Line("var fakes = Generator.Apply(latents.Tensor, TrainFrozen);").Line();
        }
        else
        {
            writer.Line("// D ascends. G's move will go back through the same fakes, so what made them is kept; for D they are data.");
            writer.Line("var made = Generator.Record(latents.Tensor);").Line();
        }

        WriteJointPass(writer, step, step.FreshNoise ? "fakes" : "made.Output.alias()");
        var (onReals, onFakes) = TorchStepWriter.WriteSeedsOfDiscriminator(writer, step);
        writer.Line($"Discriminator.BackToParameters(judged, JoinSeeds({onReals}, {onFakes}));");
        writer.Line("joint.Dispose();");
        writer.Line("discriminatorOptimizer.Step();");
        if (step.DiscriminatorSteps == 1) return;

        writer.Line();
        if (step.FreshNoise)
        {
            writer.Line("if (!generatorMoves) return;");
            return;
        }

        using (writer.Open("if (!generatorMoves)"))
        {
            writer.Line("made.Dispose();");
            writer.Line("return;");
        }
    }

    private static void WriteGeneratorMove(CodeWriter writer, MinMaxStep step)
    {
        writer.Line("// G descends, against D as updated, through which its gradient only passes.");
        if (step.FreshNoise) writer.Line("var made = Generator.Record(generatorLatents.Tensor);");
        if (step.Objective.Against != Opponent.None) writer.Line("var againstReals = DetachOpponents(Discriminator.Apply(reals.Tensor, TrainFrozen));");
        writer.Line("judged = Discriminator.Record(made.Output);").Line();
        writer.Line($"var atFakes = Discriminator.BackToInput(judged, {TorchStepWriter.SeedOfGenerator(step, "judged.Output")});");
        writer.Line("Generator.BackToParameters(made, atFakes);");
        writer.Line("generatorOptimizer.Step();");
        AverageText.WriteCopy(writer, step);
    }

    private static void WriteBoth(CodeWriter writer, MinMaxStep step)
    {
        writer.Line("// Both move at once. What made the fakes is kept; D takes them as data whose gradient is wanted.");
        writer.Line("var made = Generator.Record(latents.Tensor);").Line();
        WriteJointPass(writer, step, "made.Output.alias()");
        var (seed, ratio) = TorchSimultaneousWriter.WriteSeedOfFakes(writer, step);
        writer.Line($"var atFakes = Discriminator.BackToParametersAndInput(judged, JoinSeeds(OnReals(onReals), {seed}), from: count);");
        writer.Line("joint.Dispose();");
        writer.Line($"Generator.BackToParameters(made, Rescaled(atFakes, {ratio}));");
        writer.Line("discriminatorOptimizer.Step();");
        writer.Line("generatorOptimizer.Step();");
        AverageText.WriteCopy(writer, step);
    }

    private static void WriteJointPass(CodeWriter writer, MinMaxStep step, string fakes)
    {
        writer.Line("// Reals and fakes share one pass: no layer of D couples samples.");
        writer.Line($"var joint = Join(reals.Tensor, {fakes});");
        writer.Line("var judged = Discriminator.Record(joint);");
        writer.Line("var (onReals, onFakes) = SplitLogits(judged.Output, count);");
        if (step.IsSimultaneous) writer.Line();
    }
}
