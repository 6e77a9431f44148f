using GanDsl.Generators.Networks;
using GanDsl.Generators.Objectives;
using GanDsl.Generators.Regularizers;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>Writes the min-max step over libtorch, which differentiates the players; what is fused stands in the step's documentation.</summary>
internal static class TorchStepWriter
{
    private const string Runtime = "global::GanDsl.Torch";
    private const string Penalized = "Penalized";

    public static void Write(CodeWriter writer, MinMaxStep step)
    {
        var reals = $"{Runtime}.Batch<{step.Generator.OutputMarker}> reals";
        var latents = $"{Runtime}.Batch<{step.Generator.InputMarker}>";

        var labels = step.HasLabels ? $"global::GanDsl.Labels<{step.Generator.LabelMarker}> labels" : null;

        if (TorchRecordedStepWriter.Fits(step)) StepDocs.Write(writer, step, TorchRecordedStepWriter.Fusion, step.GradientRegularizers.Any() ? TorchRecordedStepWriter.Penalty : null);
        else StepDocs.Write(writer, step);
        var sources = $"{latents} sources";
        List<string> parameters = [reals, .. labels is null ? Array.Empty<string>() : [labels], $"{latents} {step.Given}"];
        List<string> drawn = [];
        if (step.FreshNoise) drawn.Add($"{latents} generatorLatents");
        if (step.Interpolates) drawn.Add($"{Runtime}.Batch<{step.Discriminator.NumberMarker}> interpolation");
        if (step.Perturbs) drawn.Add($"{Runtime}.Batch<{step.Discriminator.InputMarker}> perturbation");
        drawn.AddRange(step.Augmented.Select(name => $"{Runtime}.Batch<global::GanDsl.AugmentationDraws> {name}"));
        if (step.IsPaired && drawn.Count == 0)
        {
            // Nothing is drawn: the step on what is given is the step.
            writer.Line($"public override void Step({reals}, {sources})");
        }
        else
        {
            using (writer.Open($"public override void Step({reals}{(labels is null ? "" : ", " + labels)}{(step.IsPaired ? ", " + sources : "")})"))
            {
                if (!step.IsPaired) writer.Line("using var latents = Noise(reals.Count);");
                if (step.FreshNoise) writer.Line($"using var generatorLatents = {(step.DiscriminatorSteps == 1 ? "" : "GeneratorMovesNext ? ")}Noise(reals.Count){(step.DiscriminatorSteps == 1 ? "" : " : default")};");
                if (step.Interpolates) writer.Line($"using var interpolation = Shares<{step.Discriminator.NumberMarker}>(reals.Count);");
                if (step.Perturbs) writer.Line($"using var perturbation = Shares<{step.Discriminator.InputMarker}>(reals.Count);");
                foreach (var name in step.Augmented) writer.Line($"using var {name} = {(IsOfEveryCall(step, name) ? "" : "GeneratorMovesNext ? ")}Shares<global::GanDsl.AugmentationDraws>(reals.Count){(IsOfEveryCall(step, name) ? "" : " : default")};");
                writer.Line($"Step(reals{(labels is null ? "" : ", labels")}, {step.Given}{(step.FreshNoise ? ", generatorLatents" : "")}{(step.Interpolates ? ", interpolation" : "")}{(step.Perturbs ? ", perturbation" : "")}{string.Concat(step.Augmented.Select(name => ", " + name))});");
            }

            writer.Line();
            StepDocs.WriteGivenLatents(writer, step);
            writer.Line("public void Step(");
            using (writer.Indent()) writer.Line(string.Join(",\n", parameters.Concat(drawn)) + ")");
        }

        writer.Line("{");
        using (writer.Indent())
        {
            var everyCall = step.DiscriminatorSteps == 1;
            writer.Line($"var (count, {(everyCall ? "_" : "generatorMoves")}) = BeginStep(reals.Tensor, {step.Given}.Tensor{(step.FreshNoise ? ", generatorLatents.Tensor" : "")});");
            writer.Line($"using var threads = ThreadsFor(count, multiplyAdds: {Numbers.Literal(step.MultiplyAdds)});");
            if (step.Interpolates) writer.Line("CheckShares(count, interpolation.Tensor);");
            if (step.Perturbs) writer.Line("CheckPerturbation(count, perturbation.Tensor);");
            foreach (var name in step.Augmented) writer.Line($"{(IsOfEveryCall(step, name) ? "" : "if (generatorMoves) ")}CheckAugmentation(count, {name}.Tensor, nameof({name}));");
            if (step.HasLabels) writer.Line($"using var oneHot = OneHot(count, labels); // (N, {Numbers.Plain(step.Generator.Label!.Value.Channels)})");
            writer.Line();
            if (step.Augments) WriteSeenReals(writer);
            if (TorchRecordedStepWriter.Fits(step))
            {
                TorchRecordedStepWriter.Write(writer, step);
            }
            else if (step.IsSimultaneous)
            {
                TorchSimultaneousWriter.Write(writer, step);
            }
            else if (step.Inverse is not null)
            {
                TorchTwoPairWriter.Write(writer, step);
            }
            else
            {
                WriteFakes(writer, step);
                if (step.PenaltyInterval == 1) WriteDiscriminatorMove(writer, step, ".Tensor");
                else WriteCallOfDiscriminatorMove(writer, step);
                writer.Line();
                if (!everyCall) WriteReturn(writer, step);
                WriteGeneratorMove(writer, step);
            }
        }

        writer.Line("}").Line();
        if (step.PenaltyInterval == 1 && step.Inverse is null) return;

        foreach (var pair in step.Pairs)
        {
            if (pair.PenaltyInterval > 1) WriteDiscriminatorMethod(writer, pair, Penalized);
            WriteDiscriminatorMethod(writer, pair.InBetween, "");
        }
    }

