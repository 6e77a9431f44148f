using GanDsl.Generators.Regularizers;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>Writes the one-stage step over libtorch: one pass of each player, and one pass back through each.</summary>
internal static class TorchSimultaneousWriter
{
    public static void Write(CodeWriter writer, MinMaxStep step)
    {
        writer.Line("// Both move at once. G's pass keeps its history; D takes the fakes as data whose gradient is wanted.");
        writer.Line($"var kept = {TorchStepWriter.Pass(step, "Generator", step.Given + ".Tensor", "Train")};");
        writer.Line("var fakes = kept.detach().requires_grad_();").Line();
        WritePasses(writer, step);

        writer.Line("Discriminator.ZeroGradients();");
        writer.Line("Generator.ZeroGradients();").Line();
        var (seed, ratio) = TorchSeedWriter.WriteOfFakes(writer, step);
        WriteBackward(writer, step, seed);
        writer.Line($"Backward(kept, Rescaled(GradientAt(fakes), {ratio}));");
        writer.Line("fakes.Dispose();");
        writer.Line("discriminatorOptimizer.Step();");
        writer.Line("generatorOptimizer.Step();");
        AverageText.WriteCopy(writer, step);
    }

    private static void WritePasses(CodeWriter writer, MinMaxStep step)
    {
        writer.Line($"// R{step.JoinReason.Substring(1)}.");
        if (step.JoinsRealsAndFakes)
        {
            var joint = step.Discriminator.Label is null ? "jointSources" : "jointLabels";
            writer.Line($"var joint = Join({TorchStepWriter.RealsOf(step, ".Tensor")}, {(step.Augments ? TorchStepWriter.Seen("fakes", MinMaxStep.OfFakes) : "fakes.alias()")});");
            if (step.Discriminator.Condition is not null) writer.Line($"using var {joint} = Twice({TorchStepWriter.Condition(step.Discriminator)});");
            writer.Line($"var logits = {TorchStepWriter.Pass(step, "Discriminator", "joint", "Train", joint)};");
            writer.Line("joint.Dispose();");
            writer.Line("var (onReals, onFakes) = SplitLogits(logits, count);");
            TorchStepWriter.WriteAdaptation(writer, step);
            writer.Line();
            return;
        }

        writer.Line($"// {step.PenaltyAt(PenaltySite.Reals)!.Description}: q = ‖∇ₓ ℓ‖² of each real, through which D's parameters get gradients.");
        writer.Line($"var (realLogits, realSquares) = ApplyWithGradient({TorchStepWriter.RealsOf(step, ".Tensor")}{(step.Discriminator.Condition is null ? "" : ", " + TorchStepWriter.Condition(step.Discriminator))});");
        if (step.Augments) writer.Line($"using var seen = {TorchStepWriter.Seen("fakes", MinMaxStep.OfFakes)};");
        writer.Line($"var fakeLogits = {TorchStepWriter.Pass(step, "Discriminator", step.Augments ? "seen" : "fakes", "Train")};");
        writer.Line("var (onReals, onFakes) = DetachLogits(realLogits, fakeLogits);");
        TorchStepWriter.WriteAdaptation(writer, step);
        writer.Line();
    }

    private static void WriteBackward(CodeWriter writer, MinMaxStep step, string seed)
    {
        if (step.JoinsRealsAndFakes)
        {
            writer.Line($"Backward(logits, JoinSeeds(OnReals(onReals), {seed}));");
            return;
        }

        writer.Line("BackwardToParameters(");
        using (writer.Indent())
        {
            writer.Line("[");
            using (writer.Indent())
            {
                writer.Line("(realLogits, OnReals(onReals)),");
                writer.Line($"(fakeLogits, {seed}),");
                writer.Line($"(realSquares, {step.PenaltyAt(PenaltySite.Reals)!.Name}Seed(DetachSquares({Numbers.Plain(step.NumberOf(step.PenaltyAt(PenaltySite.Reals)!))}, realSquares))),");
            }

            writer.Line("],");
            writer.Line("and: fakes);");
        }
    }
}
