using GanDsl.Generators.Text;

namespace GanDsl.Generators.Programs;

/// <summary>A program looked at from its values: what gives one, what reads one, what stands between.</summary>
internal sealed class Line
{
    private readonly Program program;
    private readonly Dictionary<Node, int> places = [];
    private readonly Dictionary<Value, Node> sources = [];
    private readonly ILookup<Value, Node> readers;

    public Line(Program program)
    {
        this.program = program;
        for (var i = 0; i < program.Nodes.Count; i++)
        {
            places[program.Nodes[i]] = i;
            foreach (var output in program.Nodes[i].Outputs) sources[output] = program.Nodes[i];
        }

        readers = program.Readers;
    }

    public int Place(Node node) => places[node];

    public Node Source(Value value) => sources[value];

    public IEnumerable<Node> Readers(Value value) => readers[value].Distinct();

    /// <summary>The value whose elements another shows under its shape.</summary>
    public Value Root(Value value)
    {
        while (sources[value] is { Operation: Operation.Reshape } alias) value = alias.Inputs[0];
        return value;
    }

    /// <summary>What gives the value's elements, or null if anything else reads them.</summary>
    public Node? Source(Value value, bool onlyReader)
    {
        while (true)
        {
            if (onlyReader && readers[value].Count() != 1) return null;
            if (sources[value] is not { Operation: Operation.Reshape } alias) return sources[value];
            value = alias.Inputs[0];
        }
    }

    /// <summary>What reads a value's elements, under whatever shape.</summary>
    public List<Node> ReadersThroughAliases(Value value) =>
        Readers(value).SelectMany(reader => reader.Operation is Operation.Reshape ? ReadersThroughAliases(reader.Outputs[0]) : [reader]).Distinct().ToList();

    /// <summary>Whether a network moves between two nodes: what reads parameters must not cross that.</summary>
    public bool IsUpdateBetween(Node first, Node second) => IsUpdateBetween(places[first], places[second]);

    public bool IsUpdateBetween(int first, int second)
    {
        for (var i = first; i < second; i++)
        {
            if (program.Nodes[i].Operation is Operation.Update) return true;
        }

        return false;
    }

    public Program Replace(Node node, Node by) => Replace(new Dictionary<Node, Node> { [node] = by });

    public Program Replace(Dictionary<Node, Node> replacements) =>
        new(program.Nodes.Select(node => replacements.TryGetValue(node, out var by) ? by : node).ToEquatableArray());
}
