using GanDsl.Generators.Objectives;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Terms;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>Writes the step over two pairs on libtorch: both judges, then both generators. What are reals to one pair are sources to the other.</summary>
internal static class TorchTwoPairWriter
{
    public static void Write(CodeWriter writer, MinMaxStep step)
    {
        var pass = step.DiscriminatorSteps == 1 ? "Train" : "generatorMoves ? Train : TrainFrozen";
        writer.Line("// D ascends. The generators' move will go back through the same fakes, so their history is kept; for the judges they are data.");
        foreach (var pair in step.Pairs) writer.Line($"var {pair.Variable("kept")} = {TorchStepWriter.Pass(pair, "Generator", Sources(pair), pass)};");
        TorchStepWriter.WriteCallOfDiscriminatorMove(writer, step);
        if (step.PenaltyInterval > 1) writer.Line();
        writer.Line("discriminatorOptimizer.Step();").Line();
        if (step.DiscriminatorSteps > 1)
        {
            using (writer.Open("if (!generatorMoves)"))
            {
                foreach (var pair in step.Pairs) writer.Line($"{pair.Variable("kept")}.Dispose();");
                writer.Line("return;");
            }

            writer.Line();
        }

        WriteGeneratorMove(writer, step);
    }

    private static void WriteGeneratorMove(CodeWriter writer, MinMaxStep step)
    {
        writer.Line("// G descends, against both judges as updated. Their parameters are constants here, so backward computes no gradients for them.");
        foreach (var pair in step.Pairs.Where(_ => step.Objective.Against != Opponent.None))
        {
            writer.Line($"var {pair.Variable("againstReals")} = DetachOpponents({TorchStepWriter.Pass(pair, "Discriminator", Reals(pair), "TrainFrozen")}{TorchStepWriter.PairArgument(pair)});");
        }

        foreach (var pair in step.Pairs) writer.Line($"var {pair.Variable("logits")} = {TorchStepWriter.Pass(pair, "Discriminator", pair.Variable("kept"), "TrainFrozen")};");
        foreach (var term in step.Terms)
        {
            writer.Line(term.Target == TermTarget.Round ? "// There and back: what is left of the sources." : "// What is of a generator's kind already, and is to stay as it is.");
            foreach (var pair in step.Pairs)
            {
                writer.Line($"var {Looked(pair, term)} = {(term.Target == TermTarget.Round ? TorchStepWriter.Pass(pair.Turned, "Generator", pair.Variable("kept"), "Train") : TorchStepWriter.Pass(pair, "Generator", Reals(pair), "Train"))};");
            }
        }

        foreach (var pair in step.Pairs) writer.Line($"{pair.Variable("kept")}.Dispose();");
        writer.Line();
        foreach (var pair in step.Pairs) writer.Line($"{pair.Member("Generator")}.ZeroGradients();");
        TorchStepWriter.WriteEnds(writer, "Backward(", [.. step.Pairs.Select(Adversarial), .. step.Terms.SelectMany(term => step.Pairs.Select(pair => End(pair, term)))]);
        writer.Line("generatorOptimizer.Step();");
        AverageText.WriteCopy(writer, step);
    }

    private static string Adversarial(MinMaxStep pair)
    {
        var (logits, prefix) = (pair.Variable("logits"), TorchSeedWriter.Prefix(pair));
        var values = $"DetachLogits({logits}{TorchStepWriter.PairArgument(pair)})";
        return pair.Objective.Against == Opponent.None
            ? $"({logits}, {prefix}OfGenerator({values}))"
            : $"({logits}, CoupleFakes({pair.Variable("againstReals")}, {values}, {prefix}OfGeneratorOnReals, {prefix}OfGenerator))";
    }

    private static string End(MinMaxStep pair, Term term) => TorchTermWriter.End(pair, term, Looked(pair, term), "Generator", term.Target == TermTarget.Round ? Sources(pair) : Reals(pair));

    private static string Looked(MinMaxStep pair, Term term) => pair.Variable(term.Target == TermTarget.Round ? "returned" : "same");

    private static string Reals(MinMaxStep pair) => pair.IsTurned ? "sources.Tensor" : "reals.Tensor";

    private static string Sources(MinMaxStep pair) => pair.IsTurned ? "reals.Tensor" : "sources.Tensor";
}
