using GanDsl.Generators.Backends.Common;
using GanDsl.Generators.Layers;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>Writes a network over libtorch: <c>X.Torch</c>.</summary>
internal static class TorchNetworkWriter
{
    private const string Runtime = "global::GanDsl.Torch";

    public static string Write(Network network) => GeneratedType.Write(network.Type, writer =>
    {
        writer.Doc($"<summary>{Doc.Escape(network.Type.Name)} on libtorch: {network.Input} → {network.Output}, "
            + $"{Numbers.Grouped(network.ParameterCount)} parameters.</summary>");
        using (writer.Open($"public {network.Type.New("Torch")}sealed class Torch : {Runtime}.TorchNetwork"))
        {
            WriteFields(writer, network);
            WriteConstructors(writer, network);
            WriteForward(writer, network);
            writer.Line();
            WriteApply(writer, network);
            writer.Line();
            if (TorchBackwardWriter.CanEmitBackward(network))
            {
                TorchBackwardWriter.Write(writer, network);
                writer.Line();
            }

            NetworkText.WriteToPyTorch(writer, network);
        }
    });

    private static void WriteFields(CodeWriter writer, Network network)
    {
        var fields = network.Layers.Select(layer => layer.Layer.Torch(Names(layer, "x"), layer.Input, layer.Output).Field).Where(field => field is not null)
            .Concat(TorchBackwardWriter.CanEmitBackward(network) ? TorchBackwardWriter.Fields(network) : [])
            .ToList();
        foreach (var field in fields) writer.Line($"private static readonly {field}");
        if (fields.Count > 0) writer.Line();

        foreach (var layer in network.Layers)
        {
            foreach (var parameter in layer.Parameters)
                writer.Line($"private readonly {Runtime}.TorchParameter {Field(layer, parameter)}; // ({Numbers.List(parameter.Parameter.Shape)})");
            if (layer.Layer.HasStatistics)
                writer.Line($"private readonly {Runtime}.BatchNormStatistics {Statistics(layer)}; // ({Numbers.Plain(layer.Input.Channels)})");
            foreach (var weight in layer.SpectralWeights)
                writer.Line($"private readonly {Runtime}.SpectralNorm {Spectral(layer, weight)}; // u ({Numbers.Plain(weight.Matrix.Rows)}), "
                    + $"v ({Numbers.Plain(weight.Matrix.Columns)})");
        }

        writer.Line();
    }

    private static void WriteConstructors(CodeWriter writer, Network network)
    {
        var how = NetworkText.HowDrawn(network);
        writer.Doc($"""
            <summary>{how}.</summary>
            <param name="seed">Equal seeds give equal parameters on a device.</param>
            <param name="device">The network's device: by default CUDA where there is one, else the CPU.</param>
            <exception cref="{Runtime}.TorchLibraryException">libtorch cannot be loaded.</exception>
            """);
        writer.Line("public Torch(long seed, global::TorchSharp.torch.Device? device = null)");
        using (writer.Indent()) writer.Line($": this(new {Runtime}.TorchRandom(seed, device), ownsRandom: true)");
        writer.Line("{").Line("}").Line();

        writer.Doc($"""
            <summary>{how}, from a stream of random numbers that may be shared.</summary>
            <param name="random">Draws the parameters now and the masks of Dropout later, on its device.</param>
            <param name="ownsRandom">Whether the network disposes the stream.</param>
            """);
        writer.Line($"public Torch({Runtime}.TorchRandom random, bool ownsRandom = false)");
        using (writer.Indent()) writer.Line($": base(random, ownsRandom, flatLength: {Numbers.Literal(network.FlatLength)})");
        writer.Line("{");
        using (writer.Indent())
        {
            foreach (var layer in network.Layers)
            {
                foreach (var parameter in layer.Parameters) writer.Line($"{Field(layer, parameter)} = {NetworkText.Filled(layer, parameter)};");
                if (layer.Layer.HasStatistics)
                    writer.Line($"{Statistics(layer)} = Statistics(\"{layer.Place.Name}\", features: {Numbers.Plain(layer.Input.Channels)});");
                foreach (var weight in layer.SpectralWeights)
                {
                    var spectral = layer.Spectral!;
                    writer.Line($"{Spectral(layer, weight)} = Spectral(\"{layer.Place.Name}.{weight.Name}\", {Field(layer, weight.Placed)}, "
                        + $"dimension: {Numbers.Plain(layer.Layer.SpectralDimension!.Value)}, powerIterations: {Numbers.Plain(spectral.PowerIterations)}, "
                        + $"eps: {Numbers.Literal(spectral.Eps)});");
                }
            }
        }

        writer.Line("}").Line();
    }

