using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>Means of windows that cover a picture evenly. PyTorch: nn.AdaptiveAvgPool2d.</summary>
internal sealed record AdaptiveAvgPool2d(Pair Size, string? ArgumentProblem) : Layer
{
    public static Layer Read(AttributeValues values)
    {
        var size = values.Ints("outputSize", 0);
        var problem = AtLeast("outputSize", size, 1);
        return new AdaptiveAvgPool2d(problem is null ? Pair.From(size) : default, problem);
    }

    public override string Name => "AdaptiveAvgPool2d";

    public override string Description => ArgumentProblem is not null ? Name : $"{Name}({(Size.IsSquare ? Numbers.Plain(Size.Height) : Size.ToString())})";

    public override bool BackwardReadsOutput => false;

    public override string? BadArgument() => ArgumentProblem;

    public override Fit Fit(Shape input) => input.Rank == 3
        ? Gives(input.Channels, Size.Height, Size.Width)
        : Fails(LayerRules.Rank, "it takes pictures (N, channels, height, width); put [Reshape(channels, height, width)] before it");

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of($"nn.AdaptiveAvgPool2d({Size.Python})");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"AdaptiveAvgPool2d({names.Input}, height: {Numbers.Plain(Size.Height)}, width: {Numbers.Plain(Size.Width)})");

    public override Value Lower(Lowering at, Value input) => at.Builder.Resample(
        input,
        new Band.Means(at.Input.Height, Size.Height, IsAdjoint: false),
        new Band.Means(at.Input.Width, Size.Width, IsAdjoint: false),
        at.Name());
}
