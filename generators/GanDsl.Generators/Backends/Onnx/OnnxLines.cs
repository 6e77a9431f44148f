using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Onnx;

/// <summary>The calls that build a graph, in reading order: inputs, constants and weights, operators, outputs. A constant is written once.</summary>
internal sealed class OnnxLines
{
    private readonly List<string> inputs = [];
    private readonly List<string> weights = [];
    private readonly List<string> constants = [];
    private readonly List<string> nodes = [];
    private readonly List<string> outputs = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private int unnamed;

    public string Text => string.Join("\n", inputs.Concat(weights).Concat(constants).Concat(nodes).Concat(outputs));

    public void Input(string name, EquatableArray<int> sample) => inputs.Add($".Input(\"{name}\", {Numbers.List(sample)})");

    public void Labels(string name) => inputs.Add($".Labels(\"{name}\")");

    public void Output(string name, EquatableArray<int> sample) => outputs.Add($".Output(\"{name}\", {Numbers.List(sample)})");

    public void Weight(string name, EquatableArray<int> shape)
    {
        if (known.Add(name)) weights.Add($".Weight(\"{name}\", {Numbers.List(shape)})");
    }

    /// <summary>A number, named as it is written.</summary>
    public string Number(double value)
    {
        var name = Numbers.Literal(value);
        return Constant(name, $".Number(\"{name}\", {name})");
    }

    /// <summary>Numbers, named as they are written.</summary>
    public string Floats(params double[] values)
    {
        var list = string.Join(", ", values.Select(value => Numbers.Literal(value) + "f"));
        return Constant($"({list})", $".Numbers(\"({list})\", {list})");
    }

    /// <summary>Whole numbers, named as they are written; −1 is the batch.</summary>
    public string Integers(IEnumerable<int> values)
    {
        var list = Numbers.List(values);
        return Constant($"[{list}]", $".Integers(\"[{list}]\"{(list.Length == 0 ? "" : ", " + list)})");
    }

    /// <summary>A constant by its own call, whose first argument is its name.</summary>
    public string Constant(string name, string call)
    {
        if (known.Add(name)) constants.Add(call);
        return name;
    }

    /// <summary>An operator.</summary>
    /// <param name="operator">Its name.</param>
    /// <param name="inputs">What it reads.</param>
    /// <param name="output">Its output's name; null for a new one.</param>
    /// <param name="attributes">As literals: <c>("axis", 1)</c>.</param>
    /// <returns>The output's name.</returns>
    public string Node(string @operator, IEnumerable<string> inputs, string? output = null, params string[] attributes)
    {
        output ??= $"t{Numbers.Plain(unnamed++)}";
        nodes.Add($".Node(\"{@operator}\", [{string.Join(", ", inputs.Select(input => $"\"{input}\""))}], "
            + $"\"{output}\"{string.Concat(attributes.Select(attribute => ", " + attribute))})");
        return output;
    }

    /// <summary>A whole number as an attribute.</summary>
    public static string Attribute(string name, int value) => $"(\"{name}\", {Numbers.Plain(value)})";

    /// <summary>Whole numbers as an attribute.</summary>
    public static string Attribute(string name, params int[] values) => $"(\"{name}\", new long[] {{ {Numbers.List(values)} }})";

    /// <summary>A number as an attribute.</summary>
    public static string Attribute(string name, double value) => $"(\"{name}\", {Numbers.Literal(value)}f)";

    /// <summary>Text as an attribute.</summary>
    public static string Attribute(string name, string text) => $"(\"{name}\", \"{text}\")";
}
