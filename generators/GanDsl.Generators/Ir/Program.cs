using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Ir;

/// <summary>A value of a program.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Extent">How large it is.</param>
/// <param name="Name">What it is called in generated code; no two values of a program share a name.</param>
internal sealed record Value(int Id, Extent Extent, string Name)
{
    // Ids tell the values of a program apart; passes look values up too often to hash shapes and names each time.
    public override int GetHashCode() => Id;
}

/// <summary>An operation at its place.</summary>
/// <param name="Operation">What is done.</param>
/// <param name="Inputs">What is read.</param>
/// <param name="Outputs">What is written.</param>
/// <param name="Note">Which layer it belongs to, for readers.</param>
internal sealed record Node(Operation Operation, EquatableArray<Value> Inputs, EquatableArray<Value> Outputs, string Note)
{
    // What a node gives tells it apart; effects, which give nothing, go by what they take.
    public override int GetHashCode() => Outputs.Count > 0 ? Outputs[0].Id : Inputs.Count > 0 ? ~Inputs[0].Id : 0;
}

/// <summary>
/// A straight line of operations, in the order in which they run. Each pass takes one and gives one: Build → Differentiate → Simplify → Fuse → PlanMemory.
/// </summary>
/// <param name="Nodes">The operations.</param>
internal sealed record Program(EquatableArray<Node> Nodes)
{
    /// <summary>Which nodes read a value.</summary>
    public ILookup<Value, Node> Readers => Nodes.SelectMany(node => node.Inputs.Select(input => (input, node))).ToLookup(pair => pair.input, pair => pair.node);

    public override string ToString() => ProgramText.Of(this);
}