    /// <summary>The last argument of what the runtime remembers, which says whose it is.</summary>
    public static string PairArgument(MinMaxStep step) => step.IsTurned ? ", pair: 1" : "";

    /// <summary>A player's pass, on the labels where there are any.</summary>
    /// <param name="step">The step.</param>
    /// <param name="player">Whose.</param>
    /// <param name="input">What passes.</param>
    /// <param name="pass">How.</param>
    /// <param name="condition">What it is given besides, if it is given something: by default the labels, or the sources, of a batch.</param>
    public static string Pass(MinMaxStep step, string player, string input, string pass, string? condition = null) => $"{step.Member(player)}.Apply{Arguments(step, player, input, pass, condition)}";

    /// <summary>D's pass with the numbers of its heads beside the logits.</summary>
    private static string PassWithHeads(MinMaxStep step, string input, string pass, string? condition = null) =>
        $"{step.Member("Discriminator")}.Apply{(step.Discriminator.Heads.Count == 0 ? "" : "WithHeads")}{Arguments(step, "Discriminator", input, pass, condition)}";

    private static string Arguments(MinMaxStep step, string player, string input, string pass, string? condition)
    {
        var network = player == "Discriminator" ? step.Discriminator : step.Generator;
        return $"({input}, {(network.Condition is null ? "" : (condition ?? Condition(network)) + ", ")}{pass})";
    }

    // What G's move reads is neither drawn nor looked at in calls that do not move G.
    private static bool IsOfEveryCall(MinMaxStep step, string draws) => step.DiscriminatorSteps == 1 || draws != MinMaxStep.OfGenerator;

    private const string SeenReals = "seenReals";

    /// <summary>The reals as D sees them.</summary>
    /// <param name="step">The step.</param>
    /// <param name="tensor">What stands behind the names of what is given; nothing in a method that is given them as D sees them.</param>
    public static string RealsOf(MinMaxStep step, string tensor) => step.Augments && tensor.Length > 0 ? SeenReals : "reals" + tensor;

    /// <summary>Samples as D sees them.</summary>
    public static string Seen(string samples, string draws) => $"Augment({samples}, {draws}.Tensor)";

    private static void WriteSeenReals(CodeWriter writer) =>
        writer.Line("// D sees no sample as it is, but as its draws change it.").Line($"using var {SeenReals} = {Seen("reals.Tensor", MinMaxStep.OfReals)};").Line();

    /// <summary>What a network is given beside its input, for one batch.</summary>
    public static string Condition(Network network) => network.Label is null ? "sources.Tensor" : "oneHot";

