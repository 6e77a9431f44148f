using GanDsl.Generators.Backends.Common;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Steps.Plan;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <summary>Writes what users call of a game over our own kernels, <c>X.Ilgpu</c>. The step's launches are written by <see cref="IlgpuStepWriter"/>.</summary>
internal static class IlgpuGanWriter
{
    private const string Runtime = IlgpuCode.Runtime;

    public static string Write(MinMaxStep step) => GeneratedType.Write(step.Declaration.Type, writer => Write(writer, step));

    private static void Write(CodeWriter writer, MinMaxStep step)
    {
        var type = step.Declaration.Type;
        writer.Doc($"<summary>{Doc.Escape(type.Name)} on our own kernels: {GameText.Of(step)}.</summary>");
        using (writer.Open($"public {type.New("Ilgpu")}sealed partial class Ilgpu : {Runtime}.{GameText.Kind(step)}IlgpuGan<{step.Generator.InputMarker()}, "
            + $"{step.Generator.OutputMarker()}{(step.HasLabels ? ", " + step.Generator.LabelMarker() : "")}>"))
        {
            WriteConstructors(writer, step);
            WritePlayers(writer, step);
            WriteSteps(writer, step);
            WriteParts(writer, step);
        }
    }

    // Bodies that an editor need not wait for.
    private static void WriteParts(CodeWriter writer, MinMaxStep step)
    {
        writer.Doc("<inheritdoc/>");
        using (writer.Open($"protected override {Runtime}.StepWorkspace Workspace"))
        using (writer.Open("get"))
        {
            writer.Line($"{Runtime}.StepWorkspace workspace = default;");
            writer.Line("PlaceStep(ref workspace);");
            writer.Line("return workspace;");
        }

        writer.Line();
        writer.Doc("<inheritdoc/>");
        writer.Line($"protected override void RunStep({IlgpuCode.Launcher} run, long n, bool generatorMoves) => LaunchStep(run, n, generatorMoves);").Line();
        writer.Line($"partial void CreateOptimizers({IlgpuStepWriter.OptimizerParameters(step)});").Line();
        writer.Line($"partial void PlaceStep(ref {Runtime}.StepWorkspace workspace);").Line();
        writer.Line($"partial void LaunchStep({IlgpuCode.Launcher} run, long n, bool generatorMoves);");
    }

    private static void WriteConstructors(CodeWriter writer, MinMaxStep step)
    {
        var (generators, discriminators) =
            (step.Pairs.Select(pair => PlayerType(pair.Generator)).ToList(), step.Pairs.Select(pair => PlayerType(pair.Discriminator)).ToList());
        var layout = $"new(generator: {Sum(generators, "ParametersLength")}, generatorStatistics: {Sum(generators, "StatisticsLength")}, "
            + $"generatorSlots: {Numbers.Plain(step.GeneratorUpdate.Slots.Count)}, "
            + $"discriminator: {Sum(discriminators, "ParametersLength")}, discriminatorStatistics: {Sum(discriminators, "StatisticsLength")}, "
            + $"discriminatorSlots: {Numbers.Plain(step.DiscriminatorUpdate.Slots.Count)}{(step.GeneratorUpdate.Average is null ? "" : ", averages: true")})";
        writer.Doc($"""
            <summary>Starts a game: draws G's parameters, then D's.</summary>
            <param name="seed">Equal seeds give equal games on a device.</param>
            <param name="device">Where the game runs; by default CUDA where there is one, else OpenCL, else the CPU.</param>
            <exception cref="{Runtime}.DeviceException">There is no such device, or not enough memory on it.</exception>
            """);
        writer.Line($"public Ilgpu(long seed, {Runtime}.ComputeDevice? device = null)");
        using (writer.Indent()) writer.Line($": base(seed, device, {layout}, discriminatorSteps: {Numbers.Plain(step.DiscriminatorSteps)})");
        writer.Line("{");
        using (writer.Indent())
        {
            foreach (var (network, member) in PlayersText.Networks(step))
            {
                var player = network.Declaration.Role.ToString();
                writer.Line($"{member} = new {PlayerType(network)}("
                    + $"{(member == player ? $"{player}Memory" : Behind($"{player}Memory", (player == "Generator" ? generators : discriminators)[0]))}, "
                    + "Random);");
            }

            writer.Line(step.InversePair is null
                ? "UsePlayers(Generator, Discriminator);"
                : $"UsePlayers({Pair("GeneratorMemory", "Generator", "InverseGenerator", generators[0])}, "
                    + $"{Pair("DiscriminatorMemory", "Discriminator", "InverseDiscriminator", discriminators[0])});");
            if (step.GeneratorUpdate.Average is { } average)
            {
                foreach (var pair in step.Pairs)
                    writer.Line($"{AverageText.Member(pair)} = new {PlayerType(pair.Generator)}("
                        + $"{(pair.IsInverse ? Behind("AverageMemory", generators[0]) : "AverageMemory")}, new {Runtime}.IlgpuRandom(seed: 0));");
                writer.Line($"var averaging = {AverageText.Averaging(average)};");
                var averages = step.InversePair is null
                    ? AverageText.Member(step)
                    : Pair("AverageMemory", AverageText.Member(step), AverageText.Member(step.Inverse), generators[0]);
                writer.Line($"UseAverage({averages}, averaging);");
            }

            writer.Line($"CreateOptimizers({(step.GeneratorUpdate.Average is null ? "" : "averaging")});");
            if (step.LogitPenalty is not null) writer.Line("UseRunningMeans();");
            if (step.Adaptation is { } ada) writer.Line($"UseAdaptation(initial: {Numbers.Literal(ada.Initial)});");
            writer.Line("LoadKernels();");
        }

        writer.Line("}").Line();
        if (step.InversePair is null) return;
        writer.Line("// A player of two networks stores the second behind the first.");
        foreach (var (player, first) in new[] { ("Generator", generators[0]), ("Discriminator", discriminators[0]) })
        {
            writer.Line($"private long Inverse{player}Parameters => {player}Parameters + {first}.ParametersLength;").Line();
            writer.Line($"private long Inverse{player}Gradients => {player}Gradients + {first}.ParametersLength;").Line();
            writer.Line($"private long Inverse{player}Statistics => {player}Statistics + {first}.StatisticsLength;").Line();
        }

        static string Sum(List<string> types, string length) => string.Join(" + ", types.Select(type => $"{type}.{length}"));

        static string Behind(string memory, string first) => $"{memory}.Behind({first}.ParametersLength, {first}.StatisticsLength)";

        static string Pair(string memory, string forward, string inverse, string first) =>
            $"new {Runtime}.IlgpuPair({memory}, Random, {forward}, {inverse}, {first}.ParametersLength)";
    }

