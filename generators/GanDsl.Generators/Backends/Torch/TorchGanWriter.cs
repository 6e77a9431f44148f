using GanDsl.Generators.Losses;
using GanDsl.Generators.Backends.Common;
using GanDsl.Generators.Augmentations;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Objectives;
using GanDsl.Generators.Regularizers;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>Writes a game over libtorch: <c>X.Torch</c> with its fused step.</summary>
internal static class TorchGanWriter
{
    private const string Runtime = "global::GanDsl.Torch";

    public static string Write(MinMaxStep step) => GeneratedType.Write(step.Declaration.Type, writer =>
    {
        var type = step.Declaration.Type;
        writer.Doc($"<summary>{Doc.Escape(step.Declaration.Type.Name)} on libtorch: {GameText.Of(step)}.</summary>");
        using (writer.Open($"public {type.New("Torch")}sealed class Torch : {Runtime}.{GameText.Kind(step)}TorchGan<{step.Generator.InputMarker()}, "
            + $"{step.Generator.OutputMarker()}{(step.HasLabels ? ", " + step.Generator.LabelMarker() : "")}>"))
        {
            writer.Line($"private readonly {Runtime}.FlatOptimizer generatorOptimizer;");
            writer.Line($"private readonly {Runtime}.FlatOptimizer discriminatorOptimizer;").Line();
            WriteConstructors(writer, step);

            PlayersText.WriteProperties(writer, step, PlayerType);
            TorchStepWriter.Write(writer, step);
            if (step.Augments) WriteAugmentation(writer, step);
            WriteLosses(writer, step);
            ReportText.Write(writer, step.Objective);
            WritePenalties(writer, step);
            TorchAuxiliaryLossWriter.WriteMembers(writer, step);
        }
    });

    private static void WriteConstructors(CodeWriter writer, MinMaxStep step)
    {
        // In the order in which they are drawn.
        var networks =
            PlayersText.Networks(step).Select(network => (Type: PlayerType(network.Network), network.Member, Variable: Variable(network.Member))).ToList();
        writer.Doc($"""
            <summary>Starts a game: draws G's parameters, then D's.</summary>
            <param name="seed">Equal seeds give equal games on a device.</param>
            <param name="device">Where the game runs: by default CUDA where there is one, else the CPU.</param>
            <exception cref="{Runtime}.TorchLibraryException">libtorch cannot be loaded.</exception>
            """);
        writer.Line("public Torch(long seed, global::TorchSharp.torch.Device? device = null)");
        using (writer.Indent()) writer.Line($": this(new {Runtime}.TorchRandom(seed, device))");
        writer.Line("{").Line("}").Line();

        writer.Line($"private Torch({Runtime}.TorchRandom random)");
        using (writer.Indent()) writer.Line($": this(random, {string.Join(", ", networks.Select(network => $"new {network.Type}(random)"))})");
        writer.Line("{").Line("}").Line();

        var parameters = string.Join(", ", networks.Select(network => $"{network.Type} {network.Variable}"));
        var isPair = step.InversePair is not null;
        if (isPair)
        {
            writer.Line($"private Torch({Runtime}.TorchRandom random, {parameters})");
            using (writer.Indent())
                writer.Line($": this(random, {string.Join(", ", networks.Select(network => network.Variable))}, new {Runtime}.TorchPair(random, generator, "
                    + $"inverseGenerator), new {Runtime}.TorchPair(random, discriminator, inverseDiscriminator))");
            writer.Line("{").Line("}").Line();
            parameters += $", {Runtime}.TorchPair generators, {Runtime}.TorchPair discriminators";
        }

        var (generator, discriminator) = isPair ? ("generators", "discriminators") : ("generator", "discriminator");
        writer.Line($"private Torch({Runtime}.TorchRandom random, {parameters})");
        using (writer.Indent()) writer.Line($": base(random, {generator}, {discriminator}, discriminatorSteps: {Numbers.Plain(step.DiscriminatorSteps)})");
        writer.Line("{");
        using (writer.Indent())
        {
            foreach (var network in networks) writer.Line($"{network.Member} = {network.Variable};");
            if (step.GeneratorUpdate.Average is { } average)
            {
                foreach (var pair in step.Pairs) writer.Line($"{AverageText.Member(pair)} = new {PlayerType(pair.Generator)}(seed: 0, random.Device);");
                if (isPair) writer.Line($"var averages = new {Runtime}.TorchPair(random, {string.Join(", ", step.Pairs.Select(AverageText.Member))});");
                writer.Line($"var averaging = {AverageText.Averaging(average)};");
                writer.Line($"UseAverage({(isPair ? "averages" : AverageText.Member(step))}, averaging);");
            }

            WriteOptimizer(writer, "generator", generator, step);
            WriteOptimizer(writer, "discriminator", discriminator, step);
            writer.Line("UseOptimizers(generatorOptimizer, discriminatorOptimizer);");
            if (step.LogitPenalty is not null) writer.Line("UseRunningMeans();");
            if (step.Adaptation is { } ada) WriteAdaptation(writer, step, ada);
        }

        writer.Line("}").Line();
    }

