using System.Globalization;
using GanDsl.Generators.Declarations;
using GanDsl.Generators.Layers;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Python;

/// <summary>A network as Python over PyTorch: a class whose state_dict has the names and layouts of the network's state.</summary>
internal static class PythonSource
{
    // A block's layers are modules within a module; names with two numbers are not attributes.
    private const string Declared = """"
        class Declared(nn.Module):
            """A network whose modules are numbered as they are declared: 2.3 is layer 3 of block 2."""

            def place(self, number, module):
                parent = self
                *blocks, last = number.split(".")
                for block in blocks:
                    if block not in parent._modules:
                        parent.add_module(block, nn.Module())
                    parent = parent._modules[block]
                parent.add_module(last, module)

            def at(self, number):
                return self.get_submodule(number)
        """";

    private const string Spectral = """"
        def spectral_norm(module, name="weight", **arguments):
            """PyTorch's, also for a weight of an inner module: affine.weight."""
            *path, last = name.split(".")
            nn.utils.spectral_norm(module.get_submodule(".".join(path)), last, **arguments)
            return module
        """";

    private const string Equalized = """"
        def equalized(module, gains):
            """Multiplies parameters by gains wherever the module uses them; the state has them unscaled."""
            forward, places = module.forward, []
            for name, gain in gains.items():
                *path, last = name.split(".")
                places.append((module.get_submodule(".".join(path)), last, gain))

            def scaled(*inputs):
                stored = [owner._parameters.pop(name) for owner, name, _ in places]
                try:
                    for (owner, name, gain), parameter in zip(places, stored):
                        setattr(owner, name, parameter * gain)
                    return forward(*inputs)
                finally:
                    for (owner, name, _), parameter in zip(places, stored):
                        owner.__dict__.pop(name, None)
                        owner._parameters[name] = parameter

            module.forward = scaled
            return module
        """";

    private const int NothingYet = int.MinValue;

    /// <param name="network">The network.</param>
    /// <returns>A whole file, which imports torch and nothing else.</returns>
    public static string Of(Network network)
    {
        var layers =
            network.Layers.Where(layer => layer.Layer is not Route).Select(layer => new Line(layer, layer.Layer.Python(layer.Inputs, layer.Output))).ToList();
        var isSequential = network.IsChain && network.Condition is null && network.Heads.Count == 0
            && network.Layers.All(layer => layer.Layer is not Route && layer.Within.Count == 0) && layers.All(line => line.Text.Module is not null);
        var writer = new CodeWriter();
        writer.Line("import torch").Line("import torch.nn.functional as F").Line("from torch import nn");

        var helpers = new List<string>();
        if (!isSequential) helpers.Add(Declared);
        if (layers.Any(line => line.Layer.Spectral is not null)) helpers.Add(Spectral);
        if (layers.Any(line => line.Layer.Equalized is not null)) helpers.Add(Equalized);
        helpers.AddRange(layers.SelectMany(line => line.Text.Classes).Distinct());
        foreach (var helper in helpers) writer.Line().Line().Line(helper);

        writer.Line().Line().Line($"class {network.Type.Name}({(isSequential ? "nn.Sequential" : "Declared")}):");
        using (writer.Indent())
        {
            writer.Line($"\"\"\"{network.Input} to {network.Output}, {Numbers.Grouped(network.ParameterCount)} parameters.\"\"\"").Line();
            if (isSequential) WriteSequential(writer, layers);
            else WriteDeclared(writer, network, layers);
        }

        return writer.ToString();
    }

    private static void WriteSequential(CodeWriter writer, List<Line> layers)
    {
        writer.Line("def __init__(self):");
        using (writer.Indent())
        {
            writer.Line("super().__init__(");
            using (writer.Indent()) foreach (var line in layers) writer.Line($"{line.Module},");
            writer.Line(")");
        }
    }

    private static void WriteDeclared(CodeWriter writer, Network network, List<Line> layers)
    {
        writer.Line("def __init__(self):");
        using (writer.Indent())
        {
            writer.Line("super().__init__()");
            foreach (var line in layers.Where(line => line.Text.Module is not null)) writer.Line($"self.place(\"{line.Layer.Place.Name}\", {line.Module})");
        }

        var given = network.Declaration.Role == Role.Generator ? "latents" : "samples";
        writer.Line().Line($"def forward(self, {given}{(network.Condition is null ? "" : $", {network.ConditionName}")}):");
        using (writer.Indent())
        {
            if (network.Label is { } label
                && network.Layers.Any(layer => !layer.Layer.ReadsLabelNumbers && layer.Layer is not Route && layer.Sources.Contains(Signal.Condition)))
            {
                writer.Line($"rows = F.one_hot(labels, {Numbers.Plain(label.Channels)}).to({given}.dtype)");
            }

            var saved = Saved(network, layers);
            var before = NothingYet;
            foreach (var line in layers)
            {
                writer.Line($"x = {line.Call([.. line.Layer.Sources.Select(source => Variable(line.Layer, source))])}");
                before = line.Layer.Index;
                if (saved.Contains(before)) writer.Line($"x{line.Layer.Place.Id} = x");
            }

            var outputs = network.Heads.Select(head => Variable(null, network.Layers[head.Layer].Sources[0]))
                .Prepend(Variable(null, layers[layers.Count - 1].Layer.Index));
            writer.Line($"return {string.Join(", ", outputs)}");

            string Variable(NetworkLayer? reader, int source) =>
                source == before ? "x"
                : source == Signal.Input ? given
                : source != Signal.Condition ? $"x{network.Layers[source].Place.Id}"
                : network.Source is not null ? "sources"
                : reader?.Layer.ReadsLabelNumbers == true ? "labels" : "rows";
        }
    }

    /// <summary>The layers whose output is read after a later one exists.</summary>
    private static HashSet<int> Saved(Network network, List<Line> layers)
    {
        var saved = new HashSet<int>(network.Heads.Select(head => network.Layers[head.Layer].Sources[0]));
        var before = NothingYet;
        foreach (var line in layers)
        {
            foreach (var source in line.Layer.Sources) if (source != before) saved.Add(source);
            before = line.Layer.Index;
        }

        return saved;
    }

    private sealed record Line(NetworkLayer Layer, PythonText Text)
    {
        public string Module
        {
            get
            {
                var module = Text.Module!;
                foreach (var weight in Layer.SpectralWeights)
                {
                    var spectral = Layer.Spectral!;
                    module = $"spectral_norm({module}, \"{weight.Name}\", n_power_iterations={Numbers.Plain(spectral.PowerIterations)}, "
                        + $"eps={Numbers.Literal(spectral.Eps)}, dim={Numbers.Plain(Layer.Layer.SpectralDimension!.Value)})";
                }

                var gains = Layer.Parameters.Where(placed => placed.Parameter.Gain != 1).ToList();
                return gains.Count == 0
                    ? module
                    : $"equalized({module}, "
                        + $"{{{string.Join(", ", gains.Select(placed => $"\"{placed.Parameter.Name}\": {Numbers.Literal(placed.Parameter.Gain)}"))}}})";
            }
        }

        public string Call(IReadOnlyList<string> inputs) => Text.Module is not null
            ? $"self.at(\"{Layer.Place.Name}\")({string.Join(", ", inputs)})"
            : string.Format(CultureInfo.InvariantCulture, Text.Expression!, [.. inputs]);
    }
}
