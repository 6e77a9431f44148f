using GanDsl.Generators.Backends.Python;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Common;

/// <summary>What no backend affects in a network: its size, its table, and its text in Python.</summary>
internal static class NetworkConstants
{
    public static string Write(Network network) => GeneratedType.Write(network.Type, writer =>
    {
        writer.Doc("<summary>The number of trainable parameters.</summary>");
        writer.Line($"public {network.Type.New("ParameterCount")}const long ParameterCount = {Numbers.Literal(network.ParameterCount)};");
        writer.Line();
        writer.Doc("<summary>The layers with their output shapes, and the parameters and multiply-adds of one sample.</summary>");
        writer.Line($"public {network.Type.New("Summary")}const string Summary =");
        using (writer.Indent()) writer.Line($"\"\"\"\n{ShapeTable.Of(network)}\n\"\"\";");
        writer.Line();
        writer.Doc("<summary>The network as Python over PyTorch: a file with a class whose state_dict has the names and layouts of the network's state, "
            + "so that its weights load there.</summary>");
        writer.Line($"public {network.Type.New("ToPyTorch")}static string ToPyTorch() =>");
        using (writer.Indent()) writer.Line($"\"\"\"\"\n{PythonSource.Of(network)}\"\"\"\";");
    });
}
