using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>Normalises groups of channels of each sample. PyTorch: nn.GroupNorm.</summary>
internal sealed record GroupNorm(int Groups, double Eps, bool Affine) : Layer
{
    public static Layer Read(AttributeValues values) => new GroupNorm(values.Int("groups"), values.Double("eps"), values.Bool("affine"));

    public override string Name => "GroupNorm";

    public override string Description
    {
        get
        {
            var arguments = new List<string>();
            arguments.Add(Numbers.Plain(Groups));
            if (Eps != 1e-5) arguments.Add($"eps {Numbers.Literal(Eps)}");
            if (!Affine) arguments.Add("not affine");
            return arguments.Count == 0 ? Name : $"{Name}({string.Join(", ", arguments)})";
        }
    }

    public override bool BackwardReadsOutput => false;

    public override string? BadArgument() => AtLeast("groups", Groups, 1) ?? Positive("eps", Eps);

    public override Fit Fit(Shape input) => input.Channels % Groups == 0
        ? new Fit.Gives(input)
        : Fails(LayerRules.Groups, $"groups {Numbers.Plain(Groups)} does not divide its {Numbers.Plain(input.Channels)} channels; use a divisor");

    public override IEnumerable<Parameter> Parameters(Shape input)
    {
        if (!Affine) yield break;
        yield return new Parameter("weight", ParameterRole.Scale, EquatableArray.Of(input.Channels), new Initializer.Constant(1));
        yield return new Parameter("bias", ParameterRole.Shift, EquatableArray.Of(input.Channels), new Initializer.Constant(0));
    }

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of(
        $"nn.GroupNorm({Numbers.Plain(Groups)}, {Numbers.Plain(inputs[0].Channels)}, eps={Numbers.Literal(Eps)}, affine={PythonText.Flag(Affine)})");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"GroupNorm({names.Input}, groups: {Numbers.Plain(Groups)}, {names.Parameter("weight", Affine)}, {names.Parameter("bias", Affine)}, "
            + $"eps: {Numbers.Literal(Eps)})");

    public override Value Lower(Lowering at, Value input) =>
        GroupStatistics.Normalise(at, input, Groups, Eps, Reading.Channel(input.Extent));
}
