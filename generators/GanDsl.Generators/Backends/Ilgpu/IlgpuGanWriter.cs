using GanDsl.Generators.Backends.Common;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Optimizers;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Programs;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Steps.Plan;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <summary>Writes a game over our own kernels: <c>X.Ilgpu</c>, whose step is a list of launches.</summary>
internal static class IlgpuGanWriter
{
    private const string Runtime = IlgpuNetworkWriter.Runtime;

    /// <summary>The step as operations, before they are placed.</summary>
    public static Program Lower(MinMaxStep step) => Fuse.Run(TransposeWeights.Run(Simplify.Run(StepProgram.Build(step))));

    public static string Write(MinMaxStep step)
    {
        var plan = MemoryPlan.Of(Lower(step));
        var (strategies, fields) = (new Strategies(), new KernelFields());
        var addresses = new Addresses(plan, "At", InGame: true);
        var launches = new Launches(strategies, fields, addresses);
        return GeneratedType.Write(step.Declaration.Type, writer => Write(writer, step, strategies, fields, addresses, launches), IlgpuNetworkWriter.Using);
    }

    private static void Write(CodeWriter writer, MinMaxStep step, Strategies strategies, KernelFields fields, Addresses addresses, Launches launches)
    {
        // The launches are written first: they determine the kernels and structs.
        var play = Play(step, addresses, launches);
        var type = step.Declaration.Type;
        writer.Doc($"""
            <summary>{Doc.Escape(type.Name)} on our own kernels: {GameText.Of(step)}.</summary>
            <remarks>A step is {Numbers.Plain(launches.Count)} launches, not counting those that draw noise. Its workspace is {Numbers.Grouped(4 * addresses.Plan.LengthPerSample)} bytes for each sample of a batch plus {Numbers.Grouped(4 * addresses.Plan.FixedLength)} bytes.</remarks>
            """);
        using (writer.Open($"public {type.New("Ilgpu")}sealed class Ilgpu : {Runtime}.{GameText.Kind(step)}IlgpuGan<{step.Generator.InputMarker()}, "
            + $"{step.Generator.OutputMarker()}{(step.HasLabels ? ", " + step.Generator.LabelMarker() : "")}>"))
        {
            writer.Doc($"<summary>How many launches a step is{(step.DiscriminatorSteps == 1 ? "" : " that updates both players")}"
                + $"{(step.PenaltyInterval == 1 ? "" : $" in which {step.LazyNames} {(step.LazyNames.Contains(" and ") ? "are" : "is")} due")}, "
                + "not counting those that draw noise.</summary>");
            writer.Line($"public const int LaunchesOfAStep = {Numbers.Plain(launches.Count)};").Line();
            fields.WriteFields(writer);
            writer.Line($"private readonly {Runtime}.FlatOptimizer generatorOptimizer;");
            writer.Line($"private readonly {Runtime}.FlatOptimizer discriminatorOptimizer;").Line();
            WriteConstructors(writer, step, fields, strategies);
            WritePlayers(writer, step);
            WriteSteps(writer, step);
            writer.Line(play);
            addresses.Write(writer);
            strategies.Write(writer);
        }
    }

    private static string Play(MinMaxStep step, Addresses addresses, Launches launches)
    {
        var writer = new CodeWriter();
        writer.Doc("<inheritdoc/>");
        using (writer.Open("protected override void RunStep(int n, bool generatorMoves)"))
        {
            IlgpuNetworkWriter.WriteBases(writer, addresses);
            var update = new List<Node>();
            var branches = new Branches(writer, launches);
            foreach (var node in addresses.Plan.Program.Nodes)
            {
                if (node.Operation is Operation.Branch branch)
                {
                    update = branches.Begin(branch, update);
                    continue;
                }

                if (node.Operation is Operation.EndOfBranches)
                {
                    update = branches.End();
                    if (step.DiscriminatorSteps > 1) writer.Line().Line("if (!generatorMoves) return;");
                    continue;
                }

                launches.Write(writer, node);
                update.Add(node);
                if (node.Operation is not Operation.Update(var network)) continue;

                launches.CountOne();
                var (generator, discriminator) = (Batches(update, 0), Batches(update, 1));
                if (generator + discriminator > 0)
                    writer.Line().Line($"CountBatches(generator: {Numbers.Plain(generator)}, discriminator: {Numbers.Plain(discriminator)});");
                update.Clear();
                writer.Line().Line(network == 1 ? "// D ascends." : "// G descends.")
                    .Line($"{(network == 1 ? "discriminator" : "generator")}Optimizer.Step();");
                if ((network == 1 ? step.DiscriminatorUpdate : step.GeneratorUpdate).Clip is not null) launches.CountOne(2);
                if (network == 0) AverageText.WriteCopy(writer, step);
                if (network == 0 && AverageText.Copies(step)) launches.CountOne();
                if (network == 1 && step.DiscriminatorSteps > 1 && step.PenaltyInterval == 1) writer.Line("if (!generatorMoves) return;");
            }
        }

        return writer.ToString();
    }

