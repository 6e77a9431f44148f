using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Layers;

/// <summary>Normalises over the batch, and over the pixels of a channel. PyTorch: nn.BatchNorm1d, nn.BatchNorm2d.</summary>
internal sealed record BatchNorm(double Eps, double Momentum, bool Affine, bool TrackRunningStats) : Layer
{
    public static Layer Read(AttributeValues values) =>
        new BatchNorm(values.Double("eps"), values.Double("momentum"), values.Bool("affine"), values.Bool("trackRunningStats"));

    public override string Name => "BatchNorm";

    public override string Description
    {
        get
        {
            var arguments = Moments.Arguments.ToList();
            if (!Affine) arguments.Add("not affine");
            if (!TrackRunningStats) arguments.Add("no running statistics");
            return arguments.Count == 0 ? Name : $"{Name}({string.Join(", ", arguments)})";
        }
    }

    public override bool CouplesSamples => true;

    public override bool BackwardReadsOutput => false;

    public override bool HasStatistics => TrackRunningStats;

    private BatchMoments Moments => new(Eps, Momentum, TrackRunningStats);

    public override string? BadArgument() => Positive("eps", Eps) ?? Within("momentum", Momentum, 0, 1);

    public override Fit Fit(Shape input) => BatchMoments.Fit(input);

    public override IEnumerable<Parameter> Parameters(Shape input)
    {
        if (!Affine) yield break;
        yield return new Parameter("weight", ParameterRole.Scale, EquatableArray.Of(input.Channels), new Initializer.Constant(1));
        yield return new Parameter("bias", ParameterRole.Shift, EquatableArray.Of(input.Channels), new Initializer.Constant(0));
    }

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of(
        $"nn.BatchNorm{(inputs[0].Rank == 3 ? "2d" : "1d")}({Numbers.Plain(inputs[0].Channels)}{Moments.Python}{(Affine ? "" : ", affine=False")}"
            + $"{(TrackRunningStats ? "" : ", track_running_stats=False")})");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) => new(
        $"BatchNorm({names.Input}, {(TrackRunningStats ? names.Field("statistics") : "null")}, {names.Parameter("weight", Affine)}, "
            + $"{names.Parameter("bias", Affine)}, "
        + $"eps: {Numbers.Literal(Eps)}, momentum: {Numbers.Literal(Momentum)}, mode)");

    public override TorchBackward? Backward(TorchNames names, string output, Shape input)
    {
        var (mean, deviation) = ($"mean{names.Id}", $"inverseDeviation{names.Id}");
        var affine = $"{names.Field("weight", Affine)}, {names.Field("bias", Affine)}";
        return new TorchBackward(
            $"BatchNormBackward(gradient, {names.Input}, {affine}, {mean}, {deviation}, eps: {Numbers.Literal(Eps)}, toParameters)",
            Forward: $"BatchNormSaving({names.Input}, {names.Field("statistics", TrackRunningStats)}, {affine}, eps: {Numbers.Literal(Eps)}, "
                + $"momentum: {Numbers.Literal(Momentum)})",
            Saves: EquatableArray.Of(mean, deviation));
    }

    public override Value Lower(Lowering at, Value input)
    {
        var (normalised, operands) = Moments.Lower(at, input);
        if (!Affine) return at.Builder.Map(normalised, input.Extent, at.Name(), [.. operands]);
        var channel = Reading.Channel(input.Extent);
        operands.AddRange([(at.Parameter("weight")!, channel), (at.Parameter("bias")!, channel)]);
        return at.Builder.Map((normalised * X(3)) + X(4), input.Extent, at.Name(), [.. operands]);
    }
}
