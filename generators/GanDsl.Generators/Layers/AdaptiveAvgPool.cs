using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>Means of windows that cover a sequence or a picture evenly. PyTorch: nn.AdaptiveAvgPool1d, nn.AdaptiveAvgPool2d.</summary>
/// <param name="Directions">1 over sequences, which are pictures of height 1; 2 over pictures.</param>
internal sealed record AdaptiveAvgPool(int Directions, Pair Size, string? ArgumentProblem) : Layer
{
    public static Layer Read1d(AttributeValues values) => Read(values, directions: 1);

    public static Layer Read2d(AttributeValues values) => Read(values, directions: 2);

    private static Layer Read(AttributeValues values, int directions)
    {
        var size = values.Ints("outputSize", 0);
        var problem = AtLeast("outputSize", size, 1);
        return new AdaptiveAvgPool(directions, problem is null ? Pair.From(size, directions, 1) : default, problem);
    }

    public override string Name => $"AdaptiveAvgPool{Numbers.Plain(Directions)}d";

    public override string Description => ArgumentProblem is not null ? Name : $"{Name}({Size.PythonIn(Directions)})";

    public override bool BackwardReadsOutput => false;

    public override string? BadArgument() => ArgumentProblem;

    public override Fit Fit(Shape input) => input.Rank == Directions + 1
        ? GivesPixels(Directions, input.Channels, Size.Height, Size.Width)
        : NoPixelsToMoveOver(Directions);

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of($"nn.{Name}({Size.PythonIn(Directions)})");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) => new(Directions == 1
        ? $"{Name}({names.Input}, length: {Numbers.Plain(Size.Width)})"
        : $"{Name}({names.Input}, height: {Numbers.Plain(Size.Height)}, width: {Numbers.Plain(Size.Width)})");

    public override Value Lower(Lowering at, Value input)
    {
        var picture = at.Input.AsPicture;
        var means = at.Builder.Resample(
            at.Builder.Reshape(input, picture, at.Name("Picture")),
            new Band.Means(picture.Height, Size.Height, IsAdjoint: false),
            new Band.Means(picture.Width, Size.Width, IsAdjoint: false),
            at.Name());
        return at.Builder.Reshape(means, at.Output, at.Name());
    }
}