    private static void WriteAdaptation(CodeWriter writer, MinMaxStep step, Ada ada)
    {
        var changes = TorchFormulaText.Script("changes", ada.Changes(step.Discriminator.Input), ("draws", true), ("remembered", false));
        var follow = TorchFormulaText.Script("follow", ada.Follow(step.Patches), ("remembered", false), ("called", false), ("reals", false));
        writer.Line("UseAdaptation(");
        using (writer.Indent()) writer.Line($"initial: {Numbers.Literal(ada.Initial)},").Line($"\"\"\"\n{changes}\n\n{follow}\n\"\"\");");
    }

    // The runtime's functions dispose their input.
    private static void WriteAugmentation(CodeWriter writer, MinMaxStep step)
    {
        writer.Line("// Samples as D sees them: (N, …) → (N, …). The input is not disposed.");
        using (writer.Open("private global::TorchSharp.torch.Tensor Augment(global::TorchSharp.torch.Tensor samples, global::TorchSharp.torch.Tensor draws)"))
        {
            if (step.Adaptation is not null) writer.Line("using var changes = Changes(draws); // the change of each picture, with probability p");
            writer.Line("var pictures = samples.alias();");
            foreach (var augmentation in step.Augmentations) writer.Line($"pictures = {TorchAugmentationText.Of(augmentation)}; // {augmentation.Description}");
            writer.Line("return pictures;");
        }

        writer.Line();
    }

    private static void WriteLosses(CodeWriter writer, MinMaxStep step)
    {
        foreach (var pair in step.Pairs.Where(pair => !pair.IsInverse || TorchSeeds.Prefix(pair).Length > 0)) WriteSeeds(writer, pair);
        WriteLoss(writer, "LossOnReal", step.Objective.OnReals);
        WriteLoss(writer, "LossOnFake", step.Objective.OnFakes);
        WriteLoss(writer, "LossOfGenerator", step.Objective.Generator);
        WriteLoss(writer, "ValueOnReal", step.Objective.ValueOnReals);
        WriteLoss(writer, "ValueOnFake", step.Objective.ValueOnFakes);
        if (step.Objective.RelativisticMode == RelativisticMode.None) return;
        WriteLoss(writer, "LossOfGeneratorOnReal", step.Objective.GeneratorOnReals);
        writer.Doc("<inheritdoc/>");
        writer.Line($"protected override {Runtime}.RelativisticMode RelativisticMode => {Runtime}.RelativisticMode.{step.Objective.RelativisticMode};").Line();
    }

    private static void WriteSeeds(CodeWriter writer, MinMaxStep pair)
    {
        var prefix = TorchSeeds.Prefix(pair);
        WriteSeed(writer, pair, prefix + "OnReals", "D's loss on reals", pair.Objective.OnReals);
        WriteSeed(writer, pair, prefix + "OnFakes", "D's loss on fakes", pair.Objective.OnFakes);
        if (!pair.IsSimultaneous || SeedRatio.Of(pair.Objective) is not Scalar.Constant)
            WriteSeed(writer, pair, prefix + "OfGenerator", "G's loss", pair.Objective.Generator);
        if (pair.Objective.RelativisticMode != RelativisticMode.None)
            WriteSeed(writer, pair, prefix + "OfGeneratorOnReals", "G's loss on reals", pair.Objective.GeneratorOnReals);
    }

