using GanDsl.Generators.Declarations;
using GanDsl.Generators.Programs;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>A function of each element. Its backward pass reads only its output, so it may overwrite its input.</summary>
internal abstract record Activation : Layer
{
    public override Fit Fit(Shape input) => new Fit.Gives(input);
}

/// <summary>max(x, 0). PyTorch: nn.ReLU.</summary>
internal sealed record ReLU : Activation
{
    public static Layer Read(AttributeValues values) => new ReLU();

    public override string Name => "ReLU";

    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"{names.Input}.relu()", $"{names.Input}.relu_();");

    public override Value Lower(Lowering at, Value input) => at.Map(new Scalar.LeakyOf(Scalar.X(0), 0), input);
}

/// <summary>x where positive, else a slope times x. PyTorch: nn.LeakyReLU.</summary>
internal sealed record LeakyReLU(double NegativeSlope) : Activation
{
    public static Layer Read(AttributeValues values) => new LeakyReLU(values.Double("negativeSlope"));

    public override string Name => "LeakyReLU";

    public override string Description => $"LeakyReLU({Numbers.Literal(NegativeSlope)})";

    public override string? BadArgument() =>
        double.IsNaN(NegativeSlope) || double.IsInfinity(NegativeSlope) ? $"negativeSlope is {Numbers.Literal(NegativeSlope)}; it must be finite" : null;

    // The sign of the output tells the sign of the input only where the slope is positive.
    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"LeakyReLU({names.Input}, {Numbers.Literal(NegativeSlope)})",
            NegativeSlope > 0 ? $"LeakyReLUInPlace({names.Input}, {Numbers.Literal(NegativeSlope)});" : null);

    public override Value Lower(Lowering at, Value input) => at.Map(new Scalar.LeakyOf(Scalar.X(0), NegativeSlope), input);
}

/// <summary>tanh x. PyTorch: nn.Tanh.</summary>
internal sealed record Tanh : Activation
{
    public static Layer Read(AttributeValues values) => new Tanh();

    public override string Name => "Tanh";

    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"{names.Input}.tanh()", $"{names.Input}.tanh_();");

    public override Value Lower(Lowering at, Value input) => at.Map(Scalar.Tanh(Scalar.X(0)), input);
}

/// <summary>1 / (1 + e^−x). PyTorch: nn.Sigmoid.</summary>
internal sealed record Sigmoid : Activation
{
    public static Layer Read(AttributeValues values) => new Sigmoid();

    public override string Name => "Sigmoid";

    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"{names.Input}.sigmoid()", $"{names.Input}.sigmoid_();");

    public override Value Lower(Lowering at, Value input) => at.Map(Scalar.Sigmoid(Scalar.X(0)), input);
}
