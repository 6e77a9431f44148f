using GanDsl.Generators.Text;

namespace GanDsl.Generators.Ir;

/// <summary>
/// A program that fusion changes in place. Operations keep their places in the order; what a change touches is collected, so that only that is looked at again.
/// </summary>
internal sealed class FusionGraph
{
    private readonly Node?[] nodes;

    // By the values' ids: where each is computed, and who reads it, one entry an operand.
    private readonly int[] sources;
    private readonly List<int>[] readers;

    // How many barriers stand before each place. None of them moves.
    private readonly int[] barriers;
    private readonly HashSet<int> touched = [];

    public FusionGraph(Program program)
    {
        nodes = [.. program.Nodes];
        barriers = new int[nodes.Length + 1];
        var values = program.Nodes.SelectMany(node => node.Outputs).Select(output => output.Id + 1).DefaultIfEmpty(0).Max();
        sources = new int[values];
        readers = new List<int>[values];
        for (var place = 0; place < nodes.Length; place++)
        {
            var node = program.Nodes[place];
            barriers[place + 1] = barriers[place] + (node.Operation.IsBarrier ? 1 : 0);
            foreach (var output in node.Outputs) (sources[output.Id], readers[output.Id]) = (place, []);
            foreach (var input in node.Inputs) readers[input.Id].Add(place);
        }
    }

    /// <summary>How many places there are.</summary>
    public int Count => nodes.Length;

    /// <summary>The operation at a place; null where it became part of another.</summary>
    public Node? this[int place] => nodes[place];

    /// <summary>The program as it is now.</summary>
    public Program ToProgram() => new(nodes.OfType<Node>().ToEquatableArray());

    /// <summary>The places that changes touched since this was last asked.</summary>
    public IReadOnlyList<int> TakeTouched()
    {
        var taken = touched.ToList();
        touched.Clear();
        return taken;
    }

    /// <summary>Where a value is computed.</summary>
    public int Source(Value value) => sources[value.Id];

    /// <summary>The value whose elements another shows under its shape.</summary>
    public Value Root(Value value)
    {
        while (nodes[sources[value.Id]] is { Operation: Operation.Reshape } alias) value = alias.Inputs[0];
        return value;
    }

    /// <summary>Where a value's elements are computed; null where more than one operand reads them.</summary>
    public int? SourceForOnlyReader(Value value)
    {
        while (true)
        {
            if (readers[value.Id].Count != 1) return null;
            if (nodes[sources[value.Id]] is not { Operation: Operation.Reshape } alias) return sources[value.Id];
            value = alias.Inputs[0];
        }
    }

    /// <summary>What reads a value.</summary>
    public IEnumerable<int> Readers(Value value) => readers[value.Id].Distinct();

    /// <summary>What reads a value's elements, under whatever shape.</summary>
    public IEnumerable<int> ReadersThroughAliases(Value value) =>
        Readers(value)
            .SelectMany(reader => nodes[reader]!.Operation is Operation.Reshape ? ReadersThroughAliases(nodes[reader]!.Outputs[0]) : [reader]).Distinct();

    /// <summary>Whether a network is updated, or a branch begins or ends, between two places: what reads parameters must not cross that.</summary>
    public bool IsUpdateBetween(int first, int second) => barriers[Math.Max(first, second)] > barriers[first];

    /// <summary>Puts an operation in the place of another with the same outputs. What nothing reads any more is gone.</summary>
    public void Replace(int place, Node by)
    {
        var before = nodes[place]!;
        nodes[place] = by;
        foreach (var input in by.Inputs) readers[input.Id].Add(place);
        foreach (var input in before.Inputs) StopReading(input, place);
        Touch(place);
        foreach (var input in before.Inputs) RemoveIfUnread(sources[input.Id]);
    }

    /// <summary>Puts an operation in the place of two, whose outputs it has both.</summary>
    public void Merge(int place, int gone, Node by)
    {
        var other = nodes[gone]!;
        foreach (var output in other.Outputs) sources[output.Id] = place;
        foreach (var input in other.Inputs) StopReading(input, gone);
        nodes[gone] = null;
        Replace(place, by);
    }

    private void StopReading(Value value, int place)
    {
        readers[value.Id].Remove(place);
        TouchSources(value);
        if (readers[value.Id].Count == 1) TouchReaders(value);
    }

    private void RemoveIfUnread(int place)
    {
        if (nodes[place] is not { } node || Simplify.HasEffect(node.Operation) || node.Outputs.Any(output => readers[output.Id].Count > 0)) return;
        foreach (var input in node.Inputs) StopReading(input, place);
        nodes[place] = null;
        foreach (var input in node.Inputs) RemoveIfUnread(sources[input.Id]);
    }

    private void Touch(int place)
    {
        touched.Add(place);
        foreach (var input in nodes[place]!.Inputs) TouchSources(input);
        foreach (var output in nodes[place]!.Outputs) TouchReaders(output);
    }

    private void TouchReaders(Value value) => touched.UnionWith(ReadersThroughAliases(value));

    private void TouchSources(Value value)
    {
        touched.Add(sources[value.Id]);
        touched.Add(sources[Root(value).Id]);
    }
}