    private static void WriteConstructors(CodeWriter writer, MinMaxStep step, KernelFields fields, Strategies strategies)
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
            writer.Line("device = Memory.Device;");
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

            WriteOptimizer(writer, "Generator", step.GeneratorUpdate, strategies);
            WriteOptimizer(writer, "Discriminator", step.DiscriminatorUpdate, strategies);
            writer.Line("UseOptimizers(generatorOptimizer, discriminatorOptimizer);");
            if (step.LogitPenalty is not null) writer.Line("UseRunningMeans();");
            if (step.Adaptation is { } ada) writer.Line($"UseAdaptation(initial: {Numbers.Literal(ada.Initial)});");
            fields.WriteLoads(writer);
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
        writer.Doc("<inheritdoc/>");
        writer.Line($"protected override {Runtime}.StepWorkspace Workspace => new(");
        using (writer.Indent())
        {
            writer.Line("FixedLength: At.FixedLength,");
            writer.Line("LengthPerSample: At.LengthPerSample,");
            writer.Line("LargestPerSample: At.LargestPerSample,");
            writer.Line("Reals: At.Reals,");
            writer.Line($"Latents: At.{Names.Pascal(step.GeneratorInput)},");
            writer.Line($"GeneratorLatents: {(step.FreshNoise ? "At.GeneratorLatents" : "null")},");
            writer.Line($"Interpolation: {(step.Interpolates ? "At.Interpolation" : "null")},");
            writer.Line($"Perturbation: {(step.Perturbs ? "At.Perturbation" : "null")},");
            var ofGenerator = step.IsSimultaneous ? "null" : "At.GeneratorAugmentation";
            writer.Line($"LeastBatch: {Numbers.Plain(step.Pairs.Max(pair => Math.Max(pair.Generator.LeastBatch, pair.Discriminator.LeastBatch)))}"
                + (step.HasLabels ? ",\nLabels: At.Labels" : "")
                + (step.Augments ? $",\nAugmentation: new(At.RealAugmentation, At.FakeAugmentation, {ofGenerator})" : "")
                + ");");
        }

        writer.Line();
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

    private static void WriteOptimizer(CodeWriter writer, string player, PlayerUpdate update, Strategies strategies)
    {
        var kernel = strategies.Update(update.Optimizer.Name, $"{update.Optimizer.Name}: {UpdateText.Mathematics(update)}", UpdateText.Of(update));
        writer.Line($"{char.ToLowerInvariant(player[0])}{player.Substring(1)}Optimizer = new(");
        using (writer.Indent())
        {
            writer.Line($"{player}Range,");
            writer.Line($"device.Load<{Strategies.Kernels}::UpdateArguments>({Strategies.Kernels}::UpdateKernels.Update<{kernel}>),");
            writer.Line($"slots: [{string.Join(", ", update.Optimizer.Slots.Select(slot => $"\"{slot}\""))}],");
            writer.Line($"{update.LearningRate},");
            writer.Line($"{StepNumberText.Of(update.Optimizer.StepNumbers)}{(update.Clip is null && update.Average is null ? ");" : ",")}");
            if (update.Clip is { } clip)
            {
                var factor = strategies.Epilogue("clip", ScalarText.Math(clip.Factor), ScalarText.Kernel(clip.Factor, _ => "sum"));
                writer.Line($"clip: device.Load<{Strategies.Kernels}::SliceArguments>({Strategies.Kernels}::SliceKernels.Sum<{Strategies.Kernels}::OneNumber, "
                    + $"{factor}>){(update.Average is null ? ");" : ",")}");
            }

            if (update.Average is not null) writer.Line("averaging: averaging);");
        }
    }

    /// <summary>How many batches a player's statistics see between two updates.</summary>
    private static int Batches(IEnumerable<Node> nodes, int player) => nodes
        .Select(node => node.Operation is Operation.Moments { RunningMean: { } mean } && NetworkNumbers.PlayerOf(mean.Network) == player ? mean : null)
        .Where(mean => mean is not null)
        .GroupBy(mean => mean)
        .Select(passes => passes.Count())
        .DefaultIfEmpty(0)
        .Max();

    private static string PlayerType(Network network) => network.Type.QualifiedName + ".Ilgpu";
}
