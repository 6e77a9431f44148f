using GanDsl.Generators.Regularizers;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>Writes the min-max step over libtorch, which differentiates the players; what is fused stands in the step's documentation.</summary>
internal static class TorchStepWriter
{
    private const string Runtime = "global::GanDsl.Torch";

    public static void Write(CodeWriter writer, MinMaxStep step)
    {
        var reals = $"{Runtime}.Batch<{step.Generator.OutputMarker}> reals";
        var latents = $"{Runtime}.Batch<{step.Generator.InputMarker}>";

        StepDocs.Write(writer, step);
        using (writer.Open($"public override void Step({reals})"))
        {
            writer.Line("using var latents = Noise(reals.Count);");
            if (step.FreshNoise) writer.Line($"using var generatorLatents = {(step.DiscriminatorSteps == 1 ? "" : "GeneratorMovesNext ? ")}Noise(reals.Count){(step.DiscriminatorSteps == 1 ? "" : " : default")};");
            if (step.Interpolates) writer.Line($"using var interpolation = Shares<{step.Discriminator.OutputMarker}>(reals.Count);");
            writer.Line($"Step(reals, latents{(step.FreshNoise ? ", generatorLatents" : "")}{(step.Interpolates ? ", interpolation" : "")});");
        }

        writer.Line();
        StepDocs.WriteGivenLatents(writer, step);
        writer.Line("public void Step(");
        var parameters = new List<string> { reals, $"{latents} latents" };
        if (step.FreshNoise) parameters.Add($"{latents} generatorLatents");
        if (step.Interpolates) parameters.Add($"{Runtime}.Batch<{step.Discriminator.OutputMarker}> interpolation");
        using (writer.Indent()) writer.Line(string.Join(",\n", parameters) + ")");

        writer.Line("{");
        using (writer.Indent())
        {
            var everyCall = step.DiscriminatorSteps == 1;
            writer.Line($"var (count, {(everyCall ? "_" : "generatorMoves")}) = BeginStep(reals.Tensor, latents.Tensor{(step.FreshNoise ? ", generatorLatents.Tensor" : "")});");
            if (step.Interpolates) writer.Line("CheckShares(count, interpolation.Tensor);");
            writer.Line();
            if (step.IsSimultaneous)
            {
                TorchSimultaneousWriter.Write(writer, step);
            }
            else
            {
                WriteDiscriminatorMove(writer, step);
                if (!everyCall) WriteReturn(writer, step);
                WriteGeneratorMove(writer, step);
            }
        }

        writer.Line("}").Line();
    }

    private static void WriteReturn(CodeWriter writer, MinMaxStep step)
    {
        if (step.FreshNoise)
        {
            writer.Line("if (!generatorMoves) return;").Line();
            return;
        }

        using (writer.Open("if (!generatorMoves)"))
        {
            writer.Line("kept.Dispose();");
            writer.Line("return;");
        }

        writer.Line();
    }

    private static void WriteDiscriminatorMove(CodeWriter writer, MinMaxStep step)
    {
        if (step.FreshNoise)
        {
            writer.Line("// D ascends. Its fakes are data: G's parameters are constants here, so nothing is recorded for them.");
            writer.Line("var fakes = Generator.Apply(latents.Tensor, TrainFrozen);");
        }
        else
        {
            writer.Line("// D ascends. G's move will go back through the same fakes, so their history is kept; for D they are data.");
            writer.Line($"var kept = Generator.Apply(latents.Tensor, {(step.DiscriminatorSteps == 1 ? "Train" : "generatorMoves ? Train : TrainFrozen")});");
            writer.Line("var fakes = kept.detach();");
        }

        if (step.Interpolates) writer.Line("var mixed = Interpolate(reals.Tensor, fakes, interpolation.Tensor);");
        writer.Line();
        if (step.JoinsRealsAndFakes) WriteJointPass(writer);
        else WriteSeparatePasses(writer, step);

        if (step.PenaltyAt(PenaltySite.Interpolates) is { } penalty)
        {
            writer.Line($"// {penalty.Description}: q = ‖∇ₓ ℓ‖² of each mixed sample, through which D's parameters get gradients.");
            writer.Line("var (mixedLogits, mixedSquares) = ApplyWithGradient(mixed);");
            writer.Line("mixed.Dispose();");
            writer.Line("mixedLogits.Dispose();").Line();
        }

        writer.Line(step.JoinsRealsAndFakes
            ? "var (onReals, onFakes) = SplitLogits(logits, count);"
            : "var (onReals, onFakes) = DetachLogits(realLogits, fakeLogits);");
        writer.Line("Discriminator.ZeroGradients();");
        WriteBackward(writer, step);
        writer.Line("discriminatorOptimizer.Step();").Line();
    }

