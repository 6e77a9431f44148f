using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Ir;

/// <summary>
/// Gives every gradient and every reported number its own value, computed in place: an unchanged operand, or a value that two effects want, is copied.
/// </summary>
internal static class GradientPlacements
{
    public static Program Own(Program program)
    {
        var line = new Line(program);
        var taken = new HashSet<Value>();
        var nodes = new List<Node>();
        var next = program.Nodes.SelectMany(node => node.Outputs).Select(output => output.Id).DefaultIfEmpty(0).Max() + 1;
        foreach (var node in program.Nodes)
        {
            if (node.Operation is not (Operation.Gradient or Operation.Report))
            {
                nodes.Add(node);
                continue;
            }

            var value = node.Inputs[0];
            var root = line.Root(value);
            if (line.Source(root).Operation is Operation.Contract or Operation.Map or Operation.Reduce && taken.Add(root))
            {
                nodes.Add(node);
                continue;
            }

            var copy = new Value(next++, value.Extent, value.Name + "Copy");
            nodes.Add(new Node(new Operation.Map(Scalar.X(0), EquatableArray.Of(Reading.Full)), EquatableArray.Of(value), EquatableArray.Of(copy), node.Note));
            nodes.Add(node with { Inputs = EquatableArray.Of(copy) });
        }

        return new Program(nodes.ToEquatableArray());
    }
}
