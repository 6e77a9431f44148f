using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>The same elements in another shape. PyTorch: nn.Unflatten.</summary>
internal sealed record Reshape(EquatableArray<int> Shape) : Layer
{
    public static Layer Read(AttributeValues values) => new Reshape(values.Ints("shape"));

    public override string Name => "Reshape";

    public override string Description => $"Reshape({Numbers.List(Shape)})";

    public override string? BadArgument() =>
        Shape.Count == 0 ? "it names no dimension; name at least one"
        : Shape.Any(dimension => dimension < 1) ? $"one of ({Numbers.List(Shape)}) is less than 1; every dimension must be at least 1"
        : null;

    public override Fit Fit(Shape input)
    {
        var shape = new Shape(Shape);
        return shape.Elements == input.Elements
            ? new Fit.Gives(shape)
            : Fails(LayerRules.Elements, $"has {Product(input.Dimensions)} elements, but {Product(Shape)} are asked for; the two products must be equal");
    }

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => inputs[0].Rank == 1
        ? PythonText.Of($"nn.Unflatten(1, {PythonText.Tuple(Shape)})")
        : PythonText.Of($"nn.Sequential(nn.Flatten(), nn.Unflatten(1, {PythonText.Tuple(Shape)}))");

    public override TorchText Torch(TorchNames names, Shape input, Shape output)
    {
        var shape = names.Field("shape");
        return new TorchText(
            $"{names.Input}.reshape({shape})",
            IsView: true,
            Field: $"long[] {shape} = [-1, {Numbers.List(Shape)}];");
    }

    public override TorchBackward? Backward(TorchNames names, string output, Shape input) => TorchBackward.Reshape(names, input);

    public override Value Lower(Lowering at, Value input) => at.Builder.Reshape(input, at.Output, at.Name());

    private static string Product(EquatableArray<int> dimensions)
    {
        var total = Numbers.Grouped(new Shape(dimensions).Elements);
        return dimensions.Count == 1 ? total : $"{Numbers.List(dimensions, "·")} = {total}";
    }
}
