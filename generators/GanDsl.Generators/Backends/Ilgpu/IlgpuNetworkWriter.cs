using GanDsl.Generators.Backends.Common;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <summary>Writes what users call of a network over our own kernels, <c>X.Ilgpu</c>. Its launches are written by <see cref="IlgpuPassWriter"/>.</summary>
internal static class IlgpuNetworkWriter
{
    private const string Runtime = IlgpuCode.Runtime;

    public static string Write(Network network) => GeneratedType.Write(network.Type, writer => Write(writer, network));

    private static void Write(CodeWriter writer, Network network)
    {
        writer.Doc($"<summary>{Doc.Escape(network.Type.Name)} on our own kernels: {network.Input} → {network.Output}, "
            + $"{Numbers.Grouped(network.ParameterCount)} parameters.</summary>");
        using (writer.Open($"public {network.Type.New("Ilgpu")}sealed partial class Ilgpu : {Runtime}.IlgpuNetwork"))
        {
            WriteConstructors(writer, network);
            WriteForward(writer, network);
            NetworkText.WriteToPyTorch(writer, network);
            foreach (var pass in IlgpuPassWriter.Passes(network))
            {
                writer.Line().Line($"partial void Place{pass}(ref {Runtime}.NetworkPass pass);");
                writer.Line().Line($"partial void {pass}({IlgpuCode.Launcher} run, long n);");
            }
        }
    }

    private static void WriteConstructors(CodeWriter writer, Network network)
    {
        var how = NetworkText.HowDrawn(network);
        writer.Doc($"""
            <summary>{how}.</summary>
            <param name="seed">Equal seeds give equal parameters on a device.</param>
            <param name="device">The network's device; by default CUDA where there is one, else OpenCL, else the CPU.</param>
            <exception cref="{Runtime}.DeviceException">There is no such device, or not enough memory on it.</exception>
            """);
        writer.Line($"public Ilgpu(long seed, {Runtime}.ComputeDevice? device = null)");
        using (writer.Indent())
            writer.Line(
                $": this({Runtime}.NetworkMemory.For(device, parameters: ParametersLength, statistics: StatisticsLength), new {Runtime}.IlgpuRandom(seed))");
        writer.Line("{").Line("}").Line();

        writer.Doc($"""
            <summary>{how}, into memory that may be shared.</summary>
            <param name="memory">The memory of the parameters.</param>
            <param name="random">Draws the parameters now and the masks of Dropout later.</param>
            """);
        writer.Line($"public Ilgpu({Runtime}.NetworkMemory memory, {Runtime}.IlgpuRandom random)");
        using (writer.Indent()) writer.Line(": base(memory, random)");
        writer.Line("{");
        using (writer.Indent())
        {
            var statistics = 0L;
            foreach (var layer in network.Layers)
            {
                foreach (var parameter in layer.Parameters) writer.Line($"{NetworkText.Filled(layer, parameter)};");
                foreach (var weight in layer.SpectralWeights)
                {
                    writer.Line($"Spectral(\"{layer.Place.Name}.{weight.Name}\", u: {Numbers.Literal(statistics + weight.U)}, "
                        + $"v: {Numbers.Literal(statistics + weight.V)}, rows: {Numbers.Plain(weight.Matrix.Rows)}, "
                        + $"columns: {Numbers.Plain(weight.Matrix.Columns)}, eps: {Numbers.Literal(layer.Spectral!.Eps)});");
                }

                if (layer.Spectral is not null) statistics += layer.StatisticsLength;

                if (!layer.Layer.HasStatistics) continue;
                var length = Alignment.Aligned(layer.Input.Channels);
                writer.Line($"Track(\"{layer.Place.Name}\", mean: {Numbers.Literal(statistics)}, variance: {Numbers.Literal(statistics + length)}, "
                    + $"features: {Numbers.Plain(layer.Input.Channels)});");
                statistics += 2 * length;
            }

            foreach (var pass in IlgpuPassWriter.Passes(network)) writer.Line($"LoadKernels((run, n) => {pass}(run, n));");
        }

        writer.Line("}").Line();
        writer.Doc("<summary>How long the flat buffer of the parameters is, alignment included.</summary>");
        writer.Line($"public const long ParametersLength = {Numbers.Literal(network.FlatLength)};").Line();
        writer.Doc("<summary>How long the running statistics are, alignment included.</summary>");
        writer.Line($"public const long StatisticsLength = {Numbers.Literal(network.StatisticsLength)};").Line();
    }

    private static void WriteForward(CodeWriter writer, Network network)
    {
        var input = NetworkText.Input(network);
        NetworkText.WriteForwardDoc(
            writer,
            network,
            "Eval, or Train, in which BatchNorm takes the batch's statistics and Dropout drops.",
            $"<exception cref=\"{Runtime}.DeviceException\">The batch is too large for the device, or on another one.</exception>");
        writer.Line($"public {NetworkText.ForwardType(network, Runtime)} Forward(");
        using (writer.Indent())
        {
            writer.Line($"{Runtime}.Batch<{network.InputMarker()}> {input},");
            NetworkText.WriteCondition(writer, network, Runtime);
            writer.Line("global::GanDsl.Mode mode = global::GanDsl.Mode.Eval)");
        }

        writer.Line("{");
        using (writer.Indent())
        {
            writer.Line($"{Runtime}.NetworkPass pass = default;");
            if (IlgpuPassWriter.HasTraining(network))
            {
                using (writer.Open("if (mode == global::GanDsl.Mode.Train)"))
                    WriteRun(writer, network, input, IlgpuPassWriter.Train, "trained", $", training: true, leastBatch: {Numbers.Plain(network.LeastBatch)}");
                writer.Line();
            }

            WriteRun(writer, network, input, IlgpuPassWriter.Evaluate, "logits", "");
        }

        writer.Line("}").Line();
    }

    private static void WriteRun(CodeWriter writer, Network network, string input, string pass, string logits, string training)
    {
        var condition = network.Label is not null ? $", oneHot: OneHot({input}.Count, labels)"
            : network.Source is not null ? $", sources: Copying(sources, {input}.Count, pass.Sources)"
            : "";
        var heads = network.Heads;
        writer.Line($"Place{pass}(ref pass);");
        writer.Line($"{(heads.Count == 0 ? "return" : $"var {logits} =")} Run<{network.InputMarker()}, {network.OutputMarker()}>("
            + $"{input}, pass, (run, n) => {pass}(run, n){training}{condition});");
        if (heads.Count == 0) return;
        var copies = heads.Select((head, i) => $"Copied<{network.MarkerOf(head.Shape)}>({logits}.Count, pass, pass.Heads![{Numbers.Plain(i)}])");
        writer.Line($"return ({logits}, {string.Join(", ", copies)});");
    }
}
