using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Ir;

/// <summary>A value of a program.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Extent">How large it is.</param>
/// <param name="Name">Its name in generated code; no two values of a program share one.</param>
internal sealed record Value(int Id, Extent Extent, string Name)
{
    // Ids tell the values of a program apart; passes look values up too often to hash shapes and names each time.
    public override int GetHashCode() => Id;
}

/// <summary>An operation with its inputs and outputs.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Inputs">What it reads.</param>
/// <param name="Outputs">What it produces.</param>
/// <param name="Note">The layer that it belongs to, for people.</param>
internal sealed record Node(Operation Operation, EquatableArray<Value> Inputs, EquatableArray<Value> Outputs, string Note)
{
    // A node is identified by its outputs; an effect, which has none, by its inputs.
    public override int GetHashCode() => Outputs.Count > 0 ? Outputs[0].Id : Inputs.Count > 0 ? ~Inputs[0].Id : 0;
}

/// <summary>
/// A straight line of operations, in the order in which they run. Each pass takes one and returns one: Build → Differentiate → Simplify → Fuse → PlanMemory.
/// </summary>
/// <param name="Nodes">The operations.</param>
internal sealed record Program(EquatableArray<Node> Nodes)
{
    /// <summary>The nodes that read a value.</summary>
    public ILookup<Value, Node> Readers => Nodes.SelectMany(node => node.Inputs.Select(input => (input, node))).ToLookup(pair => pair.input, pair => pair.node);

    public override string ToString() => ProgramText.Of(this);
}
