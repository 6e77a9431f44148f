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

    public static Program Run(Program program, int least = Least) => ProgramRewrite.Run(program, (rewrite, node) =>
        node.Operation is Operation.Contract { Gives: Side.Small, Form: Trilinear.Linear form }
        && form.Outputs >= LeastOutputs
        && (long)form.Inputs * form.Outputs >= least
            ? Transposed(rewrite.Builder, form, rewrite[node.Inputs[0]], rewrite[node.Inputs[1]], node.Outputs[0])
            : null);

    // large · weightᵀ: of the turned form the input is the small side, and the output the large one.
    private static Value Transposed(ProgramBuilder builder, Trilinear.Linear form, Value large, Value weight, Value output)
    {
        var transpose = new Operation.Permute(EquatableArray.Of(form.Outputs, form.Inputs), EquatableArray.Of(1, 0));
        var turned = builder.Add(transpose, [weight], Extent.Fixed(form.Inputs, form.Outputs), weight.Name + "Transposed");
        return builder.Add(new Operation.Contract(new Trilinear.Linear(form.Outputs, form.Inputs), Side.Large), [large, turned], output.Extent, output.Name);
    }
}
