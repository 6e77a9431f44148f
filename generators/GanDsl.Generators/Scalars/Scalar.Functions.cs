namespace GanDsl.Generators.Scalars;

/// <content>
/// Every function in expressions: a row each, which all backends read. Defaults follow from the name, see <see cref="ScalarFunction"/>.
/// Kernels call the runtime's library. Derivatives may name rows below: they are evaluated when all rows exist.
/// </content>
internal abstract partial record Scalar
{
    private static readonly Dictionary<string, ScalarFunction> Rows = new(StringComparer.Ordinal);

    /// <summary>√x.</summary>
    public static readonly Func<Scalar, Scalar> Sqrt = Row(new("Sqrt", Math.Sqrt, (_, y) => 1 / (2 * y), cost: 4) { Mathematics = "√", CSharp = "Sqrt" });

    // It costs about twenty. But softmax reads it twice: recomputing it takes three passes over memory, storing it five and another launch.
    private const int CostOfExp = 1;

    /// <summary>eˣ: infinite in float32 from 89 on. Losses are written with <see cref="Growth"/>, which is not.</summary>
    public static readonly Func<Scalar, Scalar> Exp = Row(new("Exp", Math.Exp, (_, y) => y, CostOfExp)
    {
        Simpler = (x, _) => x is Constant(var value) ? Math.Exp(value) : x is Call(nameof(Log), var inner, _) ? inner : null,
    });

    /// <summary>eˣ − 1, accurate where eˣ is close to 1.</summary>
    public static readonly Func<Scalar, Scalar> Expm1 = Row(new("Expm1", Expm1At, (x, _) => Exp(x), cost: 20) { CSharp = "Expm1", Onnx = null });

    /// <summary>log x, natural.</summary>
    public static readonly Func<Scalar, Scalar> Log = Row(new("Log", Math.Log, (x, _) => 1 / x, cost: 20)
    {
        Simpler = (x, _) => x is Constant(var value) ? Math.Log(value) : x is Call(nameof(Exp), var inner, _) ? inner : null,
    });

    /// <summary>σ(x) = 1 / (1 + e^−x) = sp′(x).</summary>
    public static readonly Func<Scalar, Scalar> Sigmoid = Row(new("Sigmoid", x => 1 / (1 + Math.Exp(-x)), SigmoidSlope, cost: 20)
    {
        Mathematics = "σ",
        CSharp = "Sigmoid",
    });

    /// <summary>sp(x) = log(1 + eˣ), finite wherever x is.</summary>
    public static readonly Func<Scalar, Scalar> Softplus = Row(new("Softplus", SoftplusAt, (x, _) => Sigmoid(x), cost: 20)
    {
        Mathematics = "sp",
        CSharp = "Softplus",
        Torch = null,
        Python = "torch.nn.functional.softplus",
    });

    /// <summary>tanh x.</summary>
    public static readonly Func<Scalar, Scalar> Tanh = Row(new("Tanh", Math.Tanh, (_, y) => 1 - (y * y), cost: 20));

    /// <summary>cos x, in radians.</summary>
    public static readonly Func<Scalar, Scalar> Cos = Row(new("Cos", Math.Cos, (x, _) => -Sin!(x), cost: 20));

    /// <summary>sin x, in radians.</summary>
    public static readonly Func<Scalar, Scalar> Sin = Row(new("Sin", Math.Sin, (x, _) => Cos(x), cost: 20));

    /// <summary>The largest whole number that is not above x.</summary>
    public static readonly Func<Scalar, Scalar> Floor = Row(new("Floor", Math.Floor, (_, _) => 0, cost: 4));

    /// <summary>2/√π · ∫ e^−t² dt from 0 to x.</summary>
    public static readonly Func<Scalar, Scalar> Erf = Row(new("Erf", ErfAt, (x, _) => 2 / Math.Sqrt(Math.PI) * Exp(-(x * x)), cost: 20) { CSharp = null });

    /// <summary>x to a fixed power: a product or its reciprocal where that is a whole number, so that x may be negative.</summary>
    public static readonly Func<Scalar, double, Scalar> Power = RowWithNumber(new("Pow", Math.Pow, (x, _, by) => by * Power!(x, by - 1), cost: 40)
    {
        Onnx = null,
        Simpler = (x, exponent) => (x, exponent) switch
        {
            (_, 0) => 1,
            (_, 1) => x,
            (_, 0.5) => Sqrt(x),
            (Constant(var value), _) => Math.Pow(value, exponent),
            (Call(nameof(Exp), var inner, _), _) => Exp(exponent * inner),
            (_, > 1 and <= LargestWholePower) when exponent == Math.Floor(exponent) => x * Power!(x, exponent - 1),
            (_, < 0 and >= -LargestWholePower) when exponent == Math.Floor(exponent) => 1 / Power!(x, -exponent),
            _ => null,
        },
    });

    /// <summary>x where it is positive, else the slope times x.</summary>
    public static readonly Func<Scalar, double, Scalar> Leaky = RowWithNumber(new("LeakyReLU", (x, slope) => x > 0 ? x : slope * x, LeakySlope, cost: 1)
    {
        Mathematics = "leaky",
        CSharp = "LeakyReLU",
        Torch = "leaky_relu",
        Python = "torch.nn.functional.leaky_relu",
        Onnx = null,
    });

    public static IReadOnlyCollection<ScalarFunction> Functions => Rows.Values;

    private static Func<Scalar, Scalar> Row(ScalarFunction function)
    {
        Rows.Add(function.Name, function);
        return x => function.Of(x, null);
    }

    private static Func<Scalar, double, Scalar> RowWithNumber(ScalarFunction function)
    {
        Rows.Add(function.Name, function);
        return (x, number) => function.Of(x, number);
    }

    // 1 − σ(x) loses digits that σ(−x) has; from a saved value, the derivative needs no x.
    private static Scalar SigmoidSlope(Scalar x, Scalar y) => y is Call ? y * Sigmoid(-x) : y * (1 - y);

    // The sign of a saved value tells the sign of the operand where the slope is not negative.
    private static Scalar LeakySlope(Scalar x, Scalar y, double slope) => Choose(y is Call || slope < 0 ? x : y, 1, slope);

    private static double SoftplusAt(double x) => Math.Max(x, 0) + Log1p(Math.Exp(-Math.Abs(x)));

    // Kahan's formula: the error of u = 1 + x cancels. .NET Standard 2.0 has no log1p.
    private static double Log1p(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) * (x / (u - 1));
    }

    // Kahan's formula again; where eˣ − 1 is −1 or eˣ infinite, nothing cancels.
    private static double Expm1At(double x)
    {
        var u = Math.Exp(x);
        if (u == 1) return x;
        return u - 1 == -1 || double.IsInfinity(u) ? u - 1 : (u - 1) * (x / Math.Log(u));
    }

    // 2/√π · e^−x² · Σ 2ⁿx²ⁿ⁺¹/(2n + 1)!!, whose terms have one sign: nothing cancels. From 6 on it is 1 to the last bit.
    private static double ErfAt(double x)
    {
        if (!(Math.Abs(x) < 6)) return double.IsNaN(x) ? x : Math.Sign(x);
        var (sum, term) = (0.0, x);
        for (var n = 1; Math.Abs(term) > 1e-18 * Math.Abs(sum); n++)
        {
            sum += term;
            term *= 2 * x * x / ((2 * n) + 1);
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }
}
