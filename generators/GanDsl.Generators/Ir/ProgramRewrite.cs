using GanDsl.Generators.Text;

namespace GanDsl.Generators.Ir;

/// <summary>A program written anew from top to bottom, in which a pass writes some operations otherwise: what they gave is read wherever it was.</summary>
internal sealed class ProgramRewrite
{
    private readonly Dictionary<Value, Value> renamed = [];

    private ProgramRewrite()
    {
    }

    /// <summary>What is written so far.</summary>
    public ProgramBuilder Builder { get; } = new();

    /// <summary>A value of the old program in the new one.</summary>
    public Value this[Value old] => renamed[old];

    /// <param name="program">The old program.</param>
    /// <param name="otherwise">
    /// Writes what an operation with one output becomes, and returns what stands for that output; null where the operation stays as it is.
    /// </param>
    public static Program Run(Program program, Func<ProgramRewrite, Node, Value?> otherwise)
    {
        var rewrite = new ProgramRewrite();
        foreach (var node in program.Nodes) rewrite.Write(node, otherwise);
        return rewrite.Builder.ToProgram();
    }

    private void Write(Node node, Func<ProgramRewrite, Node, Value?> otherwise)
    {
        Builder.Note = node.Note;
        Value[] inputs = [.. node.Inputs.Select(input => renamed[input])];
        if (node.Operation.IsEffect)
        {
            Builder.Do(node.Operation, inputs);
            return;
        }

        var outputs = otherwise(this, node) is { } other
            ? EquatableArray.Of(other)
            : Builder.Add(node.Operation, inputs, [.. node.Outputs.Select(output => output.Extent)], [.. node.Outputs.Select(output => output.Name)]);
        for (var i = 0; i < outputs.Count; i++)
        {
            // Whoever reads a value was written for its extent.
            var (old, written) = (node.Outputs[i], outputs[i]);
            if (written.Extent != old.Extent) throw new InvalidOperationException($"{old.Name} was {old.Extent} and became {written.Extent}.");
            renamed[old] = written;
        }
    }
}
