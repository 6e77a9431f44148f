using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;

namespace GanDsl.Generators.Layers;

/// <summary>The mean of each window. PyTorch: nn.AvgPool2d.</summary>
internal sealed record AvgPool2d(Pair Kernel, Pair Stride, Pair Padding, string? ArgumentProblem) : WindowPool(Kernel, Stride, Padding, ArgumentProblem)
{
    public static Layer Read(AttributeValues values)
    {
        var (kernel, stride, padding, problem) = Arguments(values);
        return new AvgPool2d(kernel, stride, padding, problem);
    }

    public override string Name => "AvgPool2d";

    public override Value Lower(Lowering at, Value input) =>
        at.Builder.Add(new Operation.AvgPool(Window), [input], Extent.Of(input.Extent.Batches, at.Output), at.Name());
}