    /// <summary>Calls D's move, or what computes the gradients of each judge of two, with the lazy regularisers where those are due.</summary>
    public static void WriteCallOfDiscriminatorMove(CodeWriter writer, MinMaxStep step)
    {
        if (step.PenaltyInterval == 1)
        {
            foreach (var pair in step.Pairs) writer.Line($"{MoveName(pair)}({Arguments(pair)});");
            return;
        }

        writer.Line().Line($"// {step.LazyNames} {(step.LazyNames.Contains(" and ") ? "look" : "looks")} in the first call, and in every {Numbers.Ordinal(step.PenaltyInterval)} after it.");
        using (writer.Open($"if (IsDue(every: {Numbers.Plain(step.PenaltyInterval)}))"))
        {
            foreach (var pair in step.Pairs) writer.Line($"{MoveName(pair)}{Penalized}({Arguments(pair)});");
        }

        using (writer.Open("else"))
        {
            foreach (var pair in step.Pairs) writer.Line($"{MoveName(pair)}({Arguments(pair.InBetween)});");
        }

        static string Arguments(MinMaxStep move) => string.Join(", ", TensorsOf(move).Select(name => Argument(move, name)).Concat(Count(move)));

        static string Argument(MinMaxStep move, string name) => name switch
        {
            "fakes" when move.Inverse is not null => move.Variable("kept") + ".detach()",
            "fakes" or "oneHot" => name,
            "reals" when move.IsTurned => "sources.Tensor",
            "reals" when move.Augments => SeenReals,
            _ => name + ".Tensor",
        };
    }

    private static string MoveName(MinMaxStep step) => step.Inverse is null ? "MoveDiscriminator" : "Differentiate" + step.Member("Discriminator");

    private static void WriteDiscriminatorMethod(CodeWriter writer, MinMaxStep move, string which)
    {
        if (move.Inverse is not null) writer.Line($"// The gradients of {(move.IsTurned ? "the inverse D" : "D")}{(which.Length > 0 ? $" where {move.LazyNames} {(move.LazyNames.Contains(" and ") ? "look" : "looks")}" : move.Declaration.Regularizers.Count > move.Regularizers.Count ? " in the calls in between" : "")}.");
        else writer.Line(which.Length == 0 ? "// D's move in the calls in between." : $"// D's move where {move.LazyNames} {(move.LazyNames.Contains(" and ") ? "look" : "looks")}.");
        var parameters = TensorsOf(move).Select(name => "global::TorchSharp.torch.Tensor " + name).Concat(Count(move).Select(name => "int " + name));
        using (writer.Open($"private void {MoveName(move)}{which}({string.Join(", ", parameters)})")) WriteDiscriminatorMove(writer, move, "");
        writer.Line();
    }

    private static IEnumerable<string> TensorsOf(MinMaxStep move)
    {
        yield return "reals";
        yield return "fakes";
        if (move.HasLabels) yield return "oneHot";
        if (move.Interpolates) yield return "interpolation";
        if (move.Perturbs) yield return "perturbation";
        if (move.Codes.Count > 0 || move.Discriminator.Source is not null) yield return move.Given;
    }

    private static IEnumerable<string> Count(MinMaxStep move) => move.JoinsRealsAndFakes ? ["count"] : [];

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

    private static void WriteFakes(CodeWriter writer, MinMaxStep step)
    {
        if (step.FreshNoise)
        {
            writer.Line("// D ascends. Its fakes are data: G's parameters are constants here, so nothing is recorded for them.");
            if (step.Augments)
            {
                writer.Line($"using var unseen = {Pass(step, "Generator", "latents.Tensor", "TrainFrozen")};");
                writer.Line($"var fakes = {Seen("unseen", MinMaxStep.OfFakes)};");
            }
            else
            {
                writer.Line($"var fakes = {Pass(step, "Generator", "latents.Tensor", "TrainFrozen")};");
            }
        }
        else
        {
            writer.Line("// D ascends. G's move will go back through the same fakes, so their history is kept; for D they are data.");
            writer.Line($"var kept = {Pass(step, "Generator", step.Given + ".Tensor", step.DiscriminatorSteps == 1 ? "Train" : "generatorMoves ? Train : TrainFrozen")};");
            writer.Line($"{(step.Augments ? "using var unseen" : "var fakes")} = kept.detach();");
            if (step.Augments) writer.Line($"var fakes = {Seen("unseen", MinMaxStep.OfFakes)};");
        }

    }

