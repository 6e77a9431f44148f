using GanDsl.Generators.Backends.Common;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Programs;

namespace GanDsl.Generators.Backends.Onnx;

/// <summary>
/// Writes <c>ToOnnx</c> of a generator: its forward program in eval mode, operation by operation. A layer that is lowered needs nothing more to be exported.
/// </summary>
internal static class OnnxWriter
{
    private const string Type = "global::GanDsl.OnnxGraph";

    /// <returns>The file; null where some operation has no counterpart in ONNX: it reads several samples at once.</returns>
    public static string? Write(Network network)
    {
        var graph = new OnnxLines();
        if (!TryWrite(network, graph)) return null;
        return GeneratedType.Write(network.Type, writer =>
        {
            writer.Doc("<summary>The network in eval mode as a graph of ONNX, without its weights: GanDsl.Training's OnnxFile.Save writes it with "
                + "those of a state.</summary>");
            writer.Line($"public {network.Type.New("ToOnnx")}static {Type} ToOnnx() => new {Type}(\"{network.Type.Name}\")");
            using (writer.Indent()) writer.Line(graph.Text + ";");
        });
    }

    private static bool TryWrite(Network network, OnnxLines graph)
    {
        var operations = new OnnxOperations(graph, network);
        foreach (var node in Simplify.Run(ForwardProgram.Build(network, training: false)).Nodes)
        {
            if (!operations.TryWrite(node)) return false;
        }

        return true;
    }
}
