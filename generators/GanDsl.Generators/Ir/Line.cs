namespace GanDsl.Generators.Ir;

/// <summary>An index of a program by its values: what produces one, what reads one, and where.</summary>
internal sealed class Line
{
    private readonly Dictionary<Node, int> places = [];
    private readonly Node[] sources;
    private readonly List<Node>?[] readers;

    public Line(Program program)
    {
        // By the values' ids.
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

    /// <summary>What reads a value's elements, under whatever shape.</summary>
    public List<Node> ReadersThroughAliases(Value value) =>
        Readers(value).SelectMany(reader => reader.Operation is Operation.Reshape ? ReadersThroughAliases(reader.Outputs[0]) : [reader]).Distinct().ToList();
}
