using GanDsl.Generators.Scalars;

namespace GanDsl.Generators.Ir;

/// <summary>
/// Reverse mode: continues a program with the gradients of what it computes. The result is an ordinary program, which can be differentiated again.
/// </summary>
internal static class Differentiate
{
    /// <param name="builder">The program so far; the gradient is appended to it.</param>
    /// <param name="seeds">Values with their cotangents, where backward starts: dL/dℓ on the logits.</param>
    /// <param name="wanted">The values to differentiate with respect to. Only what these need is computed: the other player's parameters cost nothing.</param>
    /// <returns>The cotangents of <paramref name="wanted"/>; null where L does not depend on it.</returns>
    public static Value?[] Run(ProgramBuilder builder, IReadOnlyList<(Value Value, Value Cotangent)> seeds, IReadOnlyList<Value> wanted)
    {
        var written = builder.Nodes.ToArray();
        var note = builder.Note;
        var active = new HashSet<Value>(wanted);
        foreach (var node in written)
        {
            if (node.Inputs.Any(active.Contains)) active.UnionWith(node.Outputs);
        }

        var cotangents = new Dictionary<Value, Value>();
        foreach (var (value, cotangent) in seeds) Add(value, cotangent);

        for (var i = written.Length - 1; i >= 0; i--)
        {
            var node = written[i];
            var ofOutputs = node.Outputs.Select(output => cotangents.TryGetValue(output, out var cotangent) ? cotangent : null).ToArray();
            if (node.Operation.IsLeaf || node.Operation.IsEffect || ofOutputs.All(cotangent => cotangent is null)) continue;

            var wants = node.Inputs.Select(active.Contains).ToArray();
            if (!wants.Contains(true)) continue;

            builder.Note = node.Note.Length == 0 ? note : $"{node.Note}, backward";
            var ofInputs = Vjp.Of(builder, node, ofOutputs, wants);
            for (var j = 0; j < ofInputs.Length; j++)
            {
                if (wants[j] && ofInputs[j] is { } cotangent) Add(node.Inputs[j], cotangent);
            }
        }

        builder.Note = note;
        return wanted.Select(value => cotangents.TryGetValue(value, out var cotangent) ? cotangent : null).ToArray();

        void Add(Value value, Value cotangent) => cotangents[value] = cotangents.TryGetValue(value, out var before)
            ? builder.Map(Scalar.X(0) + Scalar.X(1), value.Extent, Vjp.Name(value), (before, Reading.Full), (cotangent, Reading.Full))
            : cotangent;
    }
}
