using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>e^x / Σ e^x over the numbers of a sample. PyTorch: nn.Softmax(dim=1).</summary>
internal sealed record Softmax : Layer
{
    public static Layer Read(AttributeValues values) => new Softmax();

    public override string Name => "Softmax";

    public override bool GivesShares => true;

    public override Fit Fit(Shape input) => input.Rank == 1
        ? new Fit.Gives(input)
        : Fails(
            LayerRules.Rank,
            $"it takes flat samples (N, features); put [Flatten] before it, which outputs (N, {Numbers.Plain(input.Elements)})",
            Remedy.InsertBefore("Flatten"));

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of("nn.Softmax(dim=1)");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) => new($"{names.Input}.softmax(1)");

    public override Value Lower(Lowering at, Value input) => at.Builder.Softmax(input, at.Name());
}
