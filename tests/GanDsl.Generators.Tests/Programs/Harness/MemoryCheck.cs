using GanDsl.Generators.Ir;

namespace GanDsl.Generators.Tests.Programs.Harness;

/// <summary>Walks over a placed program and remembers which node wrote each range last: whatever a node reads must still be what it was.</summary>
internal sealed class MemoryCheck
{
    private readonly MemoryPlan plan;
    private readonly List<(bool IsBatch, long From, long To, int Writing)> written = [];
    private readonly Dictionary<Value, List<(long From, long To, int Writing)>> expected = [];
    private int writings;

    private MemoryCheck(MemoryPlan plan) => this.plan = plan;

    public static void Run(MemoryPlan plan)
    {
        var check = new MemoryCheck(plan);

        // What the caller gives is there before the first node runs.
        foreach (var node in plan.Program.Nodes.Where(node => node.Operation is Operation.Input)) check.Write(node.Outputs[0]);
        foreach (var node in plan.Program.Nodes.Where(node => node.Operation is not Operation.Input)) check.Visit(node);
    }

    private void Visit(Node node)
    {
        if (node.Outputs.Count > 0 && plan.Scratches.TryGetValue(node.Outputs[0], out var scratch)) WriteScratch(node, scratch);
        foreach (var input in node.Inputs) AssertIntact(node, input);

        var isPlacedJoin = node.Operation is Operation.Join && plan.Placements[node.Outputs[0]] == plan.Placements[node.Inputs[0]];
        if (node.Operation is Operation.Reshape or Operation.Half || isPlacedJoin)
        {
            foreach (var output in node.Outputs) Remember(output);
            return;
        }

        foreach (var output in node.Outputs)
        {
            AssertMayBeWritten(node, output);
            Write(output);
        }
    }

    // A work item reads an operand's element before it writes the same element; anything else would race.
    private void AssertMayBeWritten(Node node, Value output)
    {
        if (RangeOf(output) is not { } target) return;
        var readings = node.Operation switch
        {
            Operation.Map map => map.Readings,
            Operation.Contract contract => contract.Readings,
            _ => default,
        };
        var first = node.Inputs.Count - readings.Count;
        for (var i = 0; i < node.Inputs.Count; i++)
        {
            if (RangeOf(node.Inputs[i]) is not { } source || source.IsBatch != target.IsBatch || source.To <= target.From || target.To <= source.From) continue;
            Assert.True(i >= first && readings[i - first].Kind == ReadingKind.Full && source == target, $"{ProgramText.Of(node)} writes over what it reads.");
        }

        foreach (var other in node.Outputs.Where(other => other != output))
        {
            Assert.False(
                RangeOf(other) is { } range && range.IsBatch == target.IsBatch && range.From < target.To && target.From < range.To,
                $"{ProgramText.Of(node)} writes two values to one place.");
        }
    }

    private void AssertIntact(Node node, Value value)
    {
        if (!expected.TryGetValue(value, out var ranges)) return;
        var isBatch = RangeOf(value)!.Value.IsBatch;
        foreach (var range in ranges)
        {
            Assert.True(
                written.Any(now => now.IsBatch == isBatch && now.Writing == range.Writing && now.From <= range.From && range.To <= now.To),
                $"{ProgramText.Of(node)}: %{value.Name} was overwritten before.");
        }
    }

    private void WriteScratch(Node node, Scratch scratch)
    {
        var length = scratch.Slices * Slices.PartialLength(node);
        var range = scratch.Placement switch
        {
            Placement.Fixed(var at) => (false, at, at + length),
            Placement.Batch(var at, _) => (true, at, at + length),
            _ => throw new InvalidOperationException("Partial sums stand in the workspace."),
        };
        Write(range);
    }

    private void Write(Value value)
    {
        if (RangeOf(value) is not { } range) return;
        Write(range);
        Remember(value);
    }

    private void Write((bool IsBatch, long From, long To) range)
    {
        foreach (var old in written.Where(old => old.IsBatch == range.IsBatch && old.From < range.To && range.From < old.To).ToArray())
        {
            written.Remove(old);
            if (old.From < range.From) written.Add(old with { To = range.From });
            if (old.To > range.To) written.Add(old with { From = range.To });
        }

        written.Add((range.IsBatch, range.From, range.To, writings++));
    }

    private void Remember(Value value)
    {
        if (RangeOf(value) is not { } range) return;
        expected[value] = [.. written
            .Where(now => now.IsBatch == range.IsBatch && now.From < range.To && range.From < now.To)
            .Select(now => (Math.Max(now.From, range.From), Math.Min(now.To, range.To), now.Writing))];
        Assert.Equal(range.To - range.From, expected[value].Sum(part => part.To - part.From));
    }

    private (bool IsBatch, long From, long To)? RangeOf(Value value)
    {
        var length = value.Extent.Elements * Math.Max(1, value.Extent.Batches);
        return plan.Placements[value] switch
        {
            Placement.Fixed(var at) => (false, at, at + length),
            Placement.Batch(var at, var behind) => (true, at + behind, at + behind + length),
            _ => null,
        };
    }
}
