using GanDsl.Generators.Text;

namespace GanDsl.Generators.Ir;

/// <summary>Merges sums over the same values, so that their operands are read once.</summary>
internal static class FuseSums
{
    public static Program? Run(Program program, Line line)
    {
        var sums = program.Nodes.Where(node => node.Operation is Operation.Reduce).ToList();
        for (var i = 0; i < sums.Count; i++)
        {
            for (var j = i + 1; j < sums.Count; j++)
            {
                if (Together(line, sums[i], sums[j]) is not { } together) continue;
                var (first, second) = (line.Place(sums[i]), line.Place(sums[j]));
                if (line.IsUpdateBetween(first, second)) continue;

                // The joint sum takes the place of one of the two: its operands must exist by then, and nothing may have read it yet.
                if (sums[j].Inputs.All(input => line.Place(line.Source(input)) < first)) return At(program, sums[i], sums[j], together);
                if (sums[i].Outputs.SelectMany(line.Readers).All(reader => line.Place(reader) > second)) return At(program, sums[j], sums[i], together);
            }
        }

        return null;
    }

    private static Program At(Program program, Node at, Node gone, Node together) =>
        new(program.Nodes.Where(node => node != gone).Select(node => node == at ? together : node).ToEquatableArray());

    private static Node? Together(Line line, Node first, Node second)
    {
        var (a, b) = ((Operation.Reduce)first.Operation, (Operation.Reduce)second.Operation);
        if (a.Over != b.Over || a.Extent != b.Extent || a.Terms.Count + b.Terms.Count > Fuse.MostTerms) return null;
        if (!first.Inputs.Select(line.Root).Intersect(second.Inputs.Select(line.Root)).Any() || second.Inputs.Any(first.Outputs.Contains)) return null;

        var operands = new Operands();
        var terms = a.Terms.Select(term => operands.Take(term, first.Inputs, a.Readings, except: -1, first: 0)).ToList();
        terms.AddRange(b.Terms.Select(term => operands.Take(term, second.Inputs, b.Readings, except: -1, first: 0)));
        return operands.Count > Fuse.MostOperands
            ? null
            : new Node(
                a with { Terms = terms.ToEquatableArray(), Readings = operands.Readings },
                operands.Values,
                first.Outputs.Concat(second.Outputs).ToEquatableArray(),
                Fuse.Join(first.Note, second.Note));
    }
}
