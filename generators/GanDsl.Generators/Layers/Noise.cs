using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Layers;

/// <summary>Adds noise, one number a pixel, times a learned strength. StyleGAN's noise injection.</summary>
internal sealed record Noise : Layer
{
    private const string PythonClass = """"
        class Noise(nn.Module):
            """Adds noise, one number a pixel, times a learned strength."""

            def __init__(self):
                super().__init__()
                self.weight = nn.Parameter(torch.zeros(1))

            def forward(self, x):
                return x + self.weight * torch.randn_like(x[:, :1])
        """";

    public static Layer Read(AttributeValues values) => new Noise();

    public override string Name => "Noise";

    public override bool BackwardReadsOutput => false;

    public override Fit Fit(Shape input) => input.Rank == 3
        ? new Fit.Gives(input)
        : Fails(LayerRules.Rank, "it takes pictures (N, channels, height, width); put [Reshape(channels, height, width)] before it");

    public override IEnumerable<Parameter> Parameters(Shape input) =>
        [new Parameter("weight", ParameterRole.Other, EquatableArray.Of(1), new Initializer.Constant(0))];

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of("Noise()", PythonClass);

    public override TorchText Torch(TorchNames names, Shape input, Shape output) => new($"Noise({names.Input}, {names.Parameter("weight")})");

    public override Value Lower(Lowering at, Value input)
    {
        var pixels = new Shape(EquatableArray.Of([1, .. input.Extent.Dimensions.Skip(1)]));
        var noise = at.Builder.Draw(Distribution.Normal, Extent.Of(input.Extent.Batches, pixels), at.Name("Noise"));
        var spread = at.Builder.Spread(noise, input.Extent.Shape, at.Name("Spread"));
        return at.Builder.Map(
            X(0) + (X(1) * X(2)), input.Extent, at.Name(), (input, Reading.Full), (spread, Reading.Full), (at.Parameter("weight")!, Reading.Single));
    }
}
