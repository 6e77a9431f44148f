using GanDsl.Generators.Text;

namespace GanDsl.Generators.Ir;

/// <summary>An index of a program by its values: what produces one, what reads one, what is between.</summary>
internal sealed class Line
{
    private readonly Program program;
    private readonly Dictionary<Node, int> places = [];
    private readonly Node[] sources;
    private readonly List<Node>?[] readers;

    public Line(Program program)
    {
        // By the values' ids: passes build a new line after every change.
        this.program = program;
        var count = program.Nodes.SelectMany(node => node.Outputs).Select(output => output.Id + 1).DefaultIfEmpty(0).Max();
        sources = new Node[count];
        readers = new List<Node>?[count];
        for (var i = 0; i < program.Nodes.Count; i++)
        {
            var node = program.Nodes[i];
            places[node] = i;
            foreach (var output in node.Outputs) sources[output.Id] = node;
            foreach (var input in node.Inputs) (readers[input.Id] ??= []).Add(node);
        }
    }

    public int Place(Node node) => places[node];

    public Node Source(Value value) => sources[value.Id];

    public IEnumerable<Node> Readers(Value value) => (readers[value.Id] ?? []).Distinct();

    /// <summary>The value that another is a view of.</summary>
    public Value Root(Value value)
    {
        while (sources[value.Id] is { Operation: Operation.Reshape } alias) value = alias.Inputs[0];
        return value;
    }

    /// <summary>What produces the value's elements, or null if anything else reads them.</summary>
    public Node? Source(Value value, bool onlyReader)
    {
        while (true)
        {
            if (onlyReader && readers[value.Id]?.Count != 1) return null;
            if (sources[value.Id] is not { Operation: Operation.Reshape } alias) return sources[value.Id];
            value = alias.Inputs[0];
        }
    }

    /// <summary>What reads a value's elements, under whatever shape.</summary>
    public List<Node> ReadersThroughAliases(Value value) =>
        Readers(value).SelectMany(reader => reader.Operation is Operation.Reshape ? ReadersThroughAliases(reader.Outputs[0]) : [reader]).Distinct().ToList();

    /// <summary>Whether a network is updated, or a branch begins or ends, between two nodes: reads of parameters must not cross that.</summary>
    public bool IsUpdateBetween(Node first, Node second) => IsUpdateBetween(places[first], places[second]);

    public bool IsUpdateBetween(int first, int second)
    {
        for (var i = first; i < second; i++)
        {
            if (program.Nodes[i].Operation.IsBarrier) return true;
        }

        return false;
    }

    public Program Replace(Node node, Node by) => Replace(new Dictionary<Node, Node> { [node] = by });

    public Program Replace(Dictionary<Node, Node> replacements) =>
        new(program.Nodes.Select(node => replacements.TryGetValue(node, out var by) ? by : node).ToEquatableArray());
}
