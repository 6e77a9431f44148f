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

        writer.Doc($"""
            <summary>{Schedule(step)}</summary>
            <remarks>
            {Fusions(step)}
            </remarks>
            <param name="reals">{step.Generator.Output}; not disposed.</param>
            """);
        using (writer.Open($"public override void Step({reals})"))
        {
            writer.Line("using var latents = Noise(reals.Count);");
            if (!step.FreshNoise)
            {
                writer.Line("Step(reals, latents);");
            }
            else if (step.DiscriminatorSteps == 1)
            {
                writer.Line("using var generatorLatents = Noise(reals.Count);");
                writer.Line("Step(reals, latents, generatorLatents);");
            }
            else
            {
                writer.Line("using var generatorLatents = GeneratorMovesNext ? Noise(reals.Count) : default;");
                writer.Line("Step(reals, latents, generatorLatents);");
            }
        }

        writer.Line();
        writer.Doc("<summary>The same step on given latents.</summary>");
        writer.Doc($"<param name=\"reals\">{step.Generator.Output}; not disposed.</param>");
        writer.Doc($"<param name=\"latents\">{step.Generator.Input}, of {(step.FreshNoise ? "D's fakes" : "the fakes")}; not disposed.</param>");
        if (step.FreshNoise) writer.Doc($"<param name=\"generatorLatents\">{step.Generator.Input}, of G's fakes{(step.DiscriminatorSteps == 1 ? "" : "; read only in the calls that move G")}; not disposed.</param>");
        writer.Doc("<exception cref=\"global::System.ArgumentException\">The batches are of different sizes.</exception>");
        writer.Line("public void Step(");
        using (writer.Indent())
        {
            writer.Line($"{reals},");
            writer.Line($"{latents} latents{(step.FreshNoise ? "," : ")")}");
            if (step.FreshNoise) writer.Line($"{latents} generatorLatents)");
        }

        writer.Line("{");
        using (writer.Indent())
        {
            var everyCall = step.DiscriminatorSteps == 1;
            writer.Line($"var (count, {(everyCall ? "_" : "generatorMoves")}) = BeginStep(reals.Tensor, latents.Tensor{(step.FreshNoise ? ", generatorLatents.Tensor" : "")});").Line();
            WriteDiscriminatorMove(writer, step);
            if (!everyCall) WriteReturn(writer, step);
            WriteGeneratorMove(writer, step);
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

        writer.Line();
        if (step.JoinsRealsAndFakes)
        {
            writer.Line("// Reals and fakes share one pass: no layer of D couples samples.");
            writer.Line("var joint = Join(reals.Tensor, fakes);");
            writer.Line("var logits = Discriminator.Apply(joint, Train);");
            writer.Line("joint.Dispose();").Line();
            writer.Line("var (onReals, onFakes) = SplitLogits(logits, count);");
            writer.Line("Discriminator.ZeroGradients();");
            writer.Line("Backward(logits, JoinSeeds(OnReals(onReals), OnFakes(onFakes)));");
        }
        else
        {
            writer.Line($"// R{step.JoinReason.Substring(1)}.");
            writer.Line("var realLogits = Discriminator.Apply(reals.Tensor, Train);");
            writer.Line("var fakeLogits = Discriminator.Apply(fakes, Train);");
            writer.Line("fakes.Dispose();").Line();
            writer.Line("var (onReals, onFakes) = DetachLogits(realLogits, fakeLogits);");
            writer.Line("Discriminator.ZeroGradients();");
            writer.Line("Backward(realLogits, OnReals(onReals), fakeLogits, OnFakes(onFakes));");
        }

        writer.Line("discriminatorOptimizer.Step();").Line();
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

    private static string Schedule(MinMaxStep step) => step.DiscriminatorSteps == 1
        ? "The min-max step: D ascends V(G, D) once, then G descends once."
        : $"One call of the min-max step: D ascends V(G, D) once; in every {Numbers.Ordinal(step.DiscriminatorSteps)} call G then descends once.";

    private static string Fusions(MinMaxStep step) => string.Join("\n", new[]
    {
        "What is fused, and why that is exact:",
        "<list type=\"bullet\">",
        $"<item><description>{step.JoinReason};</description></item>",
        "<item><description>G's move computes no gradients for D's parameters;</description></item>",
        "<item><description>backward begins at dL/dℓ: no loss is computed;</description></item>",
        step.FreshNoise
            ? "<item><description>G's move draws latents of its own, and D's move records nothing for G;</description></item>"
            : "<item><description>G's move reuses D's fakes, by request: G passes forward once;</description></item>",
        "<item><description>each optimiser moves all parameters in one pass over a flat buffer;</description></item>",
        "<item><description>nothing is read back to the host.</description></item>",
        "</list>",
    });
}
