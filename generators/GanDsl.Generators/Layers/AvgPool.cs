using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>The mean of each window. PyTorch: nn.AvgPool1d, nn.AvgPool2d.</summary>
internal sealed record AvgPool(int Directions, Pair Kernel, Pair Stride, Pair Padding, string? ArgumentProblem)
    : WindowPool(Directions, Kernel, Stride, Padding, ArgumentProblem)
{
    public static Layer Read1d(AttributeValues values) => Read(values, directions: 1);

    public static Layer Read2d(AttributeValues values) => Read(values, directions: 2);

    private static Layer Read(AttributeValues values, int directions)
    {
        var (kernel, stride, padding, problem) = Arguments(values, directions);
        return new AvgPool(directions, kernel, stride, padding, problem);
    }

    public override string Name => $"AvgPool{Numbers.Plain(Directions)}d";

    protected override Value Pool(Lowering at, Value picture, Shape output) =>
        at.Builder.Add(new Operation.AvgPool(Window), [picture], Extent.Of(picture.Extent.Batches, output), at.Name());
}
