using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Ir;

/// <summary>
/// Transposes large weights of dense layers before they are right operands of a product: the numbers that one work item reads and writes side by side
/// are then adjacent in memory, in the weight as in the result. That saves far more than the launch costs, once for all products with the same weight.
/// </summary>
internal static class TransposeWeights
{
    /// <summary>The smallest weight that is transposed: below, a launch costs what it saves.</summary>
    public const int Least = 1 << 16;

    // Lanes of the kernel for transposed weights: with fewer columns, most of its work would be wasted.
    private const int LeastOutputs = 16;

    public static Program Run(Program program, int least = Least)
    {
        var builder = new ProgramBuilder();
        var renamed = new Dictionary<Value, Value>();
        foreach (var node in program.Nodes)
        {
            builder.Note = node.Note;
            var inputs = node.Inputs.Select(input => renamed[input]).ToArray();
            if (node.Operation.IsEffect)
            {
                builder.Do(node.Operation, inputs);
                continue;
            }

            var outputs = node.Operation is Operation.Contract { Gives: Side.Small, Form: Trilinear.Linear form } && form.Outputs >= LeastOutputs && (long)form.Inputs * form.Outputs >= least
                ? EquatableArray.Of(Transposed(builder, form, inputs, node.Outputs[0]))
                : builder.Add(node.Operation, inputs, [.. node.Outputs.Select(output => output.Extent)], [.. node.Outputs.Select(output => output.Name)]);
            for (var i = 0; i < outputs.Count; i++) renamed[node.Outputs[i]] = outputs[i];
        }

        return builder.ToProgram();
    }

    // large · weightᵀ: in the transposed form the input is the small side, and the output the large one.
    private static Value Transposed(ProgramBuilder builder, Trilinear.Linear form, Value[] inputs, Value output)
    {
        var transpose = new Operation.Permute(EquatableArray.Of(form.Outputs, form.Inputs), EquatableArray.Of(1, 0));
        var weight = builder.Add(transpose, [inputs[1]], Extent.Fixed(form.Inputs, form.Outputs), inputs[1].Name + "Transposed");
        return builder.Add(new Operation.Contract(new Trilinear.Linear(form.Outputs, form.Inputs), Side.Large), [inputs[0], weight], output.Extent, output.Name);
    }
}
