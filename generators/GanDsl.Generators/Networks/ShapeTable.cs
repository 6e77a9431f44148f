using GanDsl.Generators.Layers;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Networks;

/// <summary>The table of a network that people read: in Summary, and in the docs of Forward.</summary>
internal static class ShapeTable
{
    public static string Of(Network network)
    {
        var rows = new List<string[]> { new[] { "", "layer", network.IsChain ? "" : "reads", "output", "parameters", "multiply-adds" } };
        rows.Add(["", InputName(network), "", network.Input.ToString(), "", ""]);
        if (network.Condition is { } condition) rows.Add(["", network.ConditionName, "", condition.ToString(), "", ""]);
        foreach (var layer in network.Layers)
        {
            rows.AddRange(layer.Begins.Select(block => new[] { block.Number, block.Use, "", "", "", "" }));
            rows.Add(
                [layer.Place.Name, layer.Description, Reads(network, layer), layer.Output.ToString(), Count(layer.ParameterCount), Count(layer.MultiplyAdds)]);
        }

        rows.Add(["", "total", "", "", Numbers.Grouped(network.ParameterCount), Numbers.Grouped(network.MultiplyAdds)]);

        var widths = Enumerable.Range(0, 6).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var hasBlocks = network.Layers.Any(layer => layer.Within.Count > 0);
        return string.Join("\n", rows.Select(row => Row(row, widths, hasBlocks)));
    }

    private static string InputName(Network network) => network.Declaration.Role == Declarations.Role.Generator ? "latents" : "samples";

    // Notes on the layers that read something other than the layer before them.
    private static string Reads(Network network, NetworkLayer layer) => layer.Layer is IReadsTap
        ? string.Join(", ", layer.Sources.Select(
            source => source == Signal.Input ? InputName(network) : source == Signal.Condition ? network.ConditionName : network.Layers[source].Place.Name))
        : "";

    // A column without a title is empty.
    private static string Row(string[] cells, int[] widths, bool hasBlocks) =>
        ($"{(hasBlocks ? cells[0].PadRight(widths[0]) : cells[0].PadLeft(widths[0]))}  {cells[1].PadRight(widths[1])}  "
            + $"{(widths[2] == 0 ? "" : cells[2].PadRight(widths[2]) + "  ")}"
            + $"{cells[3].PadRight(widths[3])}  {cells[4].PadLeft(widths[4])}  {cells[5].PadLeft(widths[5])}").TrimEnd();

    private static string Count(long value) => value == 0 ? "" : Numbers.Grouped(value);
}
