using GanDsl.Generators.Text;

namespace GanDsl.Generators.Ir;

/// <summary>Merges sums over the same values, so that their operands are read once.</summary>
internal static class FuseSums
{
    /// <summary>The sums that may be taken together with one: over the same extent, of some value that it reads, too.</summary>
    public static IEnumerable<int> Others(FusionGraph graph, int place)
    {
        var node = graph[place]!;
        var sum = (Operation.Reduce)node.Operation;
        return node.Inputs
            .SelectMany(input => graph.ReadersThroughAliases(graph.Root(input)))
            .Distinct()
            .Where(other => other != place && graph[other]!.Operation is Operation.Reduce reduce && reduce.Over == sum.Over && reduce.Extent == sum.Extent)
            .ToList();
    }

    /// <summary>Takes two sums together, the first before the second, where that can be.</summary>
    public static bool Run(FusionGraph graph, int first, int second)
    {
        if (graph[first] is not { Operation: Operation.Reduce } one || graph[second] is not { Operation: Operation.Reduce } other) return false;
        if (graph.IsUpdateBetween(first, second) || Together(graph, one, other) is not { } together) return false;

        // The joint sum stands where one of the two stood: all that it reads must be there by then, and nothing may have read it yet.
        if (other.Inputs.All(input => graph.Source(input) < first))
        {
            graph.Merge(first, second, together);
            return true;
        }

        if (!one.Outputs.SelectMany(graph.Readers).All(reader => reader > second)) return false;
        graph.Merge(second, first, together);
        return true;
    }

    private static Node? Together(FusionGraph graph, Node first, Node second)
    {
        var (a, b) = ((Operation.Reduce)first.Operation, (Operation.Reduce)second.Operation);
        if (a.Over != b.Over || a.Extent != b.Extent || a.Terms.Count + b.Terms.Count > Fuse.MostTerms) return null;
        if (!first.Inputs.Select(graph.Root).Intersect(second.Inputs.Select(graph.Root)).Any() || second.Inputs.Any(first.Outputs.Contains)) return null;

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
