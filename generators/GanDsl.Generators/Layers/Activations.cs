using GanDsl.Generators.Declarations;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Layers;

/// <summary>Every elementwise activation, created from its attribute.</summary>
internal static class Activations
{
    private static readonly Scalar Input = X(0);

    /// <summary>max(x, 0). PyTorch: nn.ReLU.</summary>
    public static Layer ReLU(AttributeValues values) => new Activation("ReLU", Relu(Input)) { TorchArguments = "" };

    /// <summary>x where positive, else a slope times x. PyTorch: nn.LeakyReLU.</summary>
    public static Layer LeakyReLU(AttributeValues values)
    {
        var (slope, text) = Number(values, "negativeSlope");
        return new Activation("LeakyReLU", Leaky(Input, slope))
        {
            PythonArguments = text,
            TorchArguments = text,
            Details = $"({text})",
            Flaw = Limits.Finite("negativeSlope", slope),
        };
    }

    /// <summary>tanh x. PyTorch: nn.Tanh.</summary>
    public static Layer Tanh(AttributeValues values) => new Activation("Tanh", Scalar.Tanh(Input));

    /// <summary>1 / (1 + e^−x). PyTorch: nn.Sigmoid.</summary>
    public static Layer Sigmoid(AttributeValues values) => new Activation("Sigmoid", Scalar.Sigmoid(Input));

    /// <summary>x · σ(x). PyTorch: nn.SiLU.</summary>
    public static Layer SiLU(AttributeValues values) => new Activation("SiLU", Input * Scalar.Sigmoid(Input));

    /// <summary>x · tanh(log(1 + eˣ)). PyTorch: nn.Mish.</summary>
    public static Layer Mish(AttributeValues values) => new Activation("Mish", Input * Scalar.Tanh(Scalar.Softplus(Input))) { Aten = "mish" };

    /// <summary>x · min(max(x + 3, 0), 6) / 6. At ±3 the slope is that of the straight piece, as libtorch has it. PyTorch: nn.Hardswish.</summary>
    public static Layer Hardswish(AttributeValues values) =>
        new Activation("Hardswish", Choose(Input + 3, Choose(3 - Input, Input * (Input + 3) / 6, Input), 0));

    /// <summary>x where positive, else alpha · (eˣ − 1). PyTorch: nn.ELU.</summary>
    public static Layer ELU(AttributeValues values)
    {
        var (alpha, text) = Number(values, "alpha");
        return new Activation("ELU", Choose(Input, Input, alpha * Expm1(Input)))
        {
            PythonArguments = text,
            TorchArguments = text,
            Details = alpha == 1 ? "" : $"({text})",
            Flaw = Limits.Finite("alpha", alpha),
        };
    }

    /// <summary>x · Φ(x). PyTorch: nn.GELU.</summary>
    public static Layer GELU(AttributeValues values)
    {
        var approximate = values.Int("approximate");
        var byTanh = approximate == 1;
        var twice = byTanh
            ? 1 + Scalar.Tanh(Math.Sqrt(2 / Math.PI) * (Input + (0.044715 * (Input * (Input * Input)))))
            : 1 + Erf(Math.Sqrt(0.5) * Input);
        return new Activation("GELU", 0.5 * (Input * twice))
        {
            PythonArguments = byTanh ? "approximate=\"tanh\"" : "",
            TorchArguments = byTanh ? "byTanh: true" : "",
            Details = byTanh ? "(tanh)" : "",
            Flaw = approximate is 0 or 1 ? null : $"approximate is {Numbers.Plain(approximate)}; it must be one of GeluApproximation's",
        };
    }

    /// <summary>sp(βx) / β, and x itself above a threshold. PyTorch: nn.Softplus.</summary>
    public static Layer Softplus(AttributeValues values)
    {
        var ((beta, betaText), (threshold, thresholdText)) = (Number(values, "beta"), Number(values, "threshold"));
        return new Activation("Softplus", Choose((beta * Input) + -threshold, Input, Scalar.Softplus(beta * Input) / beta))
        {
            PythonArguments = $"beta={betaText}, threshold={thresholdText}",
            TorchArguments = $"beta: {betaText}, threshold: {thresholdText}",
            Details = (beta, threshold) switch
            {
                (1, 20) => "",
                (_, 20) => $"(beta {betaText})",
                _ => $"(beta {betaText}, threshold {thresholdText})",
            },
            Flaw = Limits.Positive("beta", beta) ?? Limits.Finite("threshold", threshold),
        };
    }

    private static (double Value, string Text) Number(AttributeValues values, string name) => (values.Double(name), Numbers.Literal(values.Double(name)));
}
