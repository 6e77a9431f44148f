using GanDsl.Generators.Ir;
using GanDsl.Generators.Regularizers;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Programs;

/// <content>The sums that the report is computed from. In a game over two pairs, each is the sum over both.</content>
internal sealed partial class StepProgram
{
    // The first pair's values for the report, until the second pair's are added.
    private readonly Dictionary<string, Value> reportsOfFirst = [];

    /// <returns>The sum.</returns>
    private Value Report(string slot, Scalar expression, Value logits, params Value[] others)
    {
        var operands = new List<(Value, Reading)> { (logits, Reading.Full) };
        operands.AddRange(others.Select(other => (other, Reading.Single)));
        var name = char.ToLowerInvariant(slot[0]) + slot.Substring(1);
        var terms = Vjp.MapOf(builder, MeanOfPatches(expression.Replace(leaf => leaf is Logit ? X(0) : leaf)), logits.Extent, name + "Terms", operands);
        var sum = builder.Reduce(Over.All, terms, name);
        Report(slot, sum);
        return sum;
    }

    private void Report(Regularizer regularizer, Value sum) => Report($"Penalty({Numbers.Plain(pair.NumberOf(regularizer))})", sum);

    private void Report(string slot, Value sum)
    {
        if (pair.PairCount == 1)
        {
            builder.Do(new Operation.Report(slot), sum);
            return;
        }

        if (!pair.IsInverse)
        {
            reportsOfFirst.Add(slot, sum);
            return;
        }

        var both = reportsOfFirst.TryGetValue(slot, out var first)
            ? builder.Map(X(0) + X(1), Extent.Single, first.Name + "OfPairs", (first, Reading.Full), (sum, Reading.Full))
            : sum;
        reportsOfFirst.Remove(slot);
        builder.Do(new Operation.Report(slot), both);
    }

    // What only the first pair reports: it splits reals and fakes, and the second does not.
    private void FlushReports()
    {
        foreach (var report in reportsOfFirst.OrderBy(report => report.Key, StringComparer.Ordinal)) builder.Do(new Operation.Report(report.Key), report.Value);
        reportsOfFirst.Clear();
    }
}
