using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Layers;

/// <summary>Zeroes whole channels at random in train mode. PyTorch: nn.Dropout2d.</summary>
internal sealed record Dropout2d(double P) : Layer
{
    public static Layer Read(AttributeValues values) => new Dropout2d(values.Double("p"));

    public override string Name => "Dropout2d";

    public override string Description => $"Dropout2d({Numbers.Literal(P)})";

    public override bool DependsOnMode => true;

    public override string? BadArgument() => Within("p", P, 0, 1);

    public override Fit Fit(Shape input) => input.Rank == 3
        ? new Fit.Gives(input)
        : Fails(LayerRules.Rank, "it takes pictures (N, channels, height, width); use [Dropout] here");

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of($"nn.Dropout2d({Numbers.Literal(P)})");

    // In eval mode the output is the input itself: nothing may overwrite it.
    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"Dropout2d({names.Input}, {Numbers.Literal(P)}, mode)", IsView: true);

    public override Value Lower(Lowering at, Value input)
    {
        if (!at.Training || P == 0) return input;
        var channels = new Extent(input.Extent.Batches * input.Extent.Channels, EquatableArray.Of(1));
        var kept = at.Builder.Draw(Distribution.Bernoulli, channels, at.Name("Kept"), 1 - P);
        return at.Builder.Map(
            X(0) * X(1) * (P == 1 ? 0 : 1 / (1 - P)), input.Extent, at.Name(), (input, Reading.Full), (kept, Reading.SampleChannel(input.Extent)));
    }
}
