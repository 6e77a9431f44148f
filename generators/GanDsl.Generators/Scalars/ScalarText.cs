using GanDsl.Generators.Text;

namespace GanDsl.Generators.Scalars;

/// <summary>Prints scalar expressions: for people, and as C# over doubles.</summary>
internal static class ScalarText
{
    /// <summary>As mathematics: −σ(−ℓ).</summary>
    public static string Math(Scalar scalar) => Print(scalar, "ℓ", "sp", "σ", "−", "·", top: true);

    /// <summary>As C# over a double <c>logit</c>: <c>-Sigmoid(-logit)</c>.</summary>
    public static string CSharp(Scalar scalar) => Print(scalar, "logit", "Softplus", "Sigmoid", "-", " * ", top: true);

    private static string Print(Scalar scalar, string logit, string softplus, string sigmoid, string minus, string times, bool top = false)
    {
        return scalar switch
        {
            Scalar.Logit => logit,
            Scalar.Constant(var value) => value < 0 ? $"{minus}{Numbers.Literal(-value)}" : Numbers.Literal(value),
            Scalar.Negate(var x) => minus + Inner(x),
            Scalar.Sum(var x, Scalar.Negate(var y)) => Wrap($"{Inner(x)} {minus} {Inner(y)}"),
            Scalar.Sum(var x, Scalar.Constant(var value)) when value < 0 => Wrap($"{Inner(x)} {minus} {Numbers.Literal(-value)}"),
            Scalar.Sum(var x, var y) => Wrap($"{Inner(x)} + {Inner(y)}"),
            Scalar.Product(var x, var y) => Wrap($"{Inner(x)}{times}{Inner(y)}"),
            Scalar.SoftplusOf(var x) => $"{softplus}({Outer(x)})",
            Scalar.SigmoidOf(var x) => $"{sigmoid}({Outer(x)})",
            _ => throw new InvalidOperationException($"No text is written for {scalar.GetType().Name}."),
        };

        string Inner(Scalar inner) => Print(inner, logit, softplus, sigmoid, minus, times);
        string Outer(Scalar inner) => Print(inner, logit, softplus, sigmoid, minus, times, top: true);
        string Wrap(string text) => top ? text : $"({text})";
    }
}