    private static void WriteSeed(CodeWriter writer, MinMaxStep step, string name, string what, Loss loss, string variable = "logits", string symbol = "ℓ")
    {
        writer.Line($"// dL/dℓ of {what}, the mean of {ScalarText.Math(loss.Value, symbol)}: {ScalarText.Math(loss.Slope, symbol)} "
            + $"over {(step.Patches * step.PairCount == 1 ? "" : Numbers.Plain(step.Patches * step.PairCount) + "·")}N.");
        writer.Line($"private global::TorchSharp.torch.Tensor {name}(global::TorchSharp.torch.Tensor {variable}) "
            + $"=> {new TorchScalarText(variable).Mean(loss.Slope, step.Patches * step.PairCount)};").Line();
    }

    private static void WritePenalties(CodeWriter writer, MinMaxStep step)
    {
        foreach (var penalty in step.GradientRegularizers)
        {
            writer.Line($"// dL/dq of {penalty.Name} on each {penalty.At.Sample()}, "
                + $"the mean of {ScalarText.Math(penalty.Penalty, "q")}{(penalty.Every == 1 ? "" : $", {Numbers.Plain(penalty.Every)} times as strong")}: "
                + $"{ScalarText.Math(penalty.SlopeInMove, "q")} over {(step.PairCount == 1 ? "" : "2·")}N.");
            writer.Line($"private global::TorchSharp.torch.Tensor {penalty.Name}Seed(global::TorchSharp.torch.Tensor squares) "
                + $"=> {new TorchScalarText("squares").Mean(penalty.SlopeInMove, step.PairCount)};").Line();
        }

        if (step.LogitPenalty is { } onLogits)
        {
            WriteSeed(writer, step, $"{onLogits.Name}OnReals", $"{onLogits.Name} on reals", onLogits.OnReals, "margins", "m");
            WriteSeed(writer, step, $"{onLogits.Name}OnFakes", $"{onLogits.Name} on fakes", onLogits.OnFakes, "margins", "m");
        }

        if (step.Regularizers.Count == 0) return;
        writer.Doc("<inheritdoc/>");
        writer.Line("protected override global::System.Collections.Generic.IReadOnlyList<global::GanDsl.PenaltyValue> Penalties() =>");
        writer.Line("[");
        using (writer.Indent())
        {
            foreach (var penalty in step.Regularizers)
            {
                writer.Line($"new(\"{penalty.Name}\", {Mean(penalty)}{(penalty.Every == 1 ? "" : $", Every: {Numbers.Plain(penalty.Every)}")}),");
            }
        }

        writer.Line("];").Line();

        string Mean(Regularizer regularizer) => regularizer switch
        {
            GradientRegularizer of => $"MeanOverSquares({Numbers.Plain(step.NumberOf(of))}, square => {ScalarText.CSharp(of.Penalty, "square")})",
            LogitRegularizer of => $"MeanOverMargins({Numbers.Plain(step.NumberOf(of))}, margin => {ScalarText.CSharp(of.OnReals, "margin")}, "
                + $"margin => {ScalarText.CSharp(of.OnFakes, "margin")})",
            _ => throw new InvalidOperationException($"No mean is written for {regularizer.Name}."),
        };
    }

    private static void WriteLoss(CodeWriter writer, string name, Scalar loss)
    {
        writer.Doc("<inheritdoc/>");
        writer.Line($"protected override double {name}(double logit) => {ScalarText.CSharp(loss)};").Line();
    }

    private static void WriteOptimizer(CodeWriter writer, string player, string network, MinMaxStep step)
    {
        var update = player == "generator" ? step.GeneratorUpdate : step.DiscriminatorUpdate;
        var numbers = TorchUpdateText.NumbersOf(update);
        writer.Line($"{player}Optimizer = new(");
        using (writer.Indent())
        {
            writer.Line($"{network},");
            writer.Line($"\"\"\"\n{TorchUpdateText.Script(update)}\n\"\"\",");
            writer.Line($"slots: [{string.Join(", ", update.Optimizer.Slots.Select(slot => $"\"{slot}\""))}],");
            writer.Line($"counts: {Numbers.Literal(TorchFusedKernel.Counts(update.Optimizer))},");
            writer.Line($"{update.LearningRate},");
            writer.Line($"numbers: {Numbers.Plain(numbers.Count)},");
            writer.Line($"{StepNumberText.Of(numbers)}{(update.Average is null ? ");" : ",")}");
            if (update.Average is not null) writer.Line($"{(step.InversePair is null ? AverageText.Member(step) : "averages")},").Line("averaging);");
        }
    }

    private static string Variable(string member) => char.ToLowerInvariant(member[0]) + member.Substring(1);

    private static string PlayerType(Network network) => network.Type.QualifiedName + ".Torch";
}
