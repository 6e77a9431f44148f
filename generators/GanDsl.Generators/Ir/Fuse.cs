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

    public static Program Run(Program program)
    {
        while (true)
        {
            var line = new Line(program);
            if ((FuseEpilogue(program, line) ?? FuseMap(program, line) ?? FuseSums.Run(program, line)) is not { } fused) return program;
            program = Simplify.WithoutDeadCode(fused);
        }
    }

    /// <summary>A map over a contraction that nothing else reads becomes its epilogue.</summary>
    private static Program? FuseEpilogue(Program program, Line line)
    {
        foreach (var node in program.Nodes)
        {
            if (node.Operation is not Operation.Map map) continue;
            for (var i = 0; i < node.Inputs.Count; i++)
            {
                if (map.Readings[i].Kind != ReadingKind.Full || line.Source(node.Inputs[i], onlyReader: true) is not { Operation: Operation.Contract contract } source) continue;
                if (line.IsUpdateBetween(source, node)) continue;

                var operands = new Operands();
                for (var k = 2; k < source.Inputs.Count; k++) operands.Add(source.Inputs[k], contract.Readings[k - 2]);
                var inner = contract.Epilogue;
                var outer = operands.Take(map.Expression, node.Inputs, map.Readings, except: i, first: 1);
                if (operands.Count > MostOperands) continue;

                var epilogue = outer.Replace(leaf => leaf == Operands.Hole ? inner : leaf);
                var fused = new Node(
                    contract with { Epilogue = epilogue, Readings = operands.Readings },
                    source.Inputs.Take(2).Concat(operands.Values).ToEquatableArray(),
                    node.Outputs,
                    Join(source.Note, node.Note));
                return line.Replace(node, fused);
            }
        }

        return null;
    }

    /// <summary>A map that only maps and sums read is inlined into them, where recomputing it costs less than storing it.</summary>
    private static Program? FuseMap(Program program, Line line)
    {
        foreach (var node in program.Nodes)
        {
            if (node.Operation is not Operation.Map map) continue;
            var readers = line.ReadersThroughAliases(node.Outputs[0]);
            if (readers.Count == 0 || readers.Any(reader => reader.Operation is not (Operation.Map or Operation.Reduce) || line.IsUpdateBetween(node, reader))) continue;

            var isSmall = node.Outputs[0].Extent.Batches == 0;
            var cost = Cost(map.Expression);
            var isCheap = node.Inputs.Count == 0 || (isSmall ? cost <= 8 : readers.Count == 1 || (readers.Count == 2 && cost <= 4 && node.Inputs.Count <= 3));
            if (!isCheap) continue;

            var replacements = readers.Select(reader => (reader, Fused: Inlined(line, node, map, reader))).ToList();
            if (replacements.Any(pair => pair.Fused is null)) continue;
            return line.Replace(replacements.ToDictionary(pair => pair.reader, pair => pair.Fused!));
        }

        return null;
    }

    private static Node? Inlined(Line line, Node node, Operation.Map map, Node reader)
    {
        var readings = reader.Operation is Operation.Map readerMap ? readerMap.Readings : ((Operation.Reduce)reader.Operation).Readings;
        var at = Enumerable.Range(0, reader.Inputs.Count).Where(i => line.Root(reader.Inputs[i]) == node.Outputs[0]).ToList();
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
        var notes = first.Split([NoteSeparator], StringSplitOptions.RemoveEmptyEntries).Concat(second.Split([NoteSeparator], StringSplitOptions.RemoveEmptyEntries));
        return string.Join(NoteSeparator, notes.Distinct());
    }
}
