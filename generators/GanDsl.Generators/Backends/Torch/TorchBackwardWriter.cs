using GanDsl.Generators.Declarations;
using GanDsl.Generators.Layers;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>Writes a network's own passes: <c>ForwardSaving</c>, which saves what backward reads, and <c>Backward</c>, reverse mode written out.</summary>
internal static class TorchBackwardWriter
{
    private const string Runtime = "global::GanDsl.Torch";
    private const string Tensor = "global::TorchSharp.torch.Tensor";

    /// <summary>Whether a network has a written backward: a chain whose layers' derivatives are all known, and whose weights are used as they are.</summary>
    public static bool CanEmitBackward(Network network) =>
        network.IsChain && network.Condition is null && network.Heads.Count == 0
        && network.Layers.Any(layer => layer.Parameters.Count > 0)
        && network.Layers.All(layer => layer.Spectral is null && layer.Equalized is null && BackwardOf(layer) is not null);

    /// <summary>Whether its gradient at the input is a product of weights and constants: all layers are piecewise linear.</summary>
    public static bool IsPiecewiseLinear(Network network) =>
        CanEmitBackward(network) && network.Layers.All(layer => BackwardOf(layer)!.CreatingGraph is not null);

    /// <summary>The fields that only the backward reads.</summary>
    public static IEnumerable<string> Fields(Network network) => network.Layers
        .Select(layer => BackwardOf(layer)!.Field)
        .Where(field => field is not null)
        .Select(field => field!);

    public static void Write(CodeWriter writer, Network network)
    {
        var variables = new TorchVariables(network);
        var backwards = network.Layers.Select(layer => BackwardOf(layer, variables.Of(layer.Sources[0]), variables.Of(layer.Index))!).ToList();
        var saved = new List<string>();

        writer.Doc("<inheritdoc/>");
        using (writer.Open($"public override {Runtime}.SavedTensors ForwardSaving({Tensor} input)"))
        {
            foreach (var layer in network.Layers)
            {
                saved.AddRange(WriteForward(writer, layer, backwards[layer.Index], variables));
                writer.Line();
            }

            writer.Line($"return new(input, {string.Join(", ", saved)});");
        }

        writer.Line().Doc("<inheritdoc/>");
        using (writer.Open(
            $"protected override {Tensor}? Backward({Runtime}.SavedTensors saved, {Tensor} gradient, bool toParameters, bool toInput, int from)"))
        {
            WriteSaved(writer, saved, backwards, backward => [backward.ToInput, backward.ToParameters ?? ""]);
            WriteBackward(writer, network, backwards, layer => variables.TextOf(layer).IsView);
        }

        if (network.Declaration.Role != Role.Discriminator || !IsPiecewiseLinear(network)) return;
        writer.Line().Doc("<inheritdoc/>");
        using (writer.Open($"protected override {Tensor} BackwardCreatingGraph({Runtime}.SavedTensors saved, {Tensor} gradient)"))
        {
            WriteSaved(writer, saved, backwards, backward => [backward.CreatingGraph!]);
            foreach (var layer in network.Layers.Reverse())
            {
                writer.Line($"// {layer.Place.Name} {layer.Description}: {layer.Output} → {layer.Input}");
                writer.Line($"gradient = {backwards[layer.Index].CreatingGraph};").Line();
            }

            writer.Line("return gradient;");
        }
    }

    /// <returns>The variables that it declares; the layer's own is the last.</returns>
    private static IEnumerable<string> WriteForward(CodeWriter writer, NetworkLayer layer, TorchBackward backward, TorchVariables variables)
    {
        var (text, isInPlace, output) = (variables.TextOf(layer, TorchNames.Constant), variables.IsInPlace(layer), variables.Of(layer.Index));
        writer.Line($"// {layer.Place.Name} {layer.Description}: {layer.Input} → {layer.Output}{(isInPlace ? ", in place" : "")}");
        if (backward.Forward is not null)
        {
            writer.Line($"var ({string.Join(", ", backward.Saves.Prepend(output))}) = {backward.Forward};");
            return backward.Saves.Append(output);
        }

        writer.Line(isInPlace ? text.InPlace! : $"var {output} = {text.Expression};");
        return isInPlace ? [] : [output];
    }

    // What the backward reads, under the names of the forward.
    private static void WriteSaved(CodeWriter writer, List<string> saved, List<TorchBackward> backwards, Func<TorchBackward, string[]> texts)
    {
        var named = new HashSet<string>(backwards.SelectMany(texts).SelectMany(Named), StringComparer.Ordinal);
        var read = saved
            .Select((name, place) => (Name: name, Value: $"saved[{Numbers.Plain(place)}]"))
            .Prepend((Name: "input", Value: "saved.Input"))
            .Where(variable => named.Contains(variable.Name))
            .ToList();
        if (read.Count == 1) writer.Line($"var {read[0].Name} = {read[0].Value};").Line();
        if (read.Count > 1)
            writer.Line($"var ({string.Join(", ", read.Select(variable => variable.Name))}) = ({string.Join(", ", read.Select(variable => variable.Value))});")
                .Line();
    }

    // The arguments of a call that are variables, as long as they are not the first.
    private static IEnumerable<string> Named(string text)
    {
        var start = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is ',' or ')' && start >= 0) yield return text.Substring(start, i - start);
            start = text[i] == ' ' ? i + 1 : text[i] == '_' || char.IsLetterOrDigit(text[i]) ? start : -1;
        }
    }

    private static void WriteBackward(CodeWriter writer, Network network, List<TorchBackward> backwards, Func<NetworkLayer, bool> isView)
    {
        var first = network.Layers.First(layer => layer.Parameters.Count > 0).Index;

        // From there on the gradient may cover only some samples, unless layers read saved tensors, which cover all samples.
        var leavesOut = backwards[first].ToParameters is not null && network.Layers.Take(first).All(isView);
        foreach (var layer in network.Layers.Reverse())
        {
            var backward = backwards[layer.Index];
            writer.Line($"// {layer.Place.Name} {layer.Description}: {layer.Output} → {layer.Input}");
            if (backward.ToParameters is not null) writer.Line($"if (toParameters) {backward.ToParameters}");
            if (layer.Index == first && backward.ToParameters is not null) WriteEnd(writer);
            writer.Line(backward.IsInPlace ? backward.ToInput : $"gradient = {backward.ToInput};");
            if (layer.Index == first && backward.ToParameters is null) WriteEnd(writer);
            writer.Line();
        }

        writer.Line(leavesOut ? "return gradient;" : "return From(gradient, from);");

        void WriteEnd(CodeWriter writer)
        {
            // There are no parameters before it.
            using (writer.Open("if (!toInput)"))
            {
                writer.Line("gradient.Dispose();").Line("return null;");
            }

            writer.Line();
            if (leavesOut) writer.Line("gradient = From(gradient, from);");
        }
    }

    // Whether there is one, and its field, do not depend on the variables' names.
    private static TorchBackward? BackwardOf(NetworkLayer layer, string input = "x", string output = "y") =>
        layer.Layer.Backward(TorchNetworkWriter.Names(layer, input), output, layer.Input);
}