    private static void WritePlayers(CodeWriter writer, MinMaxStep step)
    {
        PlayersText.WriteProperties(writer, step, PlayerType);
        writer.Doc("<inheritdoc/>");
        writer.Line($"protected override {Runtime}.Batch<{step.Generator.OutputMarker()}> ForwardGenerator({Runtime}.Batch<{step.Generator.InputMarker()}> "
            + $"latents{(step.HasLabels ? $", global::GanDsl.Labels<{step.Generator.LabelMarker()}> labels" : "")}) "
            + $"=> {(step.GeneratorUpdate.Average is null ? "" : "Average")}Generator.Forward(latents{(step.HasLabels ? ", labels" : "")});").Line();
        if (step.Regularizers.Count > 0)
        {
            writer.Doc("<inheritdoc/>");
            writer.Line("protected override global::System.Collections.Generic.IReadOnlyList<(string Name, int Every)> Regularizers => "
                + $"[{string.Join(", ", step.Regularizers.Select(regularizer => $"(\"{regularizer.Name}\", {Numbers.Plain(regularizer.Every)})"))}];").Line();
            if (step.PenaltyInterval > 1)
                writer.Doc("<inheritdoc/>").Line($"protected override int PenaltyInterval => {Numbers.Plain(step.PenaltyInterval)};").Line();
        }
        ReportText.Write(writer, step.Objective);
        AuxiliaryLossesText.Write(writer, step);
    }

    private static void WriteSteps(CodeWriter writer, MinMaxStep step)
    {
        var draws = StepPlanner.Of(step).Draws.ToList();
        var given = Parameters(draws.Where(DrawText.IsInput), ", ");
        var oneHot = step.HasLabels ? ", oneHot: OneHot(reals.Count, labels)" : "";
        StepDocs.Write(writer, step, "only activations that backward reads are stored; the kernel of a layer's sums adds its bias and activation;");
        if (draws.All(DrawText.IsInput))
        {
            // Nothing is drawn, so the two overloads are the same step.
            writer.Line($"public override void Step({given}) => TakeStep(reals, sources);").Line();
            return;
        }

        writer.Line($"public override void Step({given}) => {(step.IsPaired ? "TakePairs(reals, sources)" : $"TakeStep(reals{oneHot})")};").Line();
        StepDocs.WriteCallersLatents(writer, step);
        writer.Line("public void Step(");
        var latents = step.FreshNoise ? ", generatorLatents" : step.Interpolates ? ", generatorLatents: null" : "";
        var shares = (step.Interpolates ? ", interpolation: interpolation" : "") + (step.Perturbs ? ", perturbation: perturbation" : "");
        var augmentation = step.Augments ? $", augmentation: new({string.Join(", ", step.Augmented)})" : "";
        using (writer.Indent())
        {
            writer.Line($"{Parameters(draws, ",\n")}) =>");
            writer.Line($"TakeStep(reals, {step.GeneratorInput}{latents}{shares}{oneHot}{augmentation});");
        }

        writer.Line();

        string Parameters(IEnumerable<Statement.Draw> of, string separator) =>
            string.Join(separator, of.Select(draw => DrawText.Parameter(step, draw, Runtime)));
    }

    private static string PlayerType(Network network) => network.Type.QualifiedName + ".Ilgpu";
}
