using System.Text;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <summary>
/// Names of expressions as identifiers: short ones word by word, <c>LeakyReLU_0p2_OfSumPlusAOfChannel</c>; of others the functions, and a hash.
/// </summary>
internal static class ExpressionNames
{
    private const int MostCharacters = 72;
    private const int MostWords = 28;

    /// <param name="scalar">The expression.</param>
    /// <param name="leaf">The word of a variable.</param>
    /// <param name="text">All that the name stands for, which tells expressions with the same functions apart.</param>
    public static string Of(Scalar scalar, Func<Scalar, string> leaf, string text) =>
        InWords(scalar, leaf) is { Length: <= MostCharacters } words ? words : $"{Functions(scalar)}_{Hash(text)}";

    /// <param name="terms">Terms of sums.</param>
    /// <param name="names">Each one's name.</param>
    /// <param name="text">All that the name stands for.</param>
    public static string OfTerms(IReadOnlyList<Scalar> terms, IReadOnlyList<string> names, string text)
    {
        var words = (terms.Count == 1 ? "Term" : "Terms") + string.Join("And", names);
        return terms.Count == 1 || words.Length <= MostCharacters ? words : $"Terms{Functions(terms[0])}_{Hash(text)}";
    }

    /// <summary>A few characters that differ where texts differ (FNV-1a).</summary>
    public static string Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text) hash = (hash ^ letter) * 1099511628211UL;
        return (hash >> 32).ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }

    // A function of a chain of operations, each applied to the result of the one before: read from left to right, they can be meant in one way only.
    private static string? InWords(Scalar scalar, Func<Scalar, string> leaf) => scalar switch
    {
        Scalar.Negate(var x) => Chain(x, leaf) is { } inner ? "MinusThe" + inner : null,
        Scalar.Call(var name, var x, var number) => Chain(x, leaf) is { } inner ? $"{Function(name, number)}{Word(number ?? 0)}Of{inner}" : null,
        _ => Chain(scalar, leaf),
    };

    // max(x, 0) is a leaky ReLU of slope 0.
    private static string Function(string name, double? number) => name == "LeakyReLU" && number == 0 ? "ReLU" : name;

    private static string? Chain(Scalar scalar, Func<Scalar, string> leaf) => scalar switch
    {
        Scalar.Sum(var x, Scalar.Negate(var y)) => Step(x, "Minus", y, leaf),
        Scalar.Sum(var x, var y) => Step(x, "Plus", y, leaf),
        Scalar.Product(var x, var y) => Step(x, "Times", y, leaf),
        Scalar.Quotient(var x, var y) => Step(x, "Over", y, leaf),
        _ => Leaf(scalar, leaf),
    };

    private static string? Step(Scalar before, string operation, Scalar operand, Func<Scalar, string> leaf) =>
        Chain(before, leaf) is { } left && Leaf(operand, leaf) is { } right ? left + operation + right : null;

    private static string? Leaf(Scalar scalar, Func<Scalar, string> leaf) => scalar switch
    {
        Scalar.Constant(var value) => value == 0 ? "0" : Word(value),
        Scalar.Variable or Scalar.SampleIndex => leaf(scalar),
        _ => null,
    };

    // 0.2 → 0p2, -1 → m1, 1E-05 → 1Em05.
    private static string Word(double value) => value == 0 ? "" : "_" + Numbers.Literal(value).Replace('.', 'p').Replace('-', 'm').Replace("+", "") + "_";

    private static string Functions(Scalar scalar)
    {
        var words = new StringBuilder();
        foreach (var part in scalar.All)
        {
            var word = part switch
            {
                Scalar.Call(var name, _, var number) => Function(name, number),
                Scalar.Choice => "Select",
                Scalar.Sum(_, Scalar.Negate) => "Minus",
                Scalar.Sum => "Plus",
                Scalar.Product => "Times",
                Scalar.Quotient => "Over",
                _ => "",
            };
            if (words.Length + word.Length <= MostWords) words.Append(word);
        }

        return words.ToString();
    }
}
