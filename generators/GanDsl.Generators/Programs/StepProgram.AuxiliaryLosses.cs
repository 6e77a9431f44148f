using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Steps.Plan;
using GanDsl.Generators.AuxiliaryLosses;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Programs;

/// <content>Auxiliary losses: seeds at D's heads, or at G's samples.</content>
internal sealed partial class StepProgram
{
    private List<(Value At, Value Cotangent)> OfAuxiliaryLoss(Seed.OfAuxiliaryLoss of)
    {
        var seeds = new List<(Value, Value)>();
        var sum = of.Rows
            .Select(row => AddAuxiliaryLoss(of.Loss, values[row.Rows], values[row.Targets], seeds))
            .Aggregate((first, second) => builder.Map(X(0) + X(1), Extent.Single, first.Name + "Sum", (first, Reading.Full), (second, Reading.Full)));
        builder.Note = of.Loss.Description;
        Report($"{of.Player.Role}AuxiliaryLoss({Numbers.Plain(of.Number)})", sum);
        return seeds;
    }

    /// <returns>The sum of the auxiliary loss over the rows.</returns>
    private Value AddAuxiliaryLoss(AuxiliaryLoss auxiliaryLoss, Value rows, Value targets, List<(Value, Value)> seeds)
    {
        builder.Note = auxiliaryLoss.Description;
        var (loss, scale) = (auxiliaryLoss.Loss, auxiliaryLoss.Scale(rows.Extent.Elements) / pair.PairCount);
        var width = targets.Extent.Channels;
        Value[] parts = loss.Parts == 1
            ? [rows]
            : [.. Enumerable.Range(0, loss.Parts).Select(part => builder.Slice(rows, part * width, width, $"{rows.Name}Part"))];
        var read = loss.TakesShares ? [builder.Softmax(rows, rows.Name + "Shares")] : Bounded(loss, parts);
        var operands = Operands(read, targets);
        for (var part = 0; part < parts.Length; part++)
        {
            var slope = scale * loss.Slopes[part] * X(operands.Count);
            var seed = Vjp.MapOf(builder, slope, targets.Extent, Vjp.Name(parts[part]), [.. operands, (builder.BatchShare(), Reading.Single)]);
            if (loss.Bound is { } bound && part == parts.Length - 1)
            {
                seed = builder.Map(X(0) * Criterion.Inside(X(1), bound), seed.Extent, Vjp.Name(parts[part]), (seed, Reading.Full), (parts[part], Reading.Full));
            }

            seeds.Add((parts[part], seed));
        }

        var terms = Operands(loss.TakesShares ? [builder.LogSoftmax(rows, rows.Name + "Shares")] : read, targets);
        return builder.Reduce(Over.All, Vjp.MapOf(builder, scale * loss.Value, targets.Extent, rows.Name + "Terms", terms), rows.Name + "Loss");
    }

    private Value[] Bounded(Criterion loss, Value[] parts)
    {
        if (loss.Bound is not { } bound) return parts;
        var last = parts[parts.Length - 1];
        return [.. parts.Take(parts.Length - 1), builder.Map(Criterion.Bounded(X(0), bound), last.Extent, last.Name + "Bounded", (last, Reading.Full))];
    }

    private static List<(Value Value, Reading Reading)> Operands(IEnumerable<Value> parts, Value targets) =>
        [.. parts.Append(targets).Select(value => (value, Reading.Full))];
}
