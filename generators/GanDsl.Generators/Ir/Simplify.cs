using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Ir;

/// <summary>
/// Drops what no effect needs, computes only the half of a joint value that is read, and moves constant factors out of sums: γ/σ multiplies a channel's sum,
/// not its terms, so that all sums of a BatchNorm become the same two.
/// </summary>
internal static class Simplify
{
    public static Program Run(Program program)
    {
        var readers = program.Readers;
        var line = new Line(program);
        return WithoutDeadCode(ProgramRewrite.Run(program, (rewrite, node) => node.Operation switch
        {
            Operation.Half(var which) => Halves.Of(rewrite, line, node.Inputs[0], which, node.Outputs[0].Name),

            // A sum that is a gradient as it is has to be stored anyway.
            Operation.Reduce { Terms.Count: 1 } reduce when !readers[node.Outputs[0]].Any(reader => reader.Operation is Operation.Gradient) =>
                Factored(rewrite.Builder, reduce, rewrite[node.Inputs[0]], node.Outputs[0]),
            _ => null,
        }));
    }

    /// <summary>The nodes that effects need, and inputs.</summary>
    public static Program WithoutDeadCode(Program program)
    {
        var needed = new HashSet<Value>();
        var remaining = new List<Node>();
        foreach (var node in program.Nodes.Reverse())
        {
            if (!HasEffect(node.Operation) && !node.Outputs.Any(needed.Contains)) continue;
            needed.UnionWith(node.Inputs);
            remaining.Add(node);
        }

        remaining.Reverse();
        return new Program(remaining.ToEquatableArray());
    }

    /// <summary>Whether an operation is needed though nothing reads what it computes. What the caller gives has a place, read or not.</summary>
    public static bool HasEffect(Operation operation) =>
        operation.IsEffect || operation is Operation.Input or Operation.Moments { RunningMean: not null } or Operation.PowerIteration { Iterations: > 0 }
            or Operation.RunningMeans;

    private static Value Factored(ProgramBuilder builder, Operation.Reduce reduce, Value summed, Value output)
    {
        var source = builder.Source(summed);
        if (source.Operation is not Operation.Map map) return builder.Reduce(reduce.Over, summed, output.Name, output.Extent);

        var outside = new List<Scalar>();
        var inside = new List<Scalar>();
        foreach (var factor in Factors(map.Expression)) (IsEven(factor, map, reduce) ? outside : inside).Add(factor);
        if (!outside.Any(factor => Varies(factor, map)) || inside.Count == 0) return builder.Reduce(reduce.Over, summed, output.Name, output.Extent);

        var operands = source.Inputs.Select((input, i) => (input, map.Readings[i])).ToList();
        var terms = Vjp.MapOf(builder, Product(inside), reduce.Extent, summed.Name + "Terms", operands);
        var sum = builder.Reduce(reduce.Over, terms, output.Name + "Sum", output.Extent);

        // Outside the sum, an operand read by channel or by sample has one element.
        var (factors, around) = (Product(outside), new List<(Value, Reading)>());
        foreach (var (value, reading) in operands) around.Add((value, reading.Kind == ReadingKind.Single ? Reading.Single : Reading.Full));
        around.Add((sum, Reading.Full));
        return Vjp.MapOf(builder, factors * X(around.Count - 1), output.Extent, output.Name, around);
    }

    private static IEnumerable<Scalar> Factors(Scalar scalar) => scalar switch
    {
        Product(var x, var y) => Factors(x).Concat(Factors(y)),
        Negate(var x) => Factors(x).Prepend(-1),
        Quotient(var x, var y) => Factors(x).Append(1 / y),
        _ => [scalar],
    };

    // Moving a number or 1/N out of a sum saves nothing and costs a launch.
    private static bool Varies(Scalar factor, Operation.Map map) =>
        factor.All.OfType<Variable>().Any(variable => map.Readings[variable.Index].Kind != ReadingKind.Single);

    private static Scalar Product(IEnumerable<Scalar> factors) => factors.Aggregate((Scalar)1, (product, factor) => product * factor);

    /// <summary>Whether a factor is the same in all elements of a sum.</summary>
    private static bool IsEven(Scalar factor, Operation.Map map, Operation.Reduce reduce) => factor.All.All(part => part switch
    {
        Variable(var index) => map.Readings[index].Kind == ReadingKind.Single
            || (reduce.Over == Over.Channel && map.Readings[index] == Reading.Channel(reduce.Extent))
            || (reduce.Over == Over.Sample && map.Readings[index] == Reading.Sample(reduce.Extent)),
        SampleIndex => false,
        _ => true,
    });
}
