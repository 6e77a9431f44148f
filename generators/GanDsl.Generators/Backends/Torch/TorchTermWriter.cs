using GanDsl.Generators.Networks;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Terms;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>Writes what terms beside the game need over libtorch: the heads of D's passes, where backward begins at them, and their values for the report.</summary>
internal static class TorchTermWriter
{
    private const string Tensor = "global::TorchSharp.torch.Tensor";

    /// <summary>The variables of a pass of D: its logits, and the numbers of its heads.</summary>
    /// <param name="step">The step.</param>
    /// <param name="prefix">What begins their names: <c>real</c>.</param>
    public static string Outputs(MinMaxStep step, string prefix = "")
    {
        var logits = prefix.Length == 0 ? "logits" : prefix + "Logits";
        return step.Discriminator.Heads.Count == 0 ? logits : $"({string.Join(", ", step.Discriminator.Heads.Select(head => Variable(head, prefix)).Prepend(logits))})";
    }

    /// <summary>The codes among the latents of D's fakes.</summary>
    public static void WriteCodes(CodeWriter writer, MinMaxStep step, string latents) => WriteCodes(writer, step, latents, "Code");

    /// <summary>The codes among the latents of G's fakes, where those are others.</summary>
    public static void WriteGeneratorCodes(CodeWriter writer, MinMaxStep step)
    {
        if (step.FreshNoise) WriteCodes(writer, step, "generatorLatents.Tensor", "GeneratorCode");
        else if (step.PenaltyInterval > 1) WriteCodes(writer, step, "latents.Tensor", "Code");
    }

    /// <summary>Of a joint pass, the fakes' half of each head that says nothing of reals; heads that no term looks at go.</summary>
    public static void WriteHalves(CodeWriter writer, MinMaxStep step)
    {
        foreach (var (head, term) in Heads(step))
        {
            if (step.JoinsRealsAndFakes)
            {
                if (term is { OnReals: false }) writer.Line($"var {Variable(head, "fake")} = FakesOf({head.Variable}, count);");
                if (term is null) writer.Line($"{head.Variable}.Dispose();");
                continue;
            }

            if (term is not { OnReals: true }) writer.Line($"{Variable(head, "real")}.Dispose();");
            if (term is null) writer.Line($"{Variable(head, "fake")}.Dispose();");
        }
    }

    /// <summary>The heads that no term looks at go.</summary>
    public static void WriteUnused(CodeWriter writer, MinMaxStep step)
    {
        foreach (var (head, term) in Heads(step))
        {
            if (term is null) writer.Line($"{head.Variable}.Dispose();");
        }
    }

    /// <summary>Where D's backward pass begins at its heads.</summary>
    public static IEnumerable<string> DiscriminatorEnds(MinMaxStep step)
    {
        foreach (var (head, term) in Heads(step))
        {
            if (term is null) continue;
            if (step.JoinsRealsAndFakes)
            {
                yield return term.OnReals ? End(step, term, head.Variable, "Discriminator", "jointLabels") : End(step, term, Variable(head, "fake"), "Discriminator", CodeName(term, "Code"));
                continue;
            }

            if (term.OnReals) yield return End(step, term, Variable(head, "real"), "Discriminator", "oneHot");
            yield return End(step, term, Variable(head, "fake"), term.OnReals ? "DiscriminatorOnFakes" : "Discriminator", term.OnReals ? "oneHot" : CodeName(term, "Code"));
        }
    }

    /// <summary>Where G's backward pass begins at D's heads.</summary>
    public static IEnumerable<string> GeneratorEnds(MinMaxStep step)
    {
        foreach (var (head, term) in Heads(step))
        {
            if (term is not null) yield return End(step, term, head.Variable, "Generator", term.OnReals ? "oneHot" : CodeName(term, step.FreshNoise ? "GeneratorCode" : "Code"));
        }

        foreach (var term in step.Terms.Where(term => term.Target == TermTarget.Reals)) yield return End(step, term, "kept", "Generator", "reals.Tensor");
    }

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

    /// <summary>Where backward begins at what a term looks at.</summary>
    public static string End(MinMaxStep step, Term term, string scores, string pass, string targets) =>
        $"({scores}, {SeedName(step, term)}(TermRows({Numbers.Plain(step.Terms.ToList().IndexOf(term))}, global::GanDsl.Torch.TermPass.{pass}, {scores}, {targets}{TorchStepWriter.PairArgument(step)}), {targets}))";

    private static void WriteCodes(CodeWriter writer, MinMaxStep step, string latents, string what)
    {
        foreach (var code in step.Codes) writer.Line($"using var {CodeName(code.Term, what)} = {latents}.narrow(1, {Numbers.Plain(code.From)}, {Numbers.Plain(code.Count)});");
    }

    private static IEnumerable<(NetworkHead Head, Term? Term)> Heads(MinMaxStep step) =>
        step.Discriminator.Heads.Select(head => (head, (Term?)step.Terms.FirstOrDefault(term => term.Head == head.Name)));

    private static string CodeName(Term term, string what) => term.Variable + what;

    // The pairs' seeds differ where their samples have different lengths.
    private static string SeedName(MinMaxStep step, Term term) =>
        $"{(step.IsTurned && NumbersOf(step, term) != NumbersOf(step.Turned, term) ? "Inverse" : "")}{char.ToUpperInvariant(term.Variable[0])}{term.Variable.Substring(1)}Seed";

    /// <summary>How many numbers a sample has that a term without a head looks at.</summary>
    private static long NumbersOf(MinMaxStep step, Term term) => (term.Target == TermTarget.Round ? step.Generator.Input : step.Generator.Output).Elements;

    private static string Variable(NetworkHead head, string prefix) => prefix.Length == 0 ? head.Variable : $"{prefix}{head.Member}Scores";
}
