using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>y = x Wᵀ + b. PyTorch: nn.Linear.</summary>
internal sealed record Dense(int Features, bool Bias) : Layer
{
    public static Layer Read(AttributeValues values) => new Dense(values.Int("features"), values.Bool("bias"));

    public override string Name => "Dense";

    public override string Description => $"Dense({Numbers.Plain(Features)}{(Bias ? "" : ", no bias")})";

    public override bool BackwardReadsOutput => false;

    public override int? SpectralDimension => 0;

    public override bool AddsBias => Bias;

    public override string? BadArgument() => AtLeast("features", Features, 1);

    public override Fit Fit(Shape input) => input.Rank == 1
        ? Gives(Features)
        : Fails(
            LayerRules.Rank,
            $"it takes flat samples (N, features); put [Flatten] before it, which outputs (N, {Numbers.Plain(input.Elements)})",
            Remedy.InsertBefore("Flatten"));

    public override IEnumerable<Parameter> Parameters(Shape input)
    {
        yield return new Parameter("weight", ParameterRole.Weight, EquatableArray.Of(Features, input.Channels), Initializer.KaimingUniform(input.Channels));
        if (Bias) yield return new Parameter("bias", ParameterRole.Bias, EquatableArray.Of(Features), Initializer.BiasUniform(input.Channels));
    }

    public override long MultiplyAdds(Shape input, Shape output) => input.Elements * output.Elements;

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) =>
        PythonText.Of($"nn.Linear({Numbers.Plain(inputs[0].Channels)}, {Numbers.Plain(Features)}{(Bias ? "" : ", bias=False")})");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"Linear({names.Input}, {names.Parameter("weight")}, {names.Parameter("bias", Bias)})");

    public override TorchBackward? Backward(TorchNames names, string output, Shape input) => new(
        $"LinearToInput(gradient, {names.Field("weight")}.Frozen)",
        $"LinearToParameters(gradient, {names.Input}, {names.Field("weight")}, {names.Field("bias", Bias)});",
        CreatingGraph: $"LinearToInput(gradient, {names.Field("weight")}.Tracked)");

    public override Value Lower(Lowering at, Value input) =>
        at.Contract(new Trilinear.Linear(at.Input.Channels, Features), Side.Small, input);
}