    /// <param name="writer">Where it is written.</param>
    /// <param name="step">What D minimises in it.</param>
    /// <param name="tensor">What stands behind the names of what is given: nothing where they are tensors.</param>
    private static void WriteDiscriminatorMove(CodeWriter writer, MinMaxStep step, string tensor)
    {
        if (tensor.Length > 0 && !step.Interpolates && !step.Perturbs) writer.Line();
        WritePenalizedSamples(writer, step, tensor);
        TorchTermWriter.WriteCodes(writer, step, "latents" + tensor);
        if (step.Codes.Count > 0) writer.Line();
        if (step.JoinsRealsAndFakes) WriteJointPass(writer, step, tensor);
        else WriteSeparatePasses(writer, step, tensor);

        WritePassOf(writer, step, PenaltySite.Interpolates, tensor);
        WritePassOf(writer, step, PenaltySite.Perturbed, tensor);
        writer.Line(step.JoinsRealsAndFakes
            ? $"var (onReals, onFakes) = SplitLogits(logits, count{PairArgument(step)});"
            : $"var (onReals, onFakes) = DetachLogits(realLogits, fakeLogits{PairArgument(step)});");
        WriteAdaptation(writer, step);
        var (seedOnReals, seedOnFakes) = TorchSeedWriter.WriteOfDiscriminator(writer, step);
        writer.Line($"{step.Member("Discriminator")}.ZeroGradients();");
        WriteBackward(writer, step, seedOnReals, seedOnFakes);

        // Of two judges, both move at once, by their caller.
        if (step.Inverse is null) writer.Line("discriminatorOptimizer.Step();");
    }

    /// <summary>The samples that only a penalty looks at, made of reals and <c>fakes</c>.</summary>
    public static void WritePenalizedSamples(CodeWriter writer, MinMaxStep step, string tensor)
    {
        var reals = RealsOf(step, tensor);
        if (step.Interpolates) writer.Line($"var mixed = Interpolate({reals}, fakes, interpolation{tensor});");
        if (step.PenaltyAt(PenaltySite.Perturbed) is { } near) writer.Line($"var perturbed = Perturb({reals}, perturbation{tensor}, std: {Numbers.Literal(near.Std)});");
        if (step.Interpolates || step.Perturbs) writer.Line();
    }

    /// <summary>Moves the probability of changes, where it follows D, behind D's pass over reals.</summary>
    public static void WriteAdaptation(CodeWriter writer, MinMaxStep step)
    {
        if (step.Adaptation is not null) writer.Line("Adapt(onReals, onFakes); // p follows how many reals D calls real");
    }

    private static void WriteJointPass(CodeWriter writer, MinMaxStep step, string tensor)
    {
        writer.Line("// Reals and fakes share one pass: no layer of D couples samples.");
        writer.Line($"var joint = Join({RealsOf(step, tensor)}, fakes);");
        if (step.HasLabels) writer.Line("using var jointLabels = Twice(oneHot);");
        if (step.Discriminator.Source is not null) writer.Line($"using var jointSources = Twice(sources{tensor});");
        writer.Line($"var {TorchTermWriter.Outputs(step)} = {PassWithHeads(step, "joint", "Train", step.Discriminator.Source is null ? "jointLabels" : "jointSources")};");
        writer.Line("joint.Dispose();").Line();
    }

    private static void WriteSeparatePasses(CodeWriter writer, MinMaxStep step, string tensor)
    {
        writer.Line($"// R{step.JoinReason.Substring(1)}.");
        WritePass(writer, step, PenaltySite.Reals, RealsOf(step, tensor), tensor);
        WritePass(writer, step, PenaltySite.Fakes, "fakes", tensor);
        writer.Line("fakes.Dispose();").Line();
    }

