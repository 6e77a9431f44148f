using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>Rows of a table by labels, which are one-hot rows: y = label W. PyTorch: nn.Embedding.</summary>
internal sealed record Embedding(int Features) : Layer
{
    public static Layer Read(AttributeValues values) => new Embedding(values.Int("features"));

    public override string Name => "Embedding";

    public override string Description => $"Embedding({Numbers.Plain(Features)})";

    public override bool ReadsLabelNumbers => true;

    public override bool BackwardReadsOutput => false;

    public override int? SpectralDimension => 0;

    public override string? BadArgument() => AtLeast("features", Features, 1);

    public override Fit Fit(Shape input) => Gives(Features);

    public override IEnumerable<Parameter> Parameters(Shape input) =>
        [new Parameter("weight", ParameterRole.Table, EquatableArray.Of(input.Channels, Features), new Initializer.Normal(0, 1))];

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) =>
        PythonText.Of($"nn.Embedding({Numbers.Plain(inputs[0].Channels)}, {Numbers.Plain(Features)})");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) => new($"Embedding({names.Input}, {names.Parameter("weight")})");

    // The table's rows are the outputs of a dense layer for one-hot inputs.
    public override Value Lower(Lowering at, Value input) => at.Contract(new Trilinear.Linear(Features, at.Input.Channels), Side.Large, input);
}
