using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;

namespace GanDsl.Generators.Layers;

/// <summary>The largest number of each window. PyTorch: nn.MaxPool2d.</summary>
internal sealed record MaxPool2d(Pair Kernel, Pair Stride, Pair Padding, string? ArgumentProblem) : WindowPool(Kernel, Stride, Padding, ArgumentProblem)
{
    public static Layer Read(AttributeValues values)
    {
        var (kernel, stride, padding, problem) = Arguments(values);
        return new MaxPool2d(kernel, stride, padding, problem);
    }

    public override string Name => "MaxPool2d";

    public override Value Lower(Lowering at, Value input) => at.Builder.MaxPool(input, Window, at.Output, at.Name());
}
