using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Layers;

/// <summary>A linear map of the features to one number, plus their inner product with the label's row of a table. PyTorch: nn.Linear(features, 1) and
/// nn.Embedding.</summary>
internal sealed record ProjectionHead() : Junction(InputNames.Label)
{
    private const string PythonClass = """"
        class ProjectionHead(nn.Module):
            """One number of the features, and their inner product with the label's row of a table."""

            def __init__(self, features, classes):
                super().__init__()
                linear = nn.Linear(features, 1)
                self.weight, self.bias = linear.weight, linear.bias
                self.embedding = nn.Parameter(torch.randn(classes, features))

            def forward(self, x, labels):
                return F.linear(x, self.weight, self.bias) + (self.embedding[labels] * x).sum(1, keepdim=True)
        """";

    public static Layer Read(AttributeValues values) => new ProjectionHead();

    public override string Name => "ProjectionHead";

    public override string Description => Name;

    public override bool ReadsLabelNumbers => true;

    public override int? SpectralDimension => 0;

    public override Fit Fit(Shape input, Shape tapped) => OfLabels(tapped) ?? (input.Rank == 1
        ? Gives(1)
        : Fails(LayerRules.Rank, $"it takes flat samples (N, features); put [GlobalSumPool] or [Flatten] before it", Remedy.InsertBefore("GlobalSumPool")));

    public override IEnumerable<Parameter> Parameters(EquatableArray<Shape> inputs) =>
    [
        new Parameter("weight", ParameterRole.Weight, EquatableArray.Of(1, inputs[0].Channels), Initializer.KaimingUniform(inputs[0].Channels)),
        new Parameter("bias", ParameterRole.Bias, EquatableArray.Of(1), Initializer.BiasUniform(inputs[0].Channels)),
        new Parameter("embedding", ParameterRole.Table, EquatableArray.Of(inputs[1].Channels, inputs[0].Channels), new Initializer.Normal(0, 1)),
    ];

    public override long MultiplyAdds(Shape input, Shape output) => 2L * input.Channels;

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) =>
        PythonText.Of($"ProjectionHead({Numbers.Plain(inputs[0].Channels)}, {Numbers.Plain(inputs[1].Channels)})", PythonClass);

    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"ProjectionHead({names.Input}, {names.Tapped}, {names.Parameter("weight")}, {names.Parameter("bias")}, {names.Parameter("embedding")})");

    public override Value Lower(Lowering at, Value input, Value tapped)
    {
        var features = at.Input.Channels;
        var linear = at.Contract(new Trilinear.Linear(features, 1), Side.Small, input);
        var rows = at.Builder.Contract(
            new Trilinear.Linear(features, (int)tapped.Extent.Elements), Side.Large, tapped, at.Parameter("embedding")!, at.Name("Rows"));
        var products = at.Builder.Map(X(0) * X(1), input.Extent, at.Name("Products"), (rows, Reading.Full), (input, Reading.Full));
        var inner = at.Builder.Reduce(Over.Sample, products, at.Name("Inner"));
        return at.Builder.Map(X(0) + X(1), linear.Extent, at.Name(), (linear, Reading.Full), (inner, Reading.Full));
    }
}
