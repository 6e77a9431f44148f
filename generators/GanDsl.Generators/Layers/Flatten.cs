using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>Joins dimensions. PyTorch: nn.Flatten; dimension 0 is the batch.</summary>
internal sealed record Flatten(int StartDim, int EndDim) : Layer
{
    public static Layer Read(AttributeValues values) => new Flatten(values.Int("startDim"), values.Int("endDim"));

    public override string Name => "Flatten";

    public override string Description => StartDim == 1 && EndDim == -1 ? Name : $"Flatten({Numbers.Plain(StartDim)}, {Numbers.Plain(EndDim)})";

    public override string? BadArgument() =>
        StartDim == 0 ? "startDim is 0, the batch, whose samples must stay apart; it must be at least 1" : null;

    public override Fit Fit(Shape input)
    {
        var start = FromFront(StartDim, input);
        var end = FromFront(EndDim, input);
        if (start < 1 || end > input.Rank || start > end)
        {
            return Fails(
                LayerRules.Rank,
                $"its dimensions {Numbers.Plain(StartDim)} to {Numbers.Plain(EndDim)} are not within 1 "
                    + $"to {Numbers.Plain(input.Rank)}; dimension 0 is the batch");
        }

        var joined = input.Dimensions.Skip(start - 1).Take(end - start + 1).Aggregate(1, (product, dimension) => product * dimension);
        return Gives([.. input.Dimensions.Take(start - 1), joined, .. input.Dimensions.Skip(end)]);
    }

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of(StartDim == 1 && EndDim == -1
        ? "nn.Flatten()"
        : $"nn.Flatten({Numbers.Plain(FromFront(StartDim, inputs[0]))}, {Numbers.Plain(FromFront(EndDim, inputs[0]))})");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"{names.Input}.flatten({Numbers.Plain(FromFront(StartDim, input))}, {Numbers.Plain(FromFront(EndDim, input))})", IsView: true);

    public override TorchBackward? Backward(TorchNames names, string output, Shape input) => TorchBackward.Reshape(names, input);

    public override Value Lower(Lowering at, Value input) => at.Builder.Reshape(input, at.Output, at.Name());

    private static int FromFront(int dimension, Shape input) => dimension < 0 ? dimension + input.Rank + 1 : dimension;
}
