using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>A function of each element. Its backward pass reads only its output, so it may overwrite its input.</summary>
internal abstract record Activation : Layer
{
    public override Fit Fit(Shape input) => new Fit.Gives(input);
}

/// <summary>A function of each element whose backward pass reads its input, so it never overwrites it; its own output is free to be overwritten.</summary>
internal abstract record SmoothActivation : Activation
{
    public override bool BackwardReadsOutput => false;
}

/// <summary>max(x, 0). PyTorch: nn.ReLU.</summary>
internal sealed record ReLU : Activation
{
    public static Layer Read(AttributeValues values) => new ReLU();

    public override string Name => "ReLU";

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of("nn.ReLU()");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"ReLU({names.Input})", $"ReLUInPlace({names.Input});");

    public override TorchBack? Back(TorchNames names, string output, Shape input) => TorchBack.InPlace($"ReLUBackInPlace(gradient, {output});", $"ReLUBack(gradient, {output})");

    public override Value Lower(Lowering at, Value input) => at.Map(Scalar.Leaky(Scalar.X(0), 0), input);
}

/// <summary>x where positive, else a slope times x. PyTorch: nn.LeakyReLU.</summary>
internal sealed record LeakyReLU(double NegativeSlope) : Activation
{
    public static Layer Read(AttributeValues values) => new LeakyReLU(values.Double("negativeSlope"));

    public override string Name => "LeakyReLU";

    public override string Description => $"LeakyReLU({Numbers.Literal(NegativeSlope)})";

    public override string? BadArgument() =>
        double.IsNaN(NegativeSlope) || double.IsInfinity(NegativeSlope) ? $"negativeSlope is {Numbers.Literal(NegativeSlope)}; it must be finite" : null;

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of($"nn.LeakyReLU({Numbers.Literal(NegativeSlope)})");

    // The sign of the output tells the sign of the input only where the slope is positive.
    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"LeakyReLU({names.Input}, {Numbers.Literal(NegativeSlope)})",
            NegativeSlope > 0 ? $"LeakyReLUInPlace({names.Input}, {Numbers.Literal(NegativeSlope)});" : null);

    public override TorchBack? Back(TorchNames names, string output, Shape input) =>
        NegativeSlope > 0 ? TorchBack.InPlace(
            $"LeakyReLUBackInPlace(gradient, {output}, {Numbers.Literal(NegativeSlope)});",
            $"LeakyReLUBack(gradient, {output}, {Numbers.Literal(NegativeSlope)})") : null;

    public override Value Lower(Lowering at, Value input) => at.Map(Scalar.Leaky(Scalar.X(0), NegativeSlope), input);
}

/// <summary>tanh x. PyTorch: nn.Tanh.</summary>
internal sealed record Tanh : Activation
{
    public static Layer Read(AttributeValues values) => new Tanh();

    public override string Name => "Tanh";

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of("nn.Tanh()");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"{names.Input}.tanh()", $"{names.Input}.tanh_();");

    public override TorchBack? Back(TorchNames names, string output, Shape input) => TorchBack.InPlace($"TanhBackInPlace(gradient, {output});");

    public override Value Lower(Lowering at, Value input) => at.Map(Scalar.Tanh(Scalar.X(0)), input);
}

/// <summary>1 / (1 + e^−x). PyTorch: nn.Sigmoid.</summary>
internal sealed record Sigmoid : Activation
{
    public static Layer Read(AttributeValues values) => new Sigmoid();

    public override string Name => "Sigmoid";

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of("nn.Sigmoid()");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"{names.Input}.sigmoid()", $"{names.Input}.sigmoid_();");

    public override TorchBack? Back(TorchNames names, string output, Shape input) => TorchBack.InPlace($"SigmoidBackInPlace(gradient, {output});");

    public override Value Lower(Lowering at, Value input) => at.Map(Scalar.Sigmoid(Scalar.X(0)), input);
}

/// <summary>x where positive, else alpha · (eˣ − 1). PyTorch: nn.ELU.</summary>
internal sealed record ELU(double Alpha) : SmoothActivation
{
    public static Layer Read(AttributeValues values) => new ELU(values.Double("alpha"));

    public override string Name => "ELU";

    public override string Description => Alpha == 1 ? Name : $"{Name}({Numbers.Literal(Alpha)})";

    public override string? BadArgument() => double.IsNaN(Alpha) || double.IsInfinity(Alpha) ? $"alpha is {Numbers.Literal(Alpha)}; it must be finite" : null;

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of($"nn.ELU({Numbers.Literal(Alpha)})");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) => new($"ELU({names.Input}, {Numbers.Literal(Alpha)})");

    public override Value Lower(Lowering at, Value input) => at.Map(Scalar.Choose(Scalar.X(0), Scalar.X(0), Alpha * Scalar.Expm1(Scalar.X(0))), input);
}

