using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Ir;

/// <summary>
/// Merges operations into fewer launches: expressions become epilogues of the contractions before them, or parts of the expressions and sums after them,
/// and sums over the same values are merged. Runs its rules until none applies.
/// </summary>
internal static class Fuse
{
    /// <summary>How many operands an expression in a kernel can read.</summary>
    public const int MostOperands = 8;

    private const string NoteSeparator = "; ";

    /// <summary>How many sums are taken at once.</summary>
    public const int MostTerms = 4;

    /// <summary>
    /// Runs the rules until none applies: epilogues before maps before sums, each at the first place where it does. After a change only what it touched is
    /// looked at again, so that the time grows with the program's length and not with its square.
    /// </summary>
    public static Program Run(Program program)
    {
        var graph = new FusionGraph(Simplify.WithoutDeadCode(program));
        var waiting = new SortedSet<(Rule Rule, int Place, int Second)>();
        for (var place = 0; place < graph.Count; place++) Await(place);
        while (waiting.Count > 0)
        {
            var next = waiting.Min;
            waiting.Remove(next);
            var applied = next.Rule switch
            {
                Rule.Epilogue => FuseEpilogue(graph, next.Place),
                Rule.Map => FuseMap(graph, next.Place),
                _ => FuseSums.Run(graph, next.Place, next.Second),
            };
            if (!applied) continue;
            foreach (var place in graph.TakeTouched()) Await(place);
        }

        return graph.ToProgram();

        void Await(int place)
        {
            switch (graph[place]?.Operation)
            {
                case Operation.Map:
                    waiting.Add((Rule.Epilogue, place, 0));
                    waiting.Add((Rule.Map, place, 0));
                    break;
                case Operation.Reduce:
                    foreach (var other in FuseSums.Others(graph, place)) waiting.Add((Rule.Sums, Math.Min(place, other), Math.Max(place, other)));
                    break;
                default:
                    break;
            }
        }
    }

    private enum Rule
    {
        Epilogue,
        Map,
        Sums,
    }

    /// <summary>A map over a contraction that nothing else reads becomes its epilogue.</summary>
    private static bool FuseEpilogue(FusionGraph graph, int place)
    {
        if (graph[place] is not { Operation: Operation.Map map } node) return false;
        for (var i = 0; i < node.Inputs.Count; i++)
        {
            if (map.Readings[i].Kind != ReadingKind.Full || graph.SourceForOnlyReader(node.Inputs[i]) is not { } at) continue;
            if (graph[at] is not { Operation: Operation.Contract contract } source || graph.IsUpdateBetween(at, place)) continue;

            var operands = new Operands();
            for (var k = 2; k < source.Inputs.Count; k++) operands.Add(source.Inputs[k], contract.Readings[k - 2]);
            var inner = contract.Epilogue;
            var outer = operands.Take(map.Expression, node.Inputs, map.Readings, except: i, first: 1);
            if (operands.Count > MostOperands) continue;

            var epilogue = outer.Replace(leaf => leaf == Operands.Hole ? inner : leaf);
            graph.Replace(place, new Node(
                contract with { Epilogue = epilogue, Readings = operands.Readings },
                source.Inputs.Take(2).Concat(operands.Values).ToEquatableArray(),
                node.Outputs,
                Join(source.Note, node.Note)));
            return true;
        }

        return false;
    }

    /// <summary>A map that only maps and sums read becomes a part of them, where computing it again costs less than storing it.</summary>
    private static bool FuseMap(FusionGraph graph, int place)
    {
        if (graph[place] is not { Operation: Operation.Map map } node) return false;
        var readers = graph.ReadersThroughAliases(node.Outputs[0]).ToList();
        if (readers.Count == 0
            || readers.Any(reader => graph[reader]!.Operation is not (Operation.Map or Operation.Reduce) || graph.IsUpdateBetween(place, reader)))
            return false;

        var isSmall = node.Outputs[0].Extent.Batches == 0;
        var cost = Cost(map.Expression);
        var isCheap = node.Inputs.Count == 0 || (isSmall ? cost <= 8 : readers.Count == 1 || (readers.Count == 2 && cost <= 4 && node.Inputs.Count <= 3));
        if (!isCheap) return false;

        var replacements = readers.Select(reader => (reader, Fused: Inlined(graph, node, map, graph[reader]!))).ToList();
        if (replacements.Any(pair => pair.Fused is null)) return false;
        foreach (var (reader, fused) in replacements) graph.Replace(reader, fused!);
        return true;
    }

    private static Node? Inlined(FusionGraph graph, Node node, Operation.Map map, Node reader)
    {
        var readings = reader.Operation is Operation.Map readerMap ? readerMap.Readings : ((Operation.Reduce)reader.Operation).Readings;
        var at = Enumerable.Range(0, reader.Inputs.Count).Where(i => graph.Root(reader.Inputs[i]) == node.Outputs[0]).ToList();
        if (at.Count != 1) return null;

        var reading = readings[at[0]];
        if (reading.Kind == ReadingKind.Channel && map.Expression.All.Any(part => part is Scalar.SampleIndex)) return null;

        var operands = new Operands();
        Scalar[] terms = reader.Operation is Operation.Map { Expression: var expression } ? [expression] : [.. ((Operation.Reduce)reader.Operation).Terms];
        var outer = terms.Select(term => operands.Take(term, reader.Inputs, readings, except: at[0], first: 0)).ToArray();
        var inner = operands.Take(map.Expression, node.Inputs, map.Readings.Select(own => Composed(own, reading)).ToEquatableArray(), except: -1, first: 0);
        if (operands.Count > MostOperands) return null;

        var fused = outer.Select(term => term.Replace(leaf => leaf == Operands.Hole ? inner : leaf)).ToEquatableArray();
        Operation operation = reader.Operation is Operation.Reduce reduce
            ? reduce with { Terms = fused, Readings = operands.Readings }
            : new Operation.Map(fused[0], operands.Readings);
        return new Node(operation, operands.Values, reader.Outputs, Join(node.Note, reader.Note));
    }

    /// <summary>How an operand of an operand is read.</summary>
    private static Reading Composed(Reading inner, Reading outer) => (inner.Kind, outer.Kind) switch
    {
        (_, ReadingKind.Full) => inner,
        (_, ReadingKind.Single) or (ReadingKind.Single, _) => Reading.Single,
        (ReadingKind.Channel, ReadingKind.Sample) => Reading.Single,
        _ => outer,
    };

    // In additions, roughly.
    private static int Cost(Scalar scalar) => scalar.All.Sum(part => part switch
    {
        Scalar.Call call => call.Function.Cost,
        Scalar.Quotient => 4,
        Scalar.Variable or Scalar.Constant or Scalar.SampleIndex => 0,
        _ => 1,
    });

    internal static string Join(string first, string second)
    {
        var notes = first.Split([NoteSeparator], StringSplitOptions.RemoveEmptyEntries)
            .Concat(second.Split([NoteSeparator], StringSplitOptions.RemoveEmptyEntries));
        return string.Join(NoteSeparator, notes.Distinct());
    }
}
