using GanDsl.Generators.Backends.Common;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Steps.Plan;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>Writes the min-max step over libtorch: what callers pass and the game draws, then the plan's statements, then its blocks as methods.</summary>
internal static class TorchStepWriter
{
    private const string Runtime = "global::GanDsl.Torch";

    public static void Write(CodeWriter writer, MinMaxStep step)
    {
        var plan = StepPlanner.Of(step);
        var isWritten = TorchWrittenPasses.IsSupported(step);
        StepDocs.Write(
            writer, step, isWritten ? TorchWrittenPasses.Fusion : null, isWritten && step.GradientRegularizers.Any() ? TorchWrittenPasses.Penalty : null);

        var drawn = plan.Draws.Where(draw => !DrawText.IsInput(draw)).ToList();
        var given = string.Join(", ", plan.Draws.Where(DrawText.IsInput).Select(draw => DrawText.Parameter(step, draw, Runtime)));
        if (drawn.Count == 0)
        {
            // Nothing is drawn, so the two overloads are the same step.
            writer.Line($"public override void Step({given})");
        }
        else
        {
            using (writer.Open($"public override void Step({given})"))
            {
                foreach (var draw in drawn) writer.Line($"using var {draw.Value} = {Drawn(step, draw)};");
                writer.Line($"Step({string.Join(", ", plan.Draws.Select(draw => draw.Value.Name))});");
            }

            writer.Line();
            StepDocs.WriteCallersLatents(writer, step);
            writer.Line("public void Step(");
            using (writer.Indent()) writer.Line(string.Join(",\n", plan.Draws.Select(draw => DrawText.Parameter(step, draw, Runtime))) + ")");
        }

        var scope = new TorchScope();
        var body = new TorchStatementWriter(writer, plan, scope);
        using (writer.Open())
        {
            WriteBegin(writer, plan);
            foreach (var draw in plan.Draws) scope.Take(draw.Value, draw.Kind == DrawKind.Labels ? "oneHot" : draw.Value + ".Tensor");
            body.Write(plan.Statements, []);
        }

        writer.Line();
        foreach (var block in body.Blocks) WriteMethod(writer, plan, block);
    }

    private static void WriteBegin(CodeWriter writer, StepPlan plan)
    {
        var step = plan.Step;

        // A batch that only G's update reads may be a default one, without a tensor.
        var latents = plan.Draws.Where(draw => draw.Kind is DrawKind.Latents or DrawKind.Sources)
            .Select(draw => $", {draw.Value}{(draw.InEveryCall ? ".Tensor" : string.Empty)}");
        writer.Line($"var (count, {(step.DiscriminatorSteps == 1 ? "_" : "generatorMoves")}) = BeginStep(reals.Tensor{string.Concat(latents)});");
        writer.Line($"using var threads = ThreadsFor(count, multiplyAdds: {Numbers.Literal(step.MultiplyAdds)});");
        foreach (var draw in plan.Draws)
        {
            var check = draw.Kind switch
            {
                DrawKind.Shares => $"CheckShares(count, {draw.Value}.Tensor);",
                DrawKind.Noise => $"CheckPerturbation(count, {draw.Value}.Tensor);",
                DrawKind.Changes => $"CheckAugmentation(count, {draw.Value}.Tensor, nameof({draw.Value}));",
                DrawKind.Labels => $"using var oneHot = OneHot(count, {draw.Value}); // (N, {Numbers.Plain(draw.Value.Shape.Channels)})",
                _ => null,
            };
            if (check is not null) writer.Line(draw.InEveryCall ? check : "if (generatorMoves) " + check);
        }

        writer.Line();
    }

    private static void WriteMethod(CodeWriter writer, StepPlan plan, TorchBlock block)
    {
        var scope = new TorchScope();
        var parameters = new List<string>();
        foreach (var value in block.Parameters)
        {
            scope.Take(value, plan.Draws.Any(draw => draw.Value == value && draw.Kind == DrawKind.Labels) ? "oneHot" : value.Name);
            parameters.Add($"global::TorchSharp.torch.Tensor {scope[value]}");
        }

        writer.Line($"// {block.Block.Summary}.");
        using (writer.Open($"private void {block.Block.Name}({string.Join(", ", parameters.Concat(block.Counts.Select(count => "int " + count)))})"))
        {
            new TorchStatementWriter(writer, plan, scope).Write(block.Block.Statements, block.Owned);
        }

        writer.Line();
    }

    private static string Drawn(MinMaxStep step, Statement.Draw draw)
    {
        var batch = draw.Kind == DrawKind.Latents ? "Noise(reals.Count)" : $"Shares<{DrawText.Marker(step, draw)}>(reals.Count)";
        return draw.InEveryCall ? batch : $"GeneratorMovesNext ? {batch} : default";
    }
}