    /// <summary>D's pass over samples of its batch, with their gradient where something looks at it.</summary>
    private static void WritePass(CodeWriter writer, MinMaxStep step, PenaltySite site, string samples, string tensor)
    {
        var condition = step.Discriminator.Label is not null ? "oneHot" : step.Discriminator.Source is not null ? "sources" + tensor : null;
        var prefix = site.Prefix();
        if (step.PenaltyAt(site) is not { } penalty)
        {
            writer.Line($"var {TorchTermWriter.Outputs(step, prefix)} = {PassWithHeads(step, samples, "Train", condition)};");
            return;
        }

        writer.Line($"// {penalty.Description}: q = ‖∇ₓ ℓ‖² of each {site.Sample()}, through which D's parameters get gradients.");
        writer.Line(step.Inverse is not null || (step.Discriminator.Heads.Count > 0 && site is PenaltySite.Reals or PenaltySite.Fakes)
            ? $"var ({TorchTermWriter.Outputs(step, prefix)}, {prefix}Squares) = ApplyWithGradient({samples}, points => {PassWithHeads(step, "points", "Train", condition)}, {(step.Discriminator.Heads.Count > 0 ? "outputs => outputs.Logits" : "logits => logits")});"
            : $"var ({prefix}Logits, {prefix}Squares) = ApplyWithGradient({samples}{(condition is null ? "" : ", " + condition)});");
    }

    /// <summary>D's pass over samples that only a penalty looks at, if one does.</summary>
    private static void WritePassOf(CodeWriter writer, MinMaxStep step, PenaltySite site, string tensor)
    {
        if (step.PenaltyAt(site) is null) return;
        WritePass(writer, step, site, site.Prefix(), tensor);
        writer.Line($"{site.Prefix()}.Dispose();");
        writer.Line($"{site.Prefix()}Logits.Dispose();").Line();
    }

    // One backward pass from all that D minimises: what the terms share is gone through once.
    private static void WriteBackward(CodeWriter writer, MinMaxStep step, string onReals, string onFakes)
    {
        TorchTermWriter.WriteHalves(writer, step);
        if (!step.GradientRegularizers.Any() && !step.Terms.Any(term => term.InDiscriminator))
        {
            writer.Line(step.JoinsRealsAndFakes
                ? $"Backward(logits, JoinSeeds({onReals}, {onFakes}));"
                : $"Backward(realLogits, {onReals}, fakeLogits, {onFakes});");
            return;
        }

        var ends = step.JoinsRealsAndFakes
            ? new List<string> { $"(logits, JoinSeeds({onReals}, {onFakes}))" }
            : [$"(realLogits, {onReals})", $"(fakeLogits, {onFakes})"];
        ends.AddRange(TorchTermWriter.DiscriminatorEnds(step));
        ends.AddRange(step.GradientRegularizers.Select(gradient =>
            $"({gradient.At.Prefix()}Squares, {gradient.Name}Seed(DetachSquares({Numbers.Plain(step.NumberOf(gradient))}, {gradient.At.Prefix()}Squares{PairArgument(step)})))"));
        WriteEnds(writer, !step.GradientRegularizers.Any() ? "Backward(" : step.Inverse is null ? "BackwardToParameters(" : $"BackwardToParameters({step.Member("Discriminator")},", ends);
    }

    public static void WriteEnds(CodeWriter writer, string call, IEnumerable<string> ends)
    {
        writer.Line(call);
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
        if (step.FreshNoise) writer.Line($"var samples = {Pass(step, "Generator", "generatorLatents.Tensor", "Train")};");
        var samples = step.FreshNoise ? "samples" : "kept";
        if (step.Objective.Against != Opponent.None) writer.Line($"var againstReals = DetachOpponents({Pass(step, "Discriminator", RealsOf(step, ".Tensor"), "TrainFrozen")});");
        var declares = step.JoinsRealsAndFakes && step.PenaltyInterval == 1 ? "" : "var ";
        TorchTermWriter.WriteGeneratorCodes(writer, step);
        if (step.Augments) writer.Line($"using var seen = {Seen(samples, MinMaxStep.OfGenerator)};");
        writer.Line($"{declares}{TorchTermWriter.Outputs(step)} = {PassWithHeads(step, step.Augments ? "seen" : samples, "TrainFrozen")};");
        // Backward begins at samples, too, where a term looks at them.
        if (step.Terms.All(term => term.Head is not null)) writer.Line($"{samples}.Dispose();");
        writer.Line();
        writer.Line("Generator.ZeroGradients();");
        TorchTermWriter.WriteUnused(writer, step);
        var seed = TorchSeedWriter.OfGenerator(step, "logits");
        if (step.Terms.Count == 0) writer.Line($"Backward(logits, {seed});");
        else WriteEnds(writer, "Backward(", [$"(logits, {seed})", .. TorchTermWriter.GeneratorEnds(step)]);
        writer.Line("generatorOptimizer.Step();");
        AverageText.WriteCopy(writer, step);
    }
}
