using GanDsl.Generators.Scalars;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Tests.Programs;

/// <summary>An expression with what it means and how it is written.</summary>
/// <param name="Name">What the example is of.</param>
/// <param name="Expression">The expression, in x0, x1, x2, the sample's number and ℓ.</param>
/// <param name="Meaning">Its value for (x0, x1, x2, n, ℓ).</param>
/// <param name="Math">How people read it.</param>
/// <param name="Kernel">How kernels compute it.</param>
internal sealed record ScalarExample(string Name, Scalar Expression, Func<double[], double> Meaning, string Math, string Kernel)
{
    public double Evaluate(double[] at) => At(Expression, at);

    public static double At(Scalar expression, double[] at) => expression.Evaluate(leaf => leaf switch
    {
        Variable(var index) => at[index],
        SampleIndex => at[3],
        _ => at[4],
    });
}

/// <summary>Every kind of node at least once; all are smooth wherever no operand is 0.</summary>
internal static class ScalarExamples
{
    public static readonly ScalarExample[] All =
    [
        new("Logit", L, x => x[4], "ℓ", "logit"),
        new("Variable", X(0), x => x[0], "x0", "x0"),
        new("SampleIndex", new SampleIndex() * X(0), x => x[3] * x[0], "n·x0", "n * x0"),
        new("Constant", 2.5, _ => 2.5, "2.5", "2.5f"),
        new("NegativeConstant", -1e-8, _ => -1e-8, "−1E-08", "-1E-08f"),
        new("Negate", -X(0), x => -x[0], "−x0", "-x0"),
        new("NegateSum", -(X(0) + X(1)), x => -(x[0] + x[1]), "−(x0 + x1)", "-(x0 + x1)"),
        new("Sum", X(0) + X(1), x => x[0] + x[1], "x0 + x1", "x0 + x1"),
        new("Difference", X(0) - X(1), x => x[0] - x[1], "x0 − x1", "x0 - x1"),
        new("NegatedFirst", -X(0) + X(1), x => x[1] - x[0], "x1 − x0", "x1 - x0"),
        new("MinusConstant", X(0) - 0.5, x => x[0] - 0.5, "x0 − 0.5", "x0 - 0.5f"),
        new("MinusDifference", X(0) - (X(1) - X(2)), x => x[0] - (x[1] - x[2]), "x0 − (x1 − x2)", "x0 - (x1 - x2)"),
        new("Product", X(0) * X(1), x => x[0] * x[1], "x0·x1", "x0 * x1"),
        new("Square", X(0) * X(0), x => x[0] * x[0], "x0·x0", "x0 * x0"),
        new("ProductOfSums", (X(0) + X(1)) * (X(2) - 3), x => (x[0] + x[1]) * (x[2] - 3), "(x0 + x1)·(x2 − 3)", "(x0 + x1) * (x2 - 3f)"),
        new("Quotient", X(0) / ((X(1) * X(1)) + 2), x => x[0] / ((x[1] * x[1]) + 2), "x0 / ((x1·x1) + 2)", "x0 / ((x1 * x1) + 2f)"),
        new("Reciprocal", 1 / ((X(0) * X(0)) + 2), x => 1 / ((x[0] * x[0]) + 2), "1 / ((x0·x0) + 2)", "1f / ((x0 * x0) + 2f)"),
        new(
            "QuotientOfItself",
            Tanh(X(0)) / (2 + Sigmoid(X(0))),
            x => Math.Tanh(x[0]) / (2 + (1 / (1 + Math.Exp(-x[0])))),
            "tanh(x0) / (2 + σ(x0))",
            "Tanh(x0) / (2f + Sigmoid(x0))"),
        new("Softplus", Softplus(X(0)), x => Math.Log(1 + Math.Exp(x[0])), "sp(x0)", "Softplus(x0)"),
        new("Sigmoid", Sigmoid(X(0)), x => 1 / (1 + Math.Exp(-x[0])), "σ(x0)", "Sigmoid(x0)"),
        new("SigmoidOfProduct", Sigmoid(2 * X(0) * X(1)), x => 1 / (1 + Math.Exp(-2 * x[0] * x[1])), "σ((2·x0)·x1)", "Sigmoid((2f * x0) * x1)"),
        new("Sqrt", Sqrt((X(0) * X(0)) + 0.5), x => Math.Sqrt((x[0] * x[0]) + 0.5), "√((x0·x0) + 0.5)", "Sqrt((x0 * x0) + 0.5f)"),
        new("Tanh", Tanh(X(0)), x => Math.Tanh(x[0]), "tanh(x0)", "Tanh(x0)"),
        new("TanhOfSum", Tanh(X(0) - X(1)) * X(2), x => Math.Tanh(x[0] - x[1]) * x[2], "tanh(x0 − x1)·x2", "Tanh(x0 - x1) * x2"),
        new("Cos", Cos(X(0) * X(1)), x => Math.Cos(x[0] * x[1]), "cos(x0·x1)", "Cos(x0 * x1)"),
        new("Sin", Sin(X(0) - X(1)), x => Math.Sin(x[0] - x[1]), "sin(x0 − x1)", "Sin(x0 - x1)"),
        new("Floor", Floor(X(0) + 0.123), x => Math.Floor(x[0] + 0.123), "floor(x0 + 0.123)", "Floor(x0 + 0.123f)"),
        new("Erf", Erf(X(0) - X(1)), x => ErfOf(x[0] - x[1]), "erf(x0 − x1)", "Erf(x0 - x1)"),
        new("Exp", Exp(X(0) * X(1)), x => Math.Exp(x[0] * x[1]), "exp(x0·x1)", "Exp(x0 * x1)"),
        new("Expm1", Expm1(X(0)), x => Math.Exp(x[0]) - 1, "expm1(x0)", "Expm1(x0)"),
        new("Log", Log((X(0) * X(0)) + 0.5), x => Math.Log((x[0] * x[0]) + 0.5), "log((x0·x0) + 0.5)", "Log((x0 * x0) + 0.5f)"),
        new("Power", Power((X(0) * X(0)) + 0.5, -1.5), x => Math.Pow((x[0] * x[0]) + 0.5, -1.5), "pow((x0·x0) + 0.5, −1.5)", "Pow((x0 * x0) + 0.5f, -1.5f)"),
        new(
            "Growth",
            Growth(20 * X(0)),
            x => 20 * x[0] > 15 ? Math.Exp(15) * ((20 * x[0]) - 14) : Math.Exp(20 * x[0]),
            "choose((20·x0) − 15, 3269017.3724721107·((20·x0) − 14), exp(20·x0))",
            "Select((20f * x0) - 15f, 3269017.3724721107f * ((20f * x0) - 14f), Exp(20f * x0))"),
        new("Leaky", Leaky(X(0), 0.2), x => x[0] > 0 ? x[0] : 0.2 * x[0], "leaky(x0, 0.2)", "LeakyReLU(x0, 0.2f)"),
        new("LeakyZero", Leaky(X(0), 0), x => Math.Max(x[0], 0), "leaky(x0, 0)", "LeakyReLU(x0, 0f)"),
        new("LeakyNegative", Leaky(X(0), -0.5), x => x[0] > 0 ? x[0] : -0.5 * x[0], "leaky(x0, −0.5)", "LeakyReLU(x0, -0.5f)"),
        new("LeakySteep", Leaky(X(0) * X(1), 3), x => x[0] * x[1] > 0 ? x[0] * x[1] : 3 * x[0] * x[1], "leaky(x0·x1, 3)", "LeakyReLU(x0 * x1, 3f)"),
        new("Choice", Choose(X(0), X(1) * X(1), X(2)), x => x[0] > 0 ? x[1] * x[1] : x[2], "choose(x0, x1·x1, x2)", "Select(x0, x1 * x1, x2)"),
        new("ChoiceByItsOwn", Choose(X(0), X(0) * X(1), -X(0)), x => x[0] > 0 ? x[0] * x[1] : -x[0], "choose(x0, x0·x1, −x0)", "Select(x0, x0 * x1, -x0)"),
    ];

    // Its Taylor series, with digits enough for what cancels.
    private static double ErfOf(double x)
    {
        var square = (decimal)x * (decimal)x;
        var (sum, power) = (0m, (decimal)x);
        for (var n = 0; n < 60; n++)
        {
            sum += power / ((2 * n) + 1);
            power *= -square / (n + 1);
        }

        return 2 / Math.Sqrt(Math.PI) * (double)sum;
    }

    public static ScalarExample Named(string name) => All.Single(example => example.Name == name);
}
