using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Layers;

/// <summary>Normalises over the batch, with γ and β of the sample's label. PyTorch: nn.BatchNorm2d(affine=False) and two nn.Embedding.</summary>
internal sealed record ConditionalBatchNorm(double Eps, double Momentum) : Junction(InputNames.Label)
{
    private const string PythonClass = """"
        class ConditionalBatchNorm(nn.modules.batchnorm._BatchNorm):
            """BatchNorm with gamma and beta of the sample's label."""

            def __init__(self, channels, classes, eps=1e-5, momentum=0.1):
                super().__init__(channels, eps, momentum, affine=False)
                self.gamma = nn.Parameter(1 + 0.02 * torch.randn(classes, channels))
                self.beta = nn.Parameter(torch.zeros(classes, channels))

            def _check_input_dim(self, x):
                pass

            def forward(self, x, labels):
                gamma, beta = (table[labels].reshape(x.shape[0], -1, *[1] * (x.dim() - 2)) for table in (self.gamma, self.beta))
                return super().forward(x) * gamma + beta
        """";

    public static Layer Read(AttributeValues values) => new ConditionalBatchNorm(values.Double("eps"), values.Double("momentum"));

    public override string Name => "ConditionalBatchNorm";

    public override string Description => Moments.Arguments.Any() ? $"{Name}({string.Join(", ", Moments.Arguments)})" : Name;

    public override bool CouplesSamples => true;

    public override bool ReadsLabelNumbers => true;

    public override bool BackwardReadsOutput => false;

    public override bool HasStatistics => true;

    private BatchMoments Moments => new(Eps, Momentum, AreTracked: true);

    public override string? BadArgument() => Positive("eps", Eps) ?? Within("momentum", Momentum, 0, 1);

    public override Fit Fit(Shape input, Shape tapped) => OfLabels(tapped) ?? BatchMoments.Fit(input);

    public override IEnumerable<Parameter> Parameters(EquatableArray<Shape> inputs) =>
    [
        new Parameter("gamma", ParameterRole.Table, EquatableArray.Of(inputs[1].Channels, inputs[0].Channels), new Initializer.Normal(1, 0.02)),
        new Parameter("beta", ParameterRole.Table, EquatableArray.Of(inputs[1].Channels, inputs[0].Channels), new Initializer.Constant(0)),
    ];

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) =>
        PythonText.Of($"ConditionalBatchNorm({Numbers.Plain(inputs[0].Channels)}, {Numbers.Plain(inputs[1].Channels)}{Moments.Python})", PythonClass);

    public override TorchText Torch(TorchNames names, Shape input, Shape output) => new(
        $"ConditionalBatchNorm({names.Input}, {names.Tapped}, {names.Field("statistics")}, {names.Parameter("gamma")}, {names.Parameter("beta")}, " +
        $"eps: {Numbers.Literal(Eps)}, momentum: {Numbers.Literal(Momentum)}, mode)");

    public override Value Lower(Lowering at, Value input, Value tapped)
    {
        var (normalised, operands) = Moments.Lower(at, input);

        var ofChannel = Reading.SampleChannel(input.Extent);
        operands.AddRange([(Rows(at, tapped, "gamma"), ofChannel), (Rows(at, tapped, "beta"), ofChannel)]);
        return at.Builder.Map((normalised * X(3)) + X(4), input.Extent, at.Name(), [.. operands]);
    }

    private static Value Rows(Lowering at, Value labels, string table) =>
        at.Builder.Contract(
            new Trilinear.Linear(at.Input.Channels, (int)labels.Extent.Elements), Side.Large, labels, at.Parameter(table)!, at.Name(Parameter.Capital(table)));
}
