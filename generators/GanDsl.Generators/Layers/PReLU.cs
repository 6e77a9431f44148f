using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Layers;

/// <summary>x where positive, else a learned slope times x. PyTorch: nn.PReLU.</summary>
internal sealed record PReLU(bool PerChannel, double Init) : Activation("PReLU", Choose(X(0), X(0), X(1) * X(0)))
{
    public static Layer Read(AttributeValues values)
    {
        var (perChannel, init) = (values.Bool("perChannel"), values.Double("init"));
        return new PReLU(perChannel, init) { Details = perChannel ? "(per channel)" : "", Flaw = Limits.Finite("init", init) };
    }

    public override IEnumerable<Parameter> Parameters(Shape input) =>
        [new Parameter("weight", ParameterRole.Slope, EquatableArray.Of(PerChannel ? input.Channels : 1), new Initializer.Constant(Init))];

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) =>
        PythonText.Of($"nn.PReLU({(PerChannel ? Numbers.Plain(inputs[0].Channels) : "1")}, init={Numbers.Literal(Init)})");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) => new($"PReLU({names.Input}, {names.Parameter("weight")})");

    public override Value Lower(Lowering at, Value input)
    {
        var reading = PerChannel ? Reading.Channel(input.Extent) : Reading.Single;
        return at.Builder.Map(Function, input.Extent, at.Name(), (input, Reading.Full), (at.Parameter("weight")!, reading));
    }
}
