using GanDsl.Generators.Backends.Common;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Optimizers;
using GanDsl.Generators.Programs;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <summary>Writes a game's step on our own kernels: its launches, the places of what it is given, and its optimisers.</summary>
internal static class IlgpuStepWriter
{
    /// <summary>The step as operations, before they are placed.</summary>
    public static Program Lower(MinMaxStep step) => Fuse.Run(TransposeWeights.Run(Simplify.Run(StepProgram.Build(step))));

    /// <summary>What the optimisers are made with, as parameters.</summary>
    public static string OptimizerParameters(MinMaxStep step) => step.GeneratorUpdate.Average is null ? "" : "global::GanDsl.Averaging averaging";

    public static IlgpuCode Write(MinMaxStep step)
    {
        var strategies = new Strategies();
        var addresses = new Addresses(MemoryPlan.Of(Lower(step)), inGame: true);
        var launches = new Launches(strategies, addresses);
        Add(step, addresses, launches);
        return IlgpuCode.Of(step.Declaration.Type, strategies, writer =>
        {
            WriteOptimizers(writer, step, strategies);
            WritePlaces(writer, step, addresses, launches.Count);
            WriteStep(writer, step, addresses, launches);
        });
    }

    private static void Add(MinMaxStep step, Addresses addresses, Launches launches)
    {
        var update = new List<Node>();
        var branches = new Branches(launches);
        foreach (var node in addresses.Plan.Program.Nodes)
        {
            switch (node.Operation)
            {
                case Operation.Branch branch:
                    update = branches.Begin(branch, update);
                    break;
                case Operation.EndOfBranches:
                    update = branches.End();
                    if (step.DiscriminatorSteps > 1) launches.Add(writer => writer.Line().Line("if (!generatorMoves) return;"));
                    break;
                default:
                    launches.Add(node);
                    update.Add(node);
                    if (node.Operation is not Operation.Update(var network)) break;
                    AddUpdate(step, launches, network == NetworkNumbers.Generator, update);
                    update.Clear();
                    break;
            }
        }
    }

    private static void AddUpdate(MinMaxStep step, Launches launches, bool ofGenerator, List<Node> nodes)
    {
        var (generator, discriminator) = (Batches(nodes, NetworkNumbers.Generator), Batches(nodes, NetworkNumbers.Discriminator));
        launches.CountOne();
        if ((ofGenerator ? step.GeneratorUpdate : step.DiscriminatorUpdate).Clip is not null) launches.CountOne(2);
        if (ofGenerator && AverageText.Copies(step)) launches.CountOne();
        launches.Add(writer =>
        {
            if (generator + discriminator > 0)
                writer.Line().Line($"CountBatches(generator: {Numbers.Plain(generator)}, discriminator: {Numbers.Plain(discriminator)});");
            writer.Line().Line(ofGenerator ? "// G descends." : "// D ascends.").Line($"Update({(ofGenerator ? "Generator" : "Discriminator")}Optimizer);");
            if (ofGenerator) AverageText.WriteCopy(writer, step);
            if (!ofGenerator && step.DiscriminatorSteps > 1 && step.PenaltyInterval == 1) writer.Line("if (!generatorMoves) return;");
            writer.Line();
        });
    }

    private static void WriteStep(CodeWriter writer, MinMaxStep step, Addresses addresses, Launches launches)
    {
        var penalties = step.PenaltyInterval == 1 ? "" : $" in which {step.LazyNames} {(step.LazyNames.Contains(" and ") ? "are" : "is")} due";
        writer.Line($"// {Numbers.Count(launches.Count, "launch", "launches")}{(step.DiscriminatorSteps == 1 ? "" : " in a call that updates both players")}"
            + $"{penalties}, not counting those that draw noise; "
            + $"{Numbers.Grouped(4 * addresses.Plan.LengthPerSample)} bytes for each sample and {Numbers.Grouped(4 * addresses.Plan.FixedLength)} more.");
        using (writer.Open($"partial void LaunchStep({IlgpuCode.Alias}::Launcher run, long n, bool generatorMoves)"))
        {
            addresses.WriteBases(writer);
            launches.WriteTo(writer);
        }
    }

