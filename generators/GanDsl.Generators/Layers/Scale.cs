using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Layers;

/// <summary>factor · x. PyTorch: x * factor.</summary>
internal sealed record Scale(double Factor) : Layer
{
    private const string PythonClass = """"
        class Scale(nn.Module):
            """x times a number."""

            def __init__(self, factor):
                super().__init__()
                self.factor = factor

            def forward(self, x):
                return x * self.factor
        """";

    public static Layer Read(AttributeValues values) => new Scale(values.Double("factor"));

    public override string Name => "Scale";

    public override string Description => $"Scale({Numbers.Literal(Factor)})";

    public override bool BackwardReadsOutput => false;

    public override string? BadArgument() =>
        double.IsNaN(Factor) || double.IsInfinity(Factor) || Factor == 0 ? $"factor is {Numbers.Literal(Factor)}; it must be finite and not 0" : null;

    public override Fit Fit(Shape input) => new Fit.Gives(input);

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of($"Scale({Numbers.Literal(Factor)})", PythonClass);

    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"Scaled({names.Input}, {Numbers.Literal(Factor)})", $"ScaleInPlace({names.Input}, {Numbers.Literal(Factor)});");

    public override Value Lower(Lowering at, Value input) => at.Map(Factor * X(0), input);
}
