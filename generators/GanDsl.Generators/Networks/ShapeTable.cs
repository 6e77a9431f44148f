using GanDsl.Generators.Text;

namespace GanDsl.Generators.Networks;

/// <summary>The table of a network that people read: in Summary, and in the docs of Forward.</summary>
internal static class ShapeTable
{
    public static string Of(Network network)
    {
        var rows = new List<string[]> { new[] { "", "layer", "output", "parameters", "multiply-adds" } };
        rows.Add(["", network.Declaration.Role == Declarations.Role.Generator ? "latents" : "samples", network.Input.ToString(), "", ""]);
        rows.AddRange(network.Layers.Select(layer => new[]
        {
            Numbers.Plain(layer.Index),
            layer.Layer.Description,
            layer.Output.ToString(),
            Count(layer.ParameterCount),
            Count(layer.MultiplyAdds),
        }));
        rows.Add(["", "total", "", Numbers.Grouped(network.ParameterCount), Numbers.Grouped(network.MultiplyAdds)]);

        var widths = Enumerable.Range(0, 5).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return string.Join("\n", rows.Select(row => Row(row, widths)));
    }

    private static string Row(string[] cells, int[] widths) =>
        $"{cells[0].PadLeft(widths[0])}  {cells[1].PadRight(widths[1])}  {cells[2].PadRight(widths[2])}  {cells[3].PadLeft(widths[3])}  {cells[4].PadLeft(widths[4])}".TrimEnd();

    private static string Count(long value) => value == 0 ? "" : Numbers.Grouped(value);
}