    private static void WritePlaces(CodeWriter writer, MinMaxStep step, Addresses addresses, int launches)
    {
        var inputs = addresses.Plan.Program.Nodes.Where(node => node.Operation is Operation.Input)
            .ToDictionary(node => node.Outputs[0].Name, node => addresses.OffsetOf(node.Outputs[0]), StringComparer.Ordinal);
        writer.Line($"partial void PlaceStep(ref {IlgpuCode.Alias}::StepWorkspace workspace) => workspace = new(");
        using (writer.Indent())
        {
            writer.Line($"{IlgpuPassWriter.Lengths(addresses.Plan)},");
            writer.Line($"Launches: {Numbers.Plain(launches)},");
            writer.Line($"LeastBatch: {Numbers.Plain(step.Pairs.Max(pair => Math.Max(pair.Generator.LeastBatch, pair.Discriminator.LeastBatch)))},");
            writer.Line($"Reals: {inputs["reals"]}, Latents: {inputs[step.GeneratorInput]}"
                + Place("GeneratorLatents", "generatorLatents", step.FreshNoise)
                + Place("Interpolation", "interpolation", step.Interpolates)
                + Place("Perturbation", "perturbation", step.Perturbs)
                + Place("Labels", "labels", step.HasLabels)
                + (step.Augments ? $", Augmentation: new({string.Join(", ", step.Augmented.Select(name => inputs[name]))}"
                    + (step.IsSimultaneous ? ", null)" : ")") : "")
                + ");");
        }

        writer.Line();

        string Place(string name, string input, bool isThere) => isThere ? $", {name}: {inputs[input]}" : "";
    }

    private static void WriteOptimizers(CodeWriter writer, MinMaxStep step, Strategies strategies)
    {
        writer.Line($"partial void CreateOptimizers({OptimizerParameters(step)}) => UseOptimizers(");
        using (writer.Indent())
        {
            WriteOptimizer(writer, "Generator", step.GeneratorUpdate, strategies, end: ",");
            WriteOptimizer(writer, "Discriminator", step.DiscriminatorUpdate, strategies, end: ");");
        }

        writer.Line();
    }

    private static void WriteOptimizer(CodeWriter writer, string player, PlayerUpdate update, Strategies strategies, string end)
    {
        const string Kernels = Strategy.Library;
        var kernel = strategies.Update(update.Optimizer.Name, $"{update.Optimizer.Name}: {UpdateText.Mathematics(update)}", UpdateText.Of(update));
        writer.Line($"{char.ToLowerInvariant(player[0])}{player.Substring(1)}: new(");
        using (writer.Indent())
        {
            writer.Line($"{player}Range,");
            writer.Line($"Device.Load<{Kernels}::UpdateArguments>({Kernels}::UpdateKernels.Update<{kernel}>),");
            writer.Line($"slots: [{string.Join(", ", update.Optimizer.Slots.Select(slot => $"\"{slot}\""))}],");
            writer.Line($"{update.LearningRate},");
            writer.Line($"{StepNumberText.Of(update.Optimizer.StepNumbers)}{(update.Clip is null && update.Average is null ? ")" + end : ",")}");
            if (update.Clip is { } clip)
            {
                var factor = strategies.Epilogue(clip.Factor, new Expressions(-1, -1, default, 1));
                writer.Line($"clip: Device.Load<{Kernels}::SliceArguments>({Kernels}::SliceKernels.Sum<{Kernels}::OneNumber, "
                    + $"{factor}>){(update.Average is null ? ")" + end : ",")}");
            }

            if (update.Average is not null) writer.Line($"averaging: averaging){end}");
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
}
