using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>Normalises each channel of each sample. PyTorch: nn.InstanceNorm1d, nn.InstanceNorm2d.</summary>
internal sealed record InstanceNorm(double Eps, bool Affine) : Layer
{
    public static Layer Read(AttributeValues values) => new InstanceNorm(values.Double("eps"), values.Bool("affine"));

    public override string Name => "InstanceNorm";

    public override string Description
    {
        get
        {
            var arguments = new List<string>();
            if (Eps != 1e-5) arguments.Add($"eps {Numbers.Literal(Eps)}");
            if (Affine) arguments.Add("affine");
            return arguments.Count == 0 ? Name : $"{Name}({string.Join(", ", arguments)})";
        }
    }

    public override bool BackwardReadsOutput => false;

    public override string? BadArgument() => Positive("eps", Eps);

    public override Fit Fit(Shape input) => input.Rank > 1 && input.Elements / input.Channels > 1
        ? new Fit.Gives(input)
        : Fails(
            LayerRules.Rank,
            "it normalises by the pixels of a channel and takes (N, channels, length) or (N, channels, height, width) with more than "
                + "one; use [LayerNorm] here");

    public override IEnumerable<Parameter> Parameters(Shape input)
    {
        if (!Affine) yield break;
        yield return new Parameter("weight", ParameterRole.Scale, EquatableArray.Of(input.Channels), new Initializer.Constant(1));
        yield return new Parameter("bias", ParameterRole.Shift, EquatableArray.Of(input.Channels), new Initializer.Constant(0));
    }

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of($"nn.InstanceNorm{Numbers.Plain(inputs[0].Rank - 1)}d("
        + $"{Numbers.Plain(inputs[0].Channels)}, eps={Numbers.Literal(Eps)}, affine={PythonText.Flag(Affine)})");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"InstanceNorm({names.Input}, {names.Parameter("weight", Affine)}, {names.Parameter("bias", Affine)}, eps: {Numbers.Literal(Eps)})");

    public override Value Lower(Lowering at, Value input) =>
        GroupStatistics.Normalise(at, input, input.Extent.Channels, Eps, Reading.Channel(input.Extent));
}
