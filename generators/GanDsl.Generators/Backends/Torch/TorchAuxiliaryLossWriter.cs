using GanDsl.Generators.Backends.Common;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Steps;
using GanDsl.Generators.AuxiliaryLosses;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>Writes what auxiliary losses need over libtorch: the derivatives that backward starts from, and their values for the report.</summary>
internal static class TorchAuxiliaryLossWriter
{
    private const string Tensor = "global::TorchSharp.torch.Tensor";

    /// <summary>The seeds, and the values for the report.</summary>
    public static void WriteMembers(CodeWriter writer, MinMaxStep step)
    {
        AuxiliaryLossesText.Write(writer, step);
        if (step.AuxiliaryLosses.Count == 0) return;
        foreach (var pair in step.Pairs)
        {
            foreach (var auxiliaryLoss in step.AuxiliaryLosses)
            {
                if (!pair.IsInverse || SeedName(pair, auxiliaryLoss) != SeedName(step, auxiliaryLoss)) WriteSeed(writer, pair, auxiliaryLoss);
            }
        }

        writer.Doc("<inheritdoc/>");
        writer.Line("protected override global::System.Collections.Generic.IReadOnlyList<global::GanDsl.AuxiliaryLossValue> AuxiliaryLossValues() =>");
        writer.Line("[");
        using (writer.Indent())
        {
            for (var i = 0; i < step.AuxiliaryLosses.Count; i++)
            {
                var (auxiliaryLoss, loss) = (step.AuxiliaryLosses[i], step.AuxiliaryLosses[i].Loss);
                string[] names = loss.Parts > 1 ? ["mean", "logVariance", "target"] : loss.TakesShares ? ["logShare", "target"] : ["number", "target"];
                var parameters = loss.Parts > 1 ? "(mean, logVariance, target)" : $"({names[0]}, _, target)";
                var value = ScalarText.CSharp(auxiliaryLoss.Weight * loss.Value, leaf => names[((Scalar.Variable)leaf).Index]);
                writer.Line($"AuxiliaryLoss({Numbers.Plain(i)}, parts: {Numbers.Plain(loss.Parts)}, takesShares: {Numbers.Literal(loss.TakesShares)}, "
                    + $"{(loss.Bound is { } bound ? $"bound: {Numbers.Literal(bound)}, " : "")}{(loss.IsMean ? "isMean: true, " : "")}loss: "
                    + $"{parameters} => {value}),");
            }
        }

        writer.Line("];").Line();
    }

    private static void WriteSeed(CodeWriter writer, MinMaxStep step, AuxiliaryLoss auxiliaryLoss)
    {
        var loss = auxiliaryLoss.Loss;
        var name = SeedName(step, auxiliaryLoss);
        if (loss.TakesShares)
        {
            writer.Line($"// dL/ds of {auxiliaryLoss.Description} by the scores of {auxiliaryLoss.Head}: softmax minus the target, "
                + $"{(auxiliaryLoss.Weight == 1 ? "" : Numbers.Literal(auxiliaryLoss.Weight) + " times, ")}over N.");
            writer.Line($"private {Tensor} {name}({Tensor} scores, {Tensor} targets) "
                + $"=> {new TorchScalarText("scores", "scores.softmax(1)", "targets").Mean(auxiliaryLoss.Weight * loss.Slopes[0])};").Line();
            return;
        }

        if (loss.Parts == 1)
        {
            var numbers = NumbersOf(step, auxiliaryLoss);
            writer.Line($"// dL/dx of {auxiliaryLoss.Description} by each number x of a sample, "
                + $"the mean of {ScalarText.Math(loss.Value, leaf => leaf == Scalar.X(0) ? "x" : "target")}: its slope over "
                + $"{Numbers.Grouped(numbers * step.PairCount)}·N{(auxiliaryLoss.Weight == 1 ? "" : $", {Numbers.Literal(auxiliaryLoss.Weight)} times")}.");
            writer.Line($"private {Tensor} {name}({Tensor} samples, {Tensor} targets) "
                + $"=> {new TorchScalarText("samples", "samples", "targets").Mean(auxiliaryLoss.Scale(numbers) * loss.Slopes[0], step.PairCount)};").Line();
            return;
        }

        var text = new TorchScalarText("mean", "mean", "logVariance", "targets");
        writer.Line($"// dL/dμ and dL/dv of {auxiliaryLoss.Description}, over N.");
        using (writer.Open($"private {Tensor} {name}({Tensor} scores, {Tensor} targets)"))
        {
            writer.Line("using var mean = scores.narrow(1, 0, targets.size(1));");
            writer.Line("using var unbounded = scores.narrow(1, targets.size(1), targets.size(1));");
            writer.Line($"using var logVariance = Bounded(unbounded, {Numbers.Literal(loss.Bound!.Value)});");
            writer.Line($"var byMean = {text.Mean(auxiliaryLoss.Weight * loss.Slopes[0])};");
            writer.Line($"var byLogVariance = {text.Mean(auxiliaryLoss.Weight * loss.Slopes[1])};");
            writer.Line($"return Beside(byMean, Within(byLogVariance, unbounded, {Numbers.Literal(loss.Bound!.Value)}));");
        }

        writer.Line();
    }

    /// <summary>The method that computes an auxiliary loss's derivative. Two pairs need two where their samples have different lengths.</summary>
    public static string SeedName(MinMaxStep step, AuxiliaryLoss auxiliaryLoss) =>
        $"{(step.IsInverse && NumbersOf(step, auxiliaryLoss) != NumbersOf(step.Inverse, auxiliaryLoss) ? "Inverse" : "")}"
        + $"{char.ToUpperInvariant(auxiliaryLoss.Variable[0])}{auxiliaryLoss.Variable.Substring(1)}Seed";

    /// <summary>How many numbers a sample has that an auxiliary loss without a head reads.</summary>
    private static long NumbersOf(MinMaxStep step, AuxiliaryLoss auxiliaryLoss) =>
        (auxiliaryLoss.Target == CriterionTarget.Round ? step.Generator.Input : step.Generator.Output).Elements;
}
