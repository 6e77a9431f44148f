using GanDsl.Generators.Text;

namespace GanDsl.Generators.Scalars;

/// <summary>Prints scalar expressions: for people, as C# over doubles and over the floats of kernels, and as TorchScript.</summary>
internal static class ScalarText
{
    private const string Kernels = "GanDslKernels::Functions.";

    /// <summary>As mathematics: −σ(−ℓ).</summary>
    public static string Math(Scalar scalar) => Math(scalar, "ℓ");

    /// <summary>As mathematics, with another name for the variable of losses and penalties.</summary>
    public static string Math(Scalar scalar, string variable) => Math(scalar, leaf => leaf switch
    {
        Scalar.Variable(var index) => $"x{Numbers.Plain(index)}",
        Scalar.SampleIndex => "n",
        _ => variable,
    });

    /// <summary>As mathematics, with names for variables.</summary>
    public static string Math(Scalar scalar, Func<Scalar, string> leaf) =>
        new Printer(function => function.Mathematics, leaf, Numbers.Literal, "choose", minus: "−", times: "·").Print(scalar);

    /// <summary>As TorchScript over tensors and floats.</summary>
    /// <param name="scalar">The expression.</param>
    /// <param name="leaf">The name of a variable.</param>
    public static string TorchScript(Scalar scalar, Func<Scalar, string> leaf) =>
        new Printer(function => function.Python, leaf, Numbers.Fraction, "torch.where", positive: " > 0").Print(scalar);

    /// <summary>As C# over a double: <c>-Sigmoid(-logit)</c>.</summary>
    /// <param name="scalar">The expression.</param>
    /// <param name="variable">The double's name.</param>
    public static string CSharp(Scalar scalar, string variable = "logit") =>
        CSharp(scalar, _ => variable);

    /// <summary>As C# over doubles.</summary>
    /// <param name="scalar">The expression.</param>
    /// <param name="leaf">The name of a variable.</param>
    public static string CSharp(Scalar scalar, Func<Scalar, string> leaf) => new Printer(
        function => function.CSharp ?? throw new InvalidOperationException($"No C# over doubles is written for {function.Name}."),
        leaf,
        Numbers.Literal,
        "Select").Print(scalar);

    /// <summary>As C# over floats, with the functions of the kernel library.</summary>
    /// <param name="scalar">The expression.</param>
    /// <param name="leaf">The text of a variable, and of the sample's number.</param>
    public static string Kernel(Scalar scalar, Func<Scalar, string> leaf) =>
        new Printer(function => Kernels + function.Name, leaf, Float, Kernels + "Select").Print(scalar);

    // A literal beyond float's range would not compile.
    private static string Float(double value) => float.IsInfinity((float)value) ? "float.PositiveInfinity" : Numbers.Literal(value) + "f";

    /// <summary>How functions, variables, numbers and signs are written.</summary>
    private sealed class Printer(
        Func<ScalarFunction, string> function,
        Func<Scalar, string> leaf,
        Func<double, string> number,
        string choice,
        string positive = "",
        string minus = "-",
        string times = " * ")
    {
        public string Print(Scalar scalar, bool top = true)
        {
            return scalar switch
            {
                Scalar.Logit or Scalar.Variable or Scalar.SampleIndex => leaf(scalar),
                Scalar.Constant(var value) => value < 0 ? $"{minus}{number(-value)}" : number(value),
                Scalar.Negate(var x) => minus + Inner(x),
                Scalar.Sum(Scalar.Negate(var x), var y) when y is not Scalar.Negate => Wrap($"{Inner(y)} {minus} {Inner(x)}"),
                Scalar.Sum(var x, Scalar.Negate(var y)) => Wrap($"{Inner(x)} {minus} {Inner(y)}"),
                Scalar.Sum(var x, Scalar.Constant(var value)) when value < 0 => Wrap($"{Inner(x)} {minus} {number(-value)}"),
                Scalar.Sum(var x, var y) => Wrap($"{Inner(x)} + {Inner(y)}"),
                Scalar.Product(var x, var y) => Wrap($"{Inner(x)}{times}{Inner(y)}"),
                Scalar.Quotient(var x, var y) => Wrap($"{Inner(x)} / {Inner(y)}"),
                Scalar.Call(_, var x, null) call => $"{function(call.Function)}({Print(x)})",
                Scalar.Call(_, var x, { } second) call => $"{function(call.Function)}({Print(x)}, {Print(second)})",
                Scalar.Choice(var condition, var x, var y) => $"{choice}({Print(condition)}{positive}, {Print(x)}, {Print(y)})",
                _ => throw new InvalidOperationException($"No text is written for {scalar.GetType().Name}."),
            };

            string Inner(Scalar inner) => Print(inner, top: false);
            string Wrap(string text) => top ? text : $"({text})";
        }
    }
}
