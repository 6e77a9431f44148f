using GanDsl.Generators.Scalars;

namespace GanDsl.Generators.Backends.Onnx;

/// <summary>Writes a scalar expression as operators on tensors, each part once.</summary>
/// <param name="graph">The graph that gets them.</param>
/// <param name="operands">The names of its variables.</param>
internal sealed class OnnxExpression(OnnxLines graph, IReadOnlyList<string> operands)
{
    private readonly Dictionary<Scalar, string> written = [];

    /// <summary>Writes it.</summary>
    /// <param name="scalar">The expression.</param>
    /// <param name="output">The result's name; null for a new one.</param>
    /// <returns>The name of the result.</returns>
    public string Write(Scalar scalar, string? output = null)
    {
        if (output is null && written.TryGetValue(scalar, out var name)) return name;
        name = scalar switch
        {
            Scalar.Variable(var index) => Leaf(operands[index]),
            Scalar.Constant(var value) => Leaf(graph.Number(value)),
            Scalar.Negate(var x) => Node("Neg", x),
            Scalar.Sum(Scalar.Negate(var x), var y) => Node("Sub", y, x),
            Scalar.Sum(var x, Scalar.Negate(var y)) => Node("Sub", x, y),
            Scalar.Sum(var x, var y) => Node("Add", x, y),
            Scalar.Product(var x, var y) => Node("Mul", x, y),
            Scalar.Quotient(var x, var y) => Node("Div", x, y),
            Scalar.Call(nameof(Scalar.Expm1), var x, _) => graph.Node("Sub", [Write(Scalar.Exp(x)), graph.Number(1)], output),
            Scalar.Call("Pow", var x, { } exponent) => graph.Node("Pow", [Write(x), graph.Number(exponent)], output),
            Scalar.Call("LeakyReLU", var x, 0) => Node("Relu", x),
            Scalar.Call("LeakyReLU", var x, { } slope) => graph.Node("LeakyRelu", [Write(x)], output, OnnxLines.Attribute("alpha", slope)),
            Scalar.Call(_, var x, _) { Function.Onnx: { } function } => Node(function, x),
            Scalar.Choice(var condition, var x, var y) =>
                graph.Node("Where", [graph.Node("Greater", [Write(condition), graph.Number(0)]), Write(x), Write(y)], output),
            _ => throw new InvalidOperationException($"No operator is written for {scalar.GetType().Name}."),
        };
        written[scalar] = name;
        return name;

        string Leaf(string of) => output is null ? of : graph.Node("Identity", [of], output);

        string Node(string @operator, Scalar x, Scalar? y = null) => graph.Node(@operator, y is null ? [Write(x)] : [Write(x), Write(y)], output);
    }
}
