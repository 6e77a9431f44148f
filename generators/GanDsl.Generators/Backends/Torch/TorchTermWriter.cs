using GanDsl.Generators.Backends.Common;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Terms;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>Writes what terms beside the game need over libtorch: the derivatives that backward begins with, and their values for the report.</summary>
internal static class TorchTermWriter
{
    private const string Tensor = "global::TorchSharp.torch.Tensor";

    /// <summary>The seeds, and what the report asks.</summary>
    public static void WriteMembers(CodeWriter writer, MinMaxStep step)
    {
        TermsText.Write(writer, step);
        if (step.Terms.Count == 0) return;
        foreach (var pair in step.Pairs)
        {
            foreach (var term in step.Terms)
            {
                if (!pair.IsTurned || SeedName(pair, term) != SeedName(step, term)) WriteSeed(writer, pair, term);
            }
        }

        writer.Doc("<inheritdoc/>");
        writer.Line("protected override global::System.Collections.Generic.IReadOnlyList<global::GanDsl.TermValue> TermValues() =>");
        writer.Line("[");
        using (writer.Indent())
        {
            for (var i = 0; i < step.Terms.Count; i++)
            {
                var (term, loss) = (step.Terms[i], step.Terms[i].Loss);
                string[] names = loss.Parts > 1 ? ["mean", "logVariance", "target"] : loss.TakesShares ? ["logShare", "target"] : ["number", "target"];
                var parameters = loss.Parts > 1 ? "(mean, logVariance, target)" : $"({names[0]}, _, target)";
                var value = ScalarText.CSharp(term.Weight * loss.Value, leaf => names[((Scalar.Variable)leaf).Index]);
                writer.Line($"Term({Numbers.Plain(i)}, parts: {Numbers.Plain(loss.Parts)}, takesShares: {Numbers.Literal(loss.TakesShares)}, {(loss.Bound is { } bound ? $"bound: {Numbers.Literal(bound)}, " : "")}{(loss.IsMean ? "isMean: true, " : "")}loss: {parameters} => {value}),");
            }
        }

        writer.Line("];").Line();
    }

    private static void WriteSeed(CodeWriter writer, MinMaxStep step, Term term)
    {
        var loss = term.Loss;
        var name = SeedName(step, term);
        if (loss.TakesShares)
        {
            writer.Line($"// dL/ds of {term.Description} by the scores of {term.Head}: what softmax makes of them less the target, {(term.Weight == 1 ? "" : Numbers.Literal(term.Weight) + " times, ")}over N.");
            writer.Line($"private {Tensor} {name}({Tensor} scores, {Tensor} targets) => {new TorchScalarText("scores", "scores.softmax(1)", "targets").Mean(term.Weight * loss.Slopes[0])};").Line();
            return;
        }

        if (loss.Parts == 1)
        {
            var numbers = NumbersOf(step, term);
            writer.Line($"// dL/dx of {term.Description} by each number x of a sample, the mean of {ScalarText.Math(loss.Value, leaf => leaf == Scalar.X(0) ? "x" : "target")}: its slope over {Numbers.Grouped(numbers * step.PairCount)}·N{(term.Weight == 1 ? "" : $", {Numbers.Literal(term.Weight)} times")}.");
            writer.Line($"private {Tensor} {name}({Tensor} samples, {Tensor} targets) => {new TorchScalarText("samples", "samples", "targets").Mean(term.Scale(numbers) * loss.Slopes[0], step.PairCount)};").Line();
            return;
        }

        var text = new TorchScalarText("mean", "mean", "logVariance", "targets");
        writer.Line($"// dL/dμ and dL/dv of {term.Description}, over N.");
        using (writer.Open($"private {Tensor} {name}({Tensor} scores, {Tensor} targets)"))
        {
            writer.Line("using var mean = scores.narrow(1, 0, targets.size(1));");
            writer.Line("using var unbounded = scores.narrow(1, targets.size(1), targets.size(1));");
            writer.Line($"using var logVariance = Bounded(unbounded, {Numbers.Literal(loss.Bound!.Value)});");
            writer.Line($"var byMean = {text.Mean(term.Weight * loss.Slopes[0])};");
            writer.Line($"var byLogVariance = {text.Mean(term.Weight * loss.Slopes[1])};");
            writer.Line($"return Beside(byMean, Within(byLogVariance, unbounded, {Numbers.Literal(loss.Bound!.Value)}));");
        }

        writer.Line();
    }

    /// <summary>The method that computes a term's derivative. The pairs' differ where their samples have different lengths.</summary>
    public static string SeedName(MinMaxStep step, Term term) =>
        $"{(step.IsTurned && NumbersOf(step, term) != NumbersOf(step.Turned, term) ? "Inverse" : "")}{char.ToUpperInvariant(term.Variable[0])}{term.Variable.Substring(1)}Seed";

    /// <summary>How many numbers a sample has that a term without a head looks at.</summary>
    private static long NumbersOf(MinMaxStep step, Term term) => (term.Target == TermTarget.Round ? step.Generator.Input : step.Generator.Output).Elements;
}