/// <summary>x · Φ(x). PyTorch: nn.GELU.</summary>
internal sealed record GELU(int Approximate) : SmoothActivation
{
    private const int ByTanh = 1;

    public static Layer Read(AttributeValues values) => new GELU(values.Int("approximate"));

    public override string Name => "GELU";

    public override string Description => Approximate == ByTanh ? $"{Name}(tanh)" : Name;

    public override string? BadArgument() => Approximate is 0 or ByTanh ? null : $"approximate is {Numbers.Plain(Approximate)}; it must be one of GeluApproximation's";

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of(Approximate == ByTanh ? "nn.GELU(approximate=\"tanh\")" : "nn.GELU()");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) => new($"GELU({names.Input}{(Approximate == ByTanh ? ", byTanh: true" : "")})");

    public override Value Lower(Lowering at, Value input)
    {
        var x = Scalar.X(0);
        var twice = Approximate == ByTanh
            ? 1 + Scalar.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * (x * (x * x)))))
            : 1 + Scalar.Erf(Math.Sqrt(0.5) * x);
        return at.Map(0.5 * (x * twice), input);
    }
}

/// <summary>x · σ(x). PyTorch: nn.SiLU.</summary>
internal sealed record SiLU : SmoothActivation
{
    public static Layer Read(AttributeValues values) => new SiLU();

    public override string Name => "SiLU";

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of("nn.SiLU()");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) => new($"{names.Input}.silu()");

    public override Value Lower(Lowering at, Value input) => at.Map(Scalar.X(0) * Scalar.Sigmoid(Scalar.X(0)), input);
}

/// <summary>sp(βx) / β, and x itself above a threshold. PyTorch: nn.Softplus.</summary>
internal sealed record Softplus(double Beta, double Threshold) : SmoothActivation
{
    public static Layer Read(AttributeValues values) => new Softplus(values.Double("beta"), values.Double("threshold"));

    public override string Name => "Softplus";

    public override string Description => (Beta, Threshold) switch
    {
        (1, 20) => Name,
        (_, 20) => $"{Name}(beta {Numbers.Literal(Beta)})",
        _ => $"{Name}(beta {Numbers.Literal(Beta)}, threshold {Numbers.Literal(Threshold)})",
    };

    public override string? BadArgument() =>
        !(Beta > 0) || double.IsInfinity(Beta) ? $"beta is {Numbers.Literal(Beta)}; it must be more than 0 and finite"
        : double.IsNaN(Threshold) || double.IsInfinity(Threshold) ? $"threshold is {Numbers.Literal(Threshold)}; it must be finite"
        : null;

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of($"nn.Softplus(beta={Numbers.Literal(Beta)}, threshold={Numbers.Literal(Threshold)})");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"Softplus({names.Input}, beta: {Numbers.Literal(Beta)}, threshold: {Numbers.Literal(Threshold)})");

    public override Value Lower(Lowering at, Value input)
    {
        var x = Scalar.X(0);
        return at.Map(Scalar.Choose((Beta * x) + -Threshold, x, Scalar.Softplus(Beta * x) / Beta), input);
    }
}

/// <summary>x where positive, else a learned slope times x. PyTorch: nn.PReLU.</summary>
internal sealed record PReLU(bool PerChannel, double Init) : SmoothActivation
{
    public static Layer Read(AttributeValues values) => new PReLU(values.Bool("perChannel"), values.Double("init"));

    public override string Name => "PReLU";

    public override string Description => PerChannel ? $"{Name}(per channel)" : Name;

    public override string? BadArgument() =>
        double.IsNaN(Init) || double.IsInfinity(Init) ? $"init is {Numbers.Literal(Init)}; it must be finite" : null;

    public override IEnumerable<Parameter> Parameters(Shape input) =>
        [new Parameter("weight", ParameterRole.Slope, EquatableArray.Of(PerChannel ? input.Channels : 1), new Filling.Constant(Init))];

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of($"nn.PReLU({(PerChannel ? Numbers.Plain(inputs[0].Channels) : "1")}, init={Numbers.Literal(Init)})");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) => new($"PReLU({names.Input}, {names.Parameter("weight")})");

    public override Value Lower(Lowering at, Value input)
    {
        var (x, slope) = (Scalar.X(0), Scalar.X(1));
        var reading = PerChannel ? Reading.Channel(input.Extent) : Reading.Single;
        return at.Builder.Map(Scalar.Choose(x, x, slope * x), input.Extent, at.Name(), (input, Reading.Full), (at.Parameter("weight")!, reading));
    }
}
