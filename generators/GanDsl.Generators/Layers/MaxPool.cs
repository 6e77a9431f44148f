using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>The largest number of each window. PyTorch: nn.MaxPool1d, nn.MaxPool2d.</summary>
internal sealed record MaxPool(int Directions, Pair Kernel, Pair Stride, Pair Padding, string? ArgumentProblem)
    : WindowPool(Directions, Kernel, Stride, Padding, ArgumentProblem)
{
    public static Layer Read1d(AttributeValues values) => Read(values, directions: 1);

    public static Layer Read2d(AttributeValues values) => Read(values, directions: 2);

    private static Layer Read(AttributeValues values, int directions)
    {
        var (kernel, stride, padding, problem) = Arguments(values, directions);
        return new MaxPool(directions, kernel, stride, padding, problem);
    }

    public override string Name => $"MaxPool{Numbers.Plain(Directions)}d";

    protected override Value Pool(Lowering at, Value picture, Shape output) => at.Builder.MaxPool(picture, Window, output, at.Name());
}