    private static void WriteJointPass(CodeWriter writer)
    {
        writer.Line("// Reals and fakes share one pass: no layer of D couples samples.");
        writer.Line("var joint = Join(reals.Tensor, fakes);");
        writer.Line("var logits = Discriminator.Apply(joint, Train);");
        writer.Line("joint.Dispose();").Line();
    }

    private static void WriteSeparatePasses(CodeWriter writer, MinMaxStep step)
    {
        writer.Line($"// R{step.JoinReason.Substring(1)}.");
        if (step.PenaltyAt(PenaltySite.Reals) is { } penalty)
        {
            writer.Line($"// {penalty.Description}: q = ‖∇ₓ ℓ‖² of each real, through which D's parameters get gradients.");
            writer.Line("var (realLogits, realSquares) = ApplyWithGradient(reals.Tensor);");
        }
        else
        {
            writer.Line("var realLogits = Discriminator.Apply(reals.Tensor, Train);");
        }

        writer.Line("var fakeLogits = Discriminator.Apply(fakes, Train);");
        writer.Line("fakes.Dispose();").Line();
    }

    // One backward pass from all that D minimises: what the terms share is gone through once.
    private static void WriteBackward(CodeWriter writer, MinMaxStep step)
    {
        if (step.Regularizers.Count == 0)
        {
            writer.Line(step.JoinsRealsAndFakes
                ? "Backward(logits, JoinSeeds(OnReals(onReals), OnFakes(onFakes)));"
                : "Backward(realLogits, OnReals(onReals), fakeLogits, OnFakes(onFakes));");
            return;
        }

        var ends = step.JoinsRealsAndFakes
            ? new List<string> { "(logits, JoinSeeds(OnReals(onReals), OnFakes(onFakes)))" }
            : ["(realLogits, OnReals(onReals))", "(fakeLogits, OnFakes(onFakes))"];
        if (step.PenaltyAt(PenaltySite.Reals) is not null) ends.Add("(realSquares, OnRealSquares(DetachRealSquares(realSquares)))");
        if (step.Interpolates) ends.Add("(mixedSquares, OnMixedSquares(DetachMixedSquares(mixedSquares)))");
        writer.Line("BackwardToParameters(");
        writer.Line("[");
        using (writer.Indent())
        {
            foreach (var end in ends) writer.Line(end + ",");
        }

        writer.Line("]);");
    }

    private static void WriteGeneratorMove(CodeWriter writer, MinMaxStep step)
    {
        writer.Line("// G descends, against D as updated. D's parameters are constants here, so backward computes no gradients for them.");
        if (step.FreshNoise) writer.Line("var samples = Generator.Apply(generatorLatents.Tensor, Train);");
        var samples = step.FreshNoise ? "samples" : "kept";
        var logits = step.JoinsRealsAndFakes ? "logits" : "var logits";
        writer.Line($"{logits} = Discriminator.Apply({samples}, TrainFrozen);");
        writer.Line($"{samples}.Dispose();").Line();
        writer.Line("Generator.ZeroGradients();");
        writer.Line("Backward(logits, OfGenerator(DetachLogits(logits)));");
        writer.Line("generatorOptimizer.Step();");
    }
}
