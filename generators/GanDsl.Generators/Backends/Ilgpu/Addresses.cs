using GanDsl.Generators.Ir;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <summary>Addresses of values, as C#: offsets into the one memory of a game or network.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="At">The name of the nested class that has the plan's constants.</param>
/// <param name="InGame">Whether the code is part of a game, which has several networks, or of a network.</param>
internal sealed record Addresses(MemoryPlan Plan, string At, bool InGame)
{
    public string Of(Value value) => Of(Plan.Placements[value], Names.Pascal(value.Name));

    public string OfScratch(Value value) => Of(Plan.Scratches[value].Placement, Names.Pascal(value.Name) + "Parts");

    public string OfStatistic(Operation.Statistic statistic) => Of(new Placement.Statistic(statistic.Network, statistic.Offset), "");

    private string Of(Placement placement, string name) => placement switch
    {
        Placement.Fixed => $"workspace + {At}.{name}",
        Placement.Batch => $"samples + (n * {At}.{name})",
        Placement.Parameter(var network, var offset) => Plus(InGame ? $"{NetworkNumbers.Member(network)}Parameters" : "Parameters", offset),
        Placement.Statistic(var network, var offset) => Plus(InGame ? $"{NetworkNumbers.Member(network)}Statistics" : "Statistics", offset),
        Placement.Gradient(var network, var offset) => Plus($"{NetworkNumbers.Member(network)}Gradients", offset),
        Placement.Slot(var slot) => $"Slots + global::GanDsl.Ilgpu.Slot.{slot}",
        Placement.BatchSize(var reciprocal) => reciprocal ? "BatchShare" : "BatchSize",
        _ => throw new InvalidOperationException($"No address is written for {placement.GetType().Name}."),
    };

    /// <summary>The constants that addresses name.</summary>
    public void Write(CodeWriter writer)
    {
        writer.Line("// Offsets in numbers. What grows with the batch is stored at N times its offset, the rest at its offset.");
        using (writer.Open($"private static class {At}"))
        {
            writer.Line($"public const long FixedLength = {Numbers.Literal(Plan.FixedLength)};");
            writer.Line($"public const long LengthPerSample = {Numbers.Literal(Plan.LengthPerSample)};");
            writer.Line($"public const long LargestPerSample = {Numbers.Literal(Plan.LargestPerSample)};");
            foreach (var node in Plan.Program.Nodes)
            {
                foreach (var output in node.Outputs) WriteConstant(writer, Plan.Placements[output], Names.Pascal(output.Name), output.Extent.ToString());
                if (node.Outputs.Count > 0 && Plan.Scratches.TryGetValue(node.Outputs[0], out var scratch))
                {
                    WriteConstant(writer, scratch.Placement, Names.Pascal(node.Outputs[0].Name) + "Parts", Numbers.Count(scratch.Slices, "slice"));
                }
            }
        }
    }

    private static void WriteConstant(CodeWriter writer, Placement placement, string name, string what)
    {
        var offset = placement switch
        {
            Placement.Fixed(var at) => at,
            Placement.Batch(var at, var behind) => at + behind,
            _ => -1,
        };
        if (offset >= 0) writer.Line($"public const long {name} = {Numbers.Literal(offset)}; // {what}");
    }

    private static string Plus(string start, long offset) => offset == 0 ? start : $"{start} + {Numbers.Literal(offset)}";
}
