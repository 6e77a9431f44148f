using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Layers;

/// <summary>Divides the channels at each pixel by the root of their mean square. PyTorch has no module for it.</summary>
internal sealed record PixelNorm(double Eps) : Layer
{
    private const string PythonClass = """"
        class PixelNorm(nn.Module):
            """Divides the channels at each pixel by the root of their mean square."""

            def __init__(self, eps):
                super().__init__()
                self.eps = eps

            def forward(self, x):
                return x * (x.square().mean(1, keepdim=True) + self.eps).rsqrt()
        """";

    public static Layer Read(AttributeValues values) => new PixelNorm(values.Double("eps"));

    public override string Name => "PixelNorm";

    public override string Description => Eps == 1e-8 ? Name : $"{Name}(eps {Numbers.Literal(Eps)})";

    public override bool BackwardReadsOutput => false;

    public override string? BadArgument() => Positive("eps", Eps);

    public override Fit Fit(Shape input) => input.Rank <= 3
        ? new Fit.Gives(input)
        : Fails(LayerRules.Rank, "it takes (N, features), (N, channels, length) or (N, channels, height, width); put [Reshape] before it");

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of($"PixelNorm({Numbers.Literal(Eps)})", PythonClass);

    public override TorchText Torch(TorchNames names, Shape input, Shape output) => new($"PixelNorm({names.Input}, eps: {Numbers.Literal(Eps)})");

    public override Value Lower(Lowering at, Value input)
    {
        var builder = at.Builder;
        var extent = input.Extent;
        var squared = builder.Map(X(0) * X(0), extent, at.Name("Squared"), (input, Reading.Full));
        Scalar root = 1 / Sqrt((1.0 / extent.Channels * X(0)) + Eps);
        if (extent.Shape.Rank == 1)
        {
            var squares = builder.Reduce(Over.Sample, squared, at.Name("Squares"));
            return builder.Map(X(0) * root.Replace(_ => X(1)), extent, at.Name(), (input, Reading.Full), (squares, Reading.Sample(extent)));
        }

        // A sum over channels at each pixel is a 1 × 1 convolution by ones, and its transpose brings one number a pixel to all channels.
        var pixels = new Shape(EquatableArray.Of([1, .. extent.Dimensions.Skip(1)]));
        var form = Trilinear.Convolution.Of(extent.Shape, pixels, Window.Single);
        var ones = builder.Map(1, form.Extent(Side.Weight, 0), at.Name("Ones"));
        var sums = builder.Contract(form, Side.Small, squared, ones, at.Name("Squares"));
        var inverse = builder.Map(root, sums.Extent, at.Name("InverseRoot"), (sums, Reading.Full));
        var spread = builder.Contract(form, Side.Large, inverse, ones, at.Name("Spread"));
        return builder.Map(X(0) * X(1), extent, at.Name(), (input, Reading.Full), (spread, Reading.Full));
    }
}
