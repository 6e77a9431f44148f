using GanDsl.Generators.Scalars;

namespace GanDsl.Generators.Backends.Onnx;

/// <summary>Writes a scalar expression as operators on tensors, each part once.</summary>
/// <param name="graph">Where they are written.</param>
/// <param name="operands">The names of its variables.</param>
internal sealed class OnnxExpression(OnnxLines graph, IReadOnlyList<string> operands)
{
    private readonly Dictionary<Scalar, string> written = [];

    /// <summary>Writes it.</summary>
    /// <param name="scalar">The expression.</param>
    /// <param name="output">What the result is called; null: it gets a name.</param>
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
            Scalar.SoftplusOf(var x) => Node("Softplus", x),
            Scalar.SigmoidOf(var x) => Node("Sigmoid", x),
            Scalar.SqrtOf(var x) => Node("Sqrt", x),
            Scalar.TanhOf(var x) => Node("Tanh", x),
            Scalar.CosOf(var x) => Node("Cos", x),
            Scalar.SinOf(var x) => Node("Sin", x),
            Scalar.FloorOf(var x) => Node("Floor", x),
            Scalar.ErfOf(var x) => Node("Erf", x),
            Scalar.ExpOf(var x) => Node("Exp", x),
            Scalar.Expm1Of(var x) => graph.Node("Sub", [Write(new Scalar.ExpOf(x)), graph.Number(1)], output),
            Scalar.LogOf(var x) => Node("Log", x),
            Scalar.PowerOf(var x, var exponent) => graph.Node("Pow", [Write(x), graph.Number(exponent)], output),
            Scalar.LeakyOf(var x, 0) => Node("Relu", x),
            Scalar.LeakyOf(var x, var slope) => graph.Node("LeakyRelu", [Write(x)], output, OnnxLines.Attribute("alpha", slope)),
            Scalar.Choice(var condition, var x, var y) => graph.Node("Where", [graph.Node("Greater", [Write(condition), graph.Number(0)]), Write(x), Write(y)], output),
            _ => throw new InvalidOperationException($"No operator is written for {scalar.GetType().Name}."),
        };
        written[scalar] = name;
        return name;

        string Leaf(string of) => output is null ? of : graph.Node("Identity", [of], output);

        string Node(string @operator, Scalar x, Scalar? y = null) => graph.Node(@operator, y is null ? [Write(x)] : [Write(x), Write(y)], output);
    }
}
