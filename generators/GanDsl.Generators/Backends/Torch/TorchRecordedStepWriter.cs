using GanDsl.Generators.Objectives;
using GanDsl.Generators.Regularizers;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>Writes the moves of a step whose players both go back by code of their own: autograd has no part in it.</summary>
internal static class TorchRecordedStepWriter
{
    /// <summary>What the step's documentation says of it.</summary>
    public const string Fusion = "both players go back by code of their own, which writes gradients where the optimiser reads them: autograd records nothing of the loss;";

    /// <summary>What it says of penalties on D's slope.</summary>
    public const string Penalty = "D's slope is written out, so that autograd goes back through it once, and to D's parameters alone;";

    /// <summary>
    /// Whether a step is written so: one joint pass of D, samples that reach D as G makes them, and penalties, if any, on the slope of a D that is linear on pieces, where neither reals nor fakes are.
    /// </summary>
    public static bool Fits(MinMaxStep step) =>
        TorchBackWriter.Knows(step.Generator) && TorchBackWriter.Knows(step.Discriminator)
        && step.Inverse is null && !step.IsPaired && step.JoinsRealsAndFakes && !step.Augments && step.Terms.Count == 0
        && step.PenaltyInterval == 1 && (!step.GradientRegularizers.Any() || (!step.IsSimultaneous && TorchBackWriter.IsPiecewiseLinear(step.Discriminator)));

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

        if (!step.FreshNoise && step.Interpolates) writer.Line("var fakes = made.Output.alias();");
        TorchStepWriter.WritePenalizedSamples(writer, step, ".Tensor");
        WriteJointPass(writer, step, step.FreshNoise || step.Interpolates ? "fakes" : "made.Output.alias()");
        var (onReals, onFakes) = TorchSeedWriter.WriteOfDiscriminator(writer, step);
        writer.Line($"Discriminator.BackToParameters(judged, JoinSeeds({onReals}, {onFakes}));");
        writer.Line("joint.Dispose();");
        foreach (var penalty in step.GradientRegularizers) WritePenalty(writer, step, penalty);
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

    // Its gradients are added to those of the loss.
    private static void WritePenalty(CodeWriter writer, MinMaxStep step, GradientRegularizer penalty)
    {
        var prefix = penalty.At.Prefix();
        writer.Line().Line($"// {penalty.Description}: q = ‖∇ₓ ℓ‖² of each {penalty.At.Sample()}, through which D's parameters get gradients beside those of the loss.");
        writer.Line($"var {prefix}Squares = SquaredGradients({prefix});");
        writer.Line($"Backward({prefix}Squares, {penalty.Name}Seed(DetachSquares({Numbers.Plain(step.NumberOf(penalty))}, {prefix}Squares)));");
    }

    private static void WriteGeneratorMove(CodeWriter writer, MinMaxStep step)
    {
        writer.Line("// G descends, against D as updated, through which its gradient only passes.");
        if (step.FreshNoise) writer.Line("var made = Generator.Record(generatorLatents.Tensor);");
        if (step.Objective.Against != Opponent.None) writer.Line("var againstReals = DetachOpponents(Discriminator.Apply(reals.Tensor, TrainFrozen));");
        writer.Line("judged = Discriminator.Record(made.Output);").Line();
        writer.Line($"var atFakes = Discriminator.BackToInput(judged, {TorchSeedWriter.OfGenerator(step, "judged.Output")});");
        writer.Line("Generator.BackToParameters(made, atFakes);");
        writer.Line("generatorOptimizer.Step();");
        AverageText.WriteCopy(writer, step);
    }

    private static void WriteBoth(CodeWriter writer, MinMaxStep step)
    {
        writer.Line("// Both move at once. What made the fakes is kept; D takes them as data whose gradient is wanted.");
        writer.Line("var made = Generator.Record(latents.Tensor);").Line();
        WriteJointPass(writer, step, "made.Output.alias()");
        var (seed, ratio) = TorchSeedWriter.WriteOfFakes(writer, step);
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
