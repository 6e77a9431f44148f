using GanDsl.Generators.Backends.Common;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Programs;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <summary>Writes a network over our own kernels: <c>X.Ilgpu</c>.</summary>
internal static class IlgpuNetworkWriter
{
    public const string Runtime = "global::GanDsl.Ilgpu";

    public const string Using = $"using {Strategies.Kernels} = global::GanDsl.Ilgpu.Kernels;";

    /// <summary>A pass as operations, before they are placed.</summary>
    public static Program Lower(Network network, bool training) => Fuse.Run(TransposeWeights.Run(Simplify.Run(ForwardProgram.Build(network, training))));

    public static string Write(Network network)
    {
        var (strategies, fields) = (new Strategies(), new KernelFields());
        var evaluate = EmittedForward.Of(network, training: false, strategies, fields);
        var train = network.Layers.Any(layer => layer.Layer.DependsOnMode || layer.Spectral is not null)
            ? EmittedForward.Of(network, training: true, strategies, fields)
            : null;
        return GeneratedType.Write(network.Type, writer => Write(writer, network, strategies, fields, evaluate, train), Using);
    }

    private static void Write(CodeWriter writer, Network network, Strategies strategies, KernelFields fields, EmittedForward evaluate, EmittedForward? train)
    {
        // The launches are written first: they determine the kernels and structs.
        var (evaluation, training) = (Body(evaluate), train is null ? null : Body(train));
        writer.Doc($"""
            <summary>{Doc.Escape(network.Type.Name)} on our own kernels: {network.Input} → {network.Output}, {Numbers.Grouped(network.ParameterCount)} parameters.</summary>
            <remarks>Forward: {Numbers.Plain(evaluate.Launches.Count)} launch{(evaluate.Launches.Count == 1 ? "" : "es")} in eval mode; {Bytes(evaluate.Plan)} per sample besides the parameters.</remarks>
            """);
        using (writer.Open($"public {network.Type.New("Ilgpu")}sealed class Ilgpu : {Runtime}.IlgpuNetwork"))
        {
            fields.WriteFields(writer);
            writer.Line();
            WriteConstructors(writer, network, fields);
            WriteForward(writer, network, evaluate, train);
            NetworkText.WriteToPyTorch(writer, network);
            writer.Line();
            writer.Line(evaluation);
            if (training is not null) writer.Line(training);
            evaluate.Addresses.Write(writer);
            if (train is not null)
            {
                writer.Line();
                train.Addresses.Write(writer);
            }

            strategies.Write(writer);
        }
    }

    private static string Bytes(MemoryPlan plan) => $"{Numbers.Grouped(4 * plan.LengthPerSample)} bytes";

    private static string Body(EmittedForward pass)
    {
        var writer = new CodeWriter();
        using (writer.Open($"private void {pass.Name}(int n)"))
        {
            WriteBases(writer, pass.Addresses);
            foreach (var node in pass.Plan.Program.Nodes) pass.Launches.Write(writer, node);
        }

        return writer.ToString();
    }

    /// <summary>The variables that addresses start from.</summary>
    public static void WriteBases(CodeWriter writer, Addresses addresses)
    {
        writer.Line("var memory = Memory.View;");
        if (addresses.Plan.FixedLength > 0) writer.Line("var workspace = Memory.Workspace;");
        writer.Line($"var samples = Memory.Workspace + {addresses.At}.FixedLength;");
    }

    private static void WriteConstructors(CodeWriter writer, Network network, KernelFields fields)
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

            writer.Line();
            writer.Line("var device = memory.Memory.Device;");
            fields.WriteLoads(writer);
        }

        writer.Line("}").Line();
        writer.Doc("<summary>How long the flat buffer of the parameters is, alignment included.</summary>");
        writer.Line($"public const long ParametersLength = {Numbers.Literal(network.FlatLength)};").Line();
        writer.Doc("<summary>How long the running statistics are, alignment included.</summary>");
        writer.Line($"public const long StatisticsLength = {Numbers.Literal(network.StatisticsLength)};").Line();
    }

    private static void WriteForward(CodeWriter writer, Network network, EmittedForward evaluate, EmittedForward? train)
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
            if (train is not null)
            {
                WriteRun(writer, network, train, input, "if (mode == global::GanDsl.Mode.Train)");
                writer.Line();
            }

            WriteRun(writer, network, evaluate, input, "");
        }

        writer.Line("}").Line();
    }

    private static void WriteRun(CodeWriter writer, Network network, EmittedForward pass, string input, string condition)
    {
        var least = pass.Training ? $", training: true, leastBatch: {Numbers.Plain(network.LeastBatch)}" : "";
        var labels = network.Label is not null ? $", oneHot: OneHot({input}.Count, labels), labels: {pass.Addresses.At}.Labels"
            : network.Source is not null ? $", sources: Copying(sources, {input}.Count, {pass.Addresses.At}.Sources)"
            : "";
        var heads = network.Heads;
        var logits = condition.Length == 0 ? "logits" : "trained";
        var call = $"{(heads.Count == 0 ? "return" : $"var {logits} =")} Run<{network.InputMarker()}, {network.OutputMarker()}>({input}, {pass.Name}, "
            + $"new(fixedLength: {pass.Addresses.At}.FixedLength, lengthPerSample: {pass.Addresses.At}.LengthPerSample, "
            + $"largestPerSample: {pass.Addresses.At}.LargestPerSample), "
            + $"input: {pass.Addresses.At}.Input, output: {pass.Addresses.At}.{pass.Outputs[0]}{least}{labels});";
        if (condition.Length == 0)
        {
            WriteCall();
            return;
        }

        using (writer.Open(condition)) WriteCall();

        void WriteCall()
        {
            writer.Line(call);
            if (heads.Count == 0) return;
            var copies = heads.Select((head, i) =>
                $"Copied<{network.MarkerOf(head.Shape)}>({logits}.Count, fixedLength: {pass.Addresses.At}.FixedLength, "
                + $"output: {pass.Addresses.At}.{pass.Outputs[i + 1]})");
            writer.Line($"return ({logits}, {string.Join(", ", copies)});");
        }
    }

    /// <summary>A forward pass of a network with everything that its text needs.</summary>
    private sealed record EmittedForward(string Name, bool Training, MemoryPlan Plan, Addresses Addresses, Launches Launches)
    {
        public static EmittedForward Of(Network network, bool training, Strategies strategies, KernelFields fields)
        {
            var plan = MemoryPlan.Of(Lower(network, training));
            var addresses = new Addresses(plan, training ? "TrainAt" : "EvaluateAt", InGame: false);
            return new EmittedForward(training ? "Train" : "Evaluate", training, plan, addresses, new Launches(strategies, fields, addresses));
        }

        /// <summary>The placements of its outputs: the last layer's, then the heads.</summary>
        public IReadOnlyList<string> Outputs =>
            [.. Plan.Program.Nodes.Where(node => node.Operation is Operation.Result).Select(node => Names.Pascal(node.Inputs[0].Name))];
    }
}
