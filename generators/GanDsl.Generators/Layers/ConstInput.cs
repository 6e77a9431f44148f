using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Layers;

/// <summary>A learned picture for every sample. StyleGAN's constant input.</summary>
internal sealed record ConstInput(EquatableArray<int> Shape) : Layer
{
    private const string PythonClass = """"
        class ConstInput(nn.Module):
            """A learned picture for every sample."""

            def __init__(self, channels, height, width):
                super().__init__()
                self.weight = nn.Parameter(torch.randn(channels, height, width))

            def forward(self, x):
                return self.weight.expand(x.shape[0], *self.weight.shape)
        """";

    public static Layer Read(AttributeValues values) => new ConstInput(EquatableArray.Of(values.Int("channels"), values.Int("height"), values.Int("width")));

    public override string Name => "ConstInput";

    public override string Description => $"{Name}({Numbers.List(Shape)})";

    public override bool BackwardReadsOutput => false;

    public override string? BadArgument() => AtLeast("channels", Shape[0], 1) ?? AtLeast("height", Shape[1], 1) ?? AtLeast("width", Shape[2], 1);

    public override Fit Fit(Shape input) => new Fit.Gives(new Shape(Shape));

    public override IEnumerable<Parameter> Parameters(Shape input) => [new Parameter("weight", ParameterRole.Other, Shape, new Initializer.Normal(0, 1))];

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of($"ConstInput{PythonText.Tuple(Shape)}", PythonClass);

    public override TorchText Torch(TorchNames names, Shape input, Shape output) => new($"ConstInput({names.Input}, {names.Parameter("weight")})");

    public override Value Lower(Lowering at, Value input) => at.Builder.Map(
        X(0),
        Extent.Of(input.Extent.Batches, at.Output),
        at.Name(),
        (at.Parameter("weight")!, new Reading(ReadingKind.Channel, (int)at.Output.Elements, 1)));
}