    private static void WriteForward(CodeWriter writer, Network network)
    {
        var input = NetworkText.Input(network);
        NetworkText.WriteForwardDoc(
            writer,
            network,
            "Eval, without gradients; or Train, with gradients to the parameters.");
        var isExpression = network.Label is null && network.Heads.Count == 0;
        writer.Line($"public {NetworkText.ForwardType(network, Runtime)} Forward(");
        using (writer.Indent())
        {
            writer.Line($"{Runtime}.Batch<{network.InputMarker()}> {input},");
            NetworkText.WriteCondition(writer, network, Runtime);
            writer.Line($"global::GanDsl.Mode mode = global::GanDsl.Mode.Eval){(isExpression ? " =>" : "")}");
            if (isExpression) writer.Line($"new(Apply({input}.Tensor, {(network.Source is null ? "" : "sources.Tensor, ")}PassOf(mode)));");
        }

        if (isExpression) return;
        writer.Line("{");
        using (writer.Indent())
        {
            if (network.Label is not null) writer.Line($"using var oneHot = OneHot({input}.Count, labels);");
            var arguments = $"({input}.Tensor, {(network.Label is not null ? "oneHot, " : network.Source is not null ? "sources.Tensor, " : "")}PassOf(mode))";
            if (network.Heads.Count == 0)
            {
                writer.Line($"return new(Apply{arguments});");
            }
            else
            {
                writer.Line($"var (logits, {string.Join(", ", network.Heads.Select(head => head.Variable))}) = ApplyWithHeads{arguments};");
                writer.Line($"return (new(logits), {string.Join(", ", network.Heads.Select(head => $"new({head.Variable})"))});");
            }
        }

        writer.Line("}");
    }

    private static void WriteApply(CodeWriter writer, Network network)
    {
        const string Tensor = "global::TorchSharp.torch.Tensor";
        var parameters = $"({Tensor} input, {(network.Condition is null ? "" : $"{Tensor} {network.ConditionName}, ")}{Runtime}.ForwardMode mode)";
        var heads = network.Heads;
        writer.Doc("<inheritdoc/>");
        using (writer.Open($"public override {Tensor} Apply{parameters}"))
        {
            if (heads.Count == 0)
            {
                WriteLayers(writer, network);
            }
            else
            {
                writer.Line($"var (logits, {string.Join(", ", heads.Select(head => head.Variable))}) = ApplyWithHeads(input, "
                    + $"{(network.Condition is null ? "" : network.ConditionName + ", ")}mode);");
                foreach (var head in heads) writer.Line($"{head.Variable}.Dispose();");
                writer.Line("return logits;");
            }
        }

        if (heads.Count == 0) return;
        writer.Line().Doc("<summary>Like Apply, but also returns the numbers of each head.</summary>");
        using (writer.Open($"public ({Tensor} Logits, {string.Join(", ", heads.Select(head => $"{Tensor} {head.Member}"))}) ApplyWithHeads{parameters}"))
            WriteLayers(writer, network);
    }

    private static void WriteLayers(CodeWriter writer, Network network)
    {
        var variables = new TorchVariables(network);
        foreach (var layer in network.Layers)
        {
            if (layer.Index > 0) writer.Line();
            WriteLayer(writer, layer, variables);
        }

        writer.Line().Line(network.Heads.Count == 0
            ? $"return {variables.Result};"
            : $"return ({string.Join(", ", network.Heads.Select(head => variables.Of(head.Layer)).Prepend(variables.Result))});");
    }

    private static void WriteLayer(CodeWriter writer, NetworkLayer layer, TorchVariables variables)
    {
        foreach (var (number, use) in layer.Begins) writer.Line($"// {number} {use}");
        var what = $"// {layer.Place.Name} {layer.Description}: ";
        if (layer.Layer is Route)
        {
            writer.Line($"{what}{variables.Of(layer.Index)}, {layer.Output}");
            return;
        }

        var text = variables.TextOf(layer);
        var isInPlace = variables.IsInPlace(layer);
        writer.Line($"{what}{string.Join(", ", layer.Inputs)} → {layer.Output}{(isInPlace ? ", in place" : "")}");
        foreach (var weight in layer.SpectralWeights)
            writer.Line(
                $"using var {Names(layer, "").Divided(weight.Name)} = {Spectral(layer, weight)}.Normalise({Names(layer, "").Field(weight.Name)}[mode], mode);");
        foreach (var (parameter, _) in layer.Parameters.Where(IsScaled))
            writer.Line($"using var {Names(layer, "").Multiplied(parameter.Name)} = Scaled({Names(layer, "").Field(parameter.Name)}[mode], "
                + $"{Numbers.Literal(parameter.Gain)});");
        writer.Line(isInPlace ? text.InPlace! : $"var {variables.Of(layer.Index)} = {text.Expression};");
        foreach (var done in variables.DoneAfter(layer)) writer.Line($"{done}.Dispose();");
    }

    public static TorchNames Names(NetworkLayer layer, string input, string tapped = "") => new(
        input,
        layer.Place.Id,
        tapped,
        layer.SpectralWeights.Select(weight => weight.Name).ToEquatableArray(),
        layer.Parameters.Where(IsScaled).Select(placed => placed.Parameter.Name).ToEquatableArray());

    private static bool IsScaled(PlacedParameter placed) => placed.Parameter.Gain != 1;

    private static string Field(NetworkLayer layer, PlacedParameter parameter) => Names(layer, "").Field(parameter.Parameter.Name);

    private static string Statistics(NetworkLayer layer) => Names(layer, "").Field("statistics");

    private static string Spectral(NetworkLayer layer, SpectralWeight weight) =>
        Names(layer, "").Field(weight.Name == "weight" ? "spectral" : $"{weight.Name}Spectral");
}
