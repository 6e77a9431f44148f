using GanDsl.Generators.Ir;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Programs;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <summary>Writes the launches of a network's forward passes: in eval mode, and, where it differs, in train mode.</summary>
internal static class IlgpuPassWriter
{
    public const string Evaluate = nameof(Evaluate);
    public const string Train = nameof(Train);

    /// <summary>A pass as operations, before they are placed.</summary>
    public static Program Lower(Network network, bool training) => Fuse.Run(TransposeWeights.Run(Simplify.Run(ForwardProgram.Build(network, training))));

    /// <summary>Whether a pass differs in train mode.</summary>
    public static bool HasTraining(Network network) => network.Layers.Any(layer => layer.Layer.DependsOnMode || layer.Spectral is not null);

    /// <summary>The names of the passes.</summary>
    public static IReadOnlyList<string> Passes(Network network) => HasTraining(network) ? [Evaluate, Train] : [Evaluate];

    public static IlgpuCode Write(Network network)
    {
        var strategies = new Strategies();
        return IlgpuCode.Of(network.Type, strategies, writer =>
        {
            var separate = false;
            foreach (var pass in Passes(network))
            {
                if (separate) writer.Line();
                separate = true;
                Write(writer, pass, network, strategies);
            }
        });
    }

    private static void Write(CodeWriter writer, string pass, Network network, Strategies strategies)
    {
        var plan = MemoryPlan.Of(Lower(network, pass == Train));
        var addresses = new Addresses(plan, inGame: false);
        var launches = new Launches(strategies, addresses);
        foreach (var node in plan.Program.Nodes) launches.Add(node);

        WritePlaces(writer, pass, network, addresses);
        writer.Line();
        writer.Line($"// {Numbers.Count(launches.Count, "launch", "launches")}; {Numbers.Grouped(4 * plan.LengthPerSample)} bytes for each sample "
            + $"and {Numbers.Grouped(4 * plan.FixedLength)} more.");
        using (writer.Open($"partial void {pass}({IlgpuCode.Alias}::Launcher run, long n)"))
        {
            addresses.WriteBases(writer);
            launches.WriteTo(writer);
        }
    }

    // The pass reads its input and its condition at these places, and leaves its outputs.
    private static void WritePlaces(CodeWriter writer, string pass, Network network, Addresses addresses)
    {
        var inputs = addresses.Plan.Program.Nodes.Where(node => node.Operation is Operation.Input).Select(node => node.Outputs[0]).ToList();
        var outputs = addresses.Plan.Program.Nodes.Where(node => node.Operation is Operation.Result).Select(node => node.Inputs[0]).ToList();
        var condition = inputs.Count > 1 ? $", {(network.Source is null ? "Labels" : "Sources")}: {addresses.OffsetOf(inputs[1])}" : "";
        var heads = outputs.Count > 1 ? $", Heads: [{string.Join(", ", outputs.Skip(1).Select(addresses.OffsetOf))}]" : "";
        writer.Line($"partial void Place{pass}(ref {IlgpuCode.Alias}::NetworkPass pass) => pass = new(");
        using (writer.Indent())
            writer.Line($"{Lengths(addresses.Plan)}, Input: {addresses.OffsetOf(inputs[0])}, Output: {addresses.OffsetOf(outputs[0])}{condition}{heads});");
    }

    /// <summary>The lengths of a plan's workspace, as arguments.</summary>
    public static string Lengths(MemoryPlan plan) => $"FixedLength: {Numbers.Literal(plan.FixedLength)}, "
        + $"LengthPerSample: {Numbers.Literal(plan.LengthPerSample)}, LargestPerSample: {Numbers.Literal(plan.LargestPerSample)}";
}
