using GanDsl.Generators.Text;

namespace GanDsl.Generators.Scalars;

/// <summary>Prints scalar expressions: for people, and as C# over doubles.</summary>
internal static class ScalarText
{
    private const string Functions = "GanDslKernels::Functions.";

    /// <summary>As mathematics: −σ(−ℓ).</summary>
    public static string Math(Scalar scalar) => Math(scalar, "ℓ");

    /// <summary>As mathematics, with another name for the variable of losses and penalties.</summary>
    public static string Math(Scalar scalar, string variable) =>
        Print(scalar, new Style("sp", "σ", "√", "tanh", "cos", "sin", "floor", "erf", "exp", "expm1", "log", "pow", "leaky", "choose", "−", "·", Numbers.Literal, leaf => leaf switch
        {
            Scalar.Variable(var index) => $"x{Numbers.Plain(index)}",
            Scalar.SampleIndex => "n",
            _ => variable,
        }), top: true);

    /// <summary>As mathematics, with names for variables.</summary>
    public static string Math(Scalar scalar, Func<Scalar, string> leaf) =>
        Print(scalar, new Style("sp", "σ", "√", "tanh", "cos", "sin", "floor", "erf", "exp", "expm1", "log", "pow", "leaky", "choose", "−", "·", Numbers.Literal, leaf), top: true);

    /// <summary>As TorchScript over tensors and floats.</summary>
    /// <param name="scalar">The expression.</param>
    /// <param name="leaf">The name of a variable.</param>
    public static string TorchScript(Scalar scalar, Func<Scalar, string> leaf) =>
        Print(scalar, new Style("torch.nn.functional.softplus", "torch.sigmoid", "torch.sqrt", "torch.tanh", "torch.cos", "torch.sin", "torch.floor", "torch.erf", "torch.exp", "torch.expm1", "torch.log", "torch.pow", "torch.nn.functional.leaky_relu", "torch.where", "-", " * ", Numbers.Fraction, leaf, positive: " > 0"), top: true);

    /// <summary>As C# over a double: <c>-Sigmoid(-logit)</c>.</summary>
    /// <param name="scalar">The expression.</param>
    /// <param name="variable">The double's name.</param>
    public static string CSharp(Scalar scalar, string variable = "logit") =>
        CSharp(scalar, _ => variable);

    /// <summary>As C# over doubles.</summary>
    /// <param name="scalar">The expression.</param>
    /// <param name="leaf">The name of a variable.</param>
    public static string CSharp(Scalar scalar, Func<Scalar, string> leaf) =>
        Print(scalar, new Style("Softplus", "Sigmoid", "Sqrt", "Math.Tanh", "Math.Cos", "Math.Sin", "Math.Floor", "Erf", "Math.Exp", "Expm1", "Math.Log", "Math.Pow", "LeakyReLU", "Select", "-", " * ", Numbers.Literal, leaf), top: true);

    /// <summary>As C# over floats, with the functions of the kernel library.</summary>
    /// <param name="scalar">The expression.</param>
    /// <param name="leaf">The text of a variable, and of the sample's number.</param>
    public static string Kernel(Scalar scalar, Func<Scalar, string> leaf) =>
        Print(scalar, new Style(
            Functions + "Softplus", Functions + "Sigmoid", Functions + "Sqrt", Functions + "Tanh", Functions + "Cos", Functions + "Sin", Functions + "Floor", Functions + "Erf", Functions + "Exp", Functions + "Expm1", Functions + "Log", Functions + "Pow", Functions + "LeakyReLU", Functions + "Select", "-", " * ", Float, leaf), top: true);

    // A literal beyond float's range would not compile.
    private static string Float(double value) => float.IsInfinity((float)value) ? "float.PositiveInfinity" : Numbers.Literal(value) + "f";

    /// <summary>How functions, signs, numbers and leaves are written.</summary>
    private sealed class Style(
        string softplus, string sigmoid, string sqrt, string tanh, string cos, string sin, string floor, string erf, string exp, string expm1, string log, string pow, string leaky, string choice, string minus, string times, Func<double, string> number, Func<Scalar, string> leaf, string positive = "")
    {
        public string Softplus => softplus;

        public string Sigmoid => sigmoid;

        public string Sqrt => sqrt;

        public string Tanh => tanh;

        public string Cos => cos;

        public string Sin => sin;

        public string Floor => floor;

        public string Erf => erf;

        public string Exp => exp;

        public string Expm1 => expm1;

        public string Log => log;

        public string Pow => pow;

        public string Leaky => leaky;

        public string Choice => choice;

        public string Minus => minus;

        public string Times => times;

        public string Positive => positive;

        public string Number(double value) => number(value);

        public string Leaf(Scalar scalar) => leaf(scalar);
    }

    private static string Print(Scalar scalar, Style style, bool top = false)
    {
        var (minus, times) = (style.Minus, style.Times);
        return scalar switch
        {
            Scalar.Logit or Scalar.Variable or Scalar.SampleIndex => style.Leaf(scalar),
            Scalar.Constant(var value) => value < 0 ? $"{minus}{style.Number(-value)}" : style.Number(value),
            Scalar.Negate(var x) => minus + Inner(x),
            Scalar.Sum(Scalar.Negate(var x), var y) when y is not Scalar.Negate => Wrap($"{Inner(y)} {minus} {Inner(x)}"),
            Scalar.Sum(var x, Scalar.Negate(var y)) => Wrap($"{Inner(x)} {minus} {Inner(y)}"),
            Scalar.Sum(var x, Scalar.Constant(var value)) when value < 0 => Wrap($"{Inner(x)} {minus} {style.Number(-value)}"),
            Scalar.Sum(var x, var y) => Wrap($"{Inner(x)} + {Inner(y)}"),
            Scalar.Product(var x, var y) => Wrap($"{Inner(x)}{times}{Inner(y)}"),
            Scalar.Quotient(var x, var y) => Wrap($"{Inner(x)} / {Inner(y)}"),
            Scalar.SoftplusOf(var x) => $"{style.Softplus}({Outer(x)})",
            Scalar.SigmoidOf(var x) => $"{style.Sigmoid}({Outer(x)})",
            Scalar.SqrtOf(var x) => $"{style.Sqrt}({Outer(x)})",
            Scalar.TanhOf(var x) => $"{style.Tanh}({Outer(x)})",
            Scalar.CosOf(var x) => $"{style.Cos}({Outer(x)})",
            Scalar.SinOf(var x) => $"{style.Sin}({Outer(x)})",
            Scalar.FloorOf(var x) => $"{style.Floor}({Outer(x)})",
            Scalar.ErfOf(var x) => $"{style.Erf}({Outer(x)})",
            Scalar.ExpOf(var x) => $"{style.Exp}({Outer(x)})",
            Scalar.Expm1Of(var x) => $"{style.Expm1}({Outer(x)})",
            Scalar.LogOf(var x) => $"{style.Log}({Outer(x)})",
            Scalar.PowerOf(var x, var exponent) => $"{style.Pow}({Outer(x)}, {Outer(exponent)})",
            Scalar.LeakyOf(var x, var slope) => $"{style.Leaky}({Outer(x)}, {Outer(slope)})",
            Scalar.Choice(var condition, var x, var y) => $"{style.Choice}({Outer(condition)}{style.Positive}, {Outer(x)}, {Outer(y)})",
            _ => throw new InvalidOperationException($"No text is written for {scalar.GetType().Name}."),
        };

        string Inner(Scalar inner) => Print(inner, style);
        string Outer(Scalar inner) => Print(inner, style, top: true);
        string Wrap(string text) => top ? text : $"({text})";
    }
}
