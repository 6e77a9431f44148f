using GanDsl.Generators.Declarations;
using GanDsl.Generators.Layers;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Common;

/// <summary>Text that generated networks share on every backend: initial parameters, and the documentation of Forward.</summary>
internal static class NetworkText
{
    /// <summary>How the constructors draw the parameters, as the beginning of a sentence.</summary>
    public static string HowDrawn(Network network) => network.Declaration.Initialize is { } initialize
        ? $"Draws the weights from N({Numbers.Literal(initialize.Double("mean"))}, {Numbers.Literal(initialize.Double("std"))}²), the rest as PyTorch does"
        : "Draws the parameters as PyTorch does";

    /// <summary>A parameter's initial values, as a call of the runtime network's Uniform, Normal or Constant.</summary>
    public static string Filled(NetworkLayer layer, PlacedParameter placed)
    {
        var place =
            $"\"{layer.Place.Name}.{placed.Parameter.Name}\", offset: {Numbers.Literal(placed.Offset)}, shape: [{Numbers.List(placed.Parameter.Shape)}]";
        return placed.Parameter.Initializer switch
        {
            Initializer.Uniform(var bound) => $"Uniform({place}, bound: {Numbers.Literal(bound)})",
            Initializer.Normal(var mean, var std) => $"Normal({place}, mean: {Numbers.Literal(mean)}, std: {Numbers.Literal(std)})",
            Initializer.Constant(var value) => $"Constant({place}, value: {Numbers.Literal(value)})",
            _ => throw new InvalidOperationException($"No text is written for {placed.Parameter.Initializer}."),
        };
    }

    /// <summary>The name of Forward's input.</summary>
    public static string Input(Network network) => network.Declaration.Role == Role.Generator ? "latents" : "samples";

    /// <summary>The type that Forward returns: a batch, or one for each output.</summary>
    /// <param name="network">The network.</param>
    /// <param name="runtime">The backend's namespace.</param>
    public static string ForwardType(Network network, string runtime)
    {
        var output = $"{runtime}.Batch<{network.OutputMarker()}>";
        return network.Heads.Count == 0
            ? output
            : $"({output} Logits, {string.Join(", ", network.Heads.Select(head => $"{runtime}.Batch<{network.MarkerOf(head.Shape)}> {head.Member}"))})";
    }

    /// <summary>The parameter of Forward for the network's condition, if it has one.</summary>
    public static void WriteCondition(CodeWriter writer, Network network, string runtime)
    {
        if (network.Label is not null) writer.Line($"global::GanDsl.Labels<{network.LabelMarker()}> labels,");
        if (network.Source is not null) writer.Line($"{runtime}.Batch<{network.SourceMarker()}> sources,");
    }

    /// <summary>The network's text in Python, of an instance.</summary>
    public static void WriteToPyTorch(CodeWriter writer, Network network)
    {
        writer.Doc("<summary>The network as Python over PyTorch; the state loads into that class.</summary>");
        writer.Line($"public string ToPyTorch() => {network.Type.QualifiedName}.ToPyTorch();");
    }

    private static string Condition(Network network) =>
        network.Declaration.Classes is { } classes ? $"<param name=\"labels\">The class of each, from 0 to {Numbers.Plain(classes - 1)}.</param>\n"
        : network.Source is { } source ? $"<param name=\"sources\">{source}, the source of each sample; not disposed.</param>\n"
        : "";

    private static string Returned(Network network) => network.Heads.Count == 0
        ? $"{network.Output}; the caller disposes it."
        : $"{network.Output}, {string.Join(", ", network.Heads.Select(head => $"and of {head.Name} {head.Shape}"))}; the caller disposes them.";

    /// <summary>The documentation of Forward.</summary>
    /// <param name="writer">Where it is written.</param>
    /// <param name="network">The network.</param>
    /// <param name="mode">The modes on this backend.</param>
    /// <param name="exceptions">What Forward throws, as lines of documentation.</param>
    public static void WriteForwardDoc(CodeWriter writer, Network network, string mode, params string[] exceptions)
    {
        writer.Doc($"""
            <summary>{(network.Declaration.Role == Role.Generator ? "Makes samples from latents" : $"Scores samples: one logit {(network.Output.Elements == 1 ? "each" : "for each of their patches")}, large where D takes them for real")}.</summary>
            <remarks>
            <code>
            {Doc.Escape(ShapeTable.Of(network))}
            </code>
            </remarks>
            <param name="{Input(network)}">{network.Input}; not disposed.</param>
            {Condition(network)}<param name="mode">{mode}</param>
            <returns>{Returned(network)}</returns>
            """);
        foreach (var line in exceptions) writer.Doc(line);
    }
}
