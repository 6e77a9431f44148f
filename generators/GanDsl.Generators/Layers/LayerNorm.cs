using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>Normalises each sample. PyTorch: nn.LayerNorm over all of a sample.</summary>
internal sealed record LayerNorm(double Eps, bool Affine) : Layer
{
    public static Layer Read(AttributeValues values) => new LayerNorm(values.Double("eps"), values.Bool("affine"));

    public override string Name => "LayerNorm";

    public override string Description
    {
        get
        {
            var arguments = new List<string>();
            if (Eps != 1e-5) arguments.Add($"eps {Numbers.Literal(Eps)}");
            if (!Affine) arguments.Add("not affine");
            return arguments.Count == 0 ? Name : $"{Name}({string.Join(", ", arguments)})";
        }
    }

    public override bool BackwardReadsOutput => false;

    public override string? BadArgument() => Positive("eps", Eps);

    public override Fit Fit(Shape input) => new Fit.Gives(input);

    public override IEnumerable<Parameter> Parameters(Shape input)
    {
        if (!Affine) yield break;
        yield return new Parameter("weight", ParameterRole.Scale, input.Dimensions, new Initializer.Constant(1));
        yield return new Parameter("bias", ParameterRole.Shift, input.Dimensions, new Initializer.Constant(0));
    }

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) =>
        PythonText.Of($"nn.LayerNorm({PythonText.Tuple(inputs[0].Dimensions)}, eps={Numbers.Literal(Eps)}, elementwise_affine={PythonText.Flag(Affine)})");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"LayerNorm({names.Input}, {names.Parameter("weight", Affine)}, {names.Parameter("bias", Affine)}, eps: {Numbers.Literal(Eps)})");

    public override Value Lower(Lowering at, Value input) =>
        GroupStatistics.Normalise(at, input, groups: 1, Eps, new Reading(ReadingKind.Channel, (int)input.Extent.Elements));
}
