using GanDsl.Generators.Ir;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <summary>Scalar expressions as C# in a kernel, where operands are named A to H.</summary>
/// <param name="Channels">The channels of the value that the kernel walks over.</param>
/// <param name="Pixels">The pixels of one of its channels.</param>
/// <param name="Readings">How the operands are read.</param>
/// <param name="First">The variable of operand A: 1 in epilogues, whose variable 0 is the sum.</param>
internal sealed record Expressions(int Channels, int Pixels, EquatableArray<Reading> Readings, int First)
{
    public string Of(Scalar scalar) => ScalarText.Kernel(scalar, leaf => leaf switch
    {
        Scalar.SampleIndex => "at.Sample",
        Scalar.Variable(var index) when index < First => "sum",
        Scalar.Variable(var index) => $"operands.{(char)('A' + index - First)}({Element(Readings[index - First])})",
        _ => throw new InvalidOperationException($"No text is written for {leaf.GetType().Name}."),
    });

    /// <summary>The expression's name as an identifier.</summary>
    /// <param name="scalar">The expression.</param>
    /// <param name="text">It as C#.</param>
    public string NameOf(Scalar scalar, string text)
    {
        return ExpressionNames.Of(scalar, Leaf, text);

        string Leaf(Scalar leaf) => leaf switch
        {
            Scalar.Variable(var index) when index < First => "Sum",
            Scalar.Variable(var index) => Word(index - First),
            _ => "Sample",
        };
    }

    private string Word(int operand)
    {
        var element = Element(Readings[operand]);
        return (char)('A' + operand) + element switch
        {
            "at.Index" => "",
            "0" => "0",
            "at.Channel" => "OfChannel",
            "at.Sample" => "OfSample",
            _ => "Each" + Divisor(element),
        };
    }

    // "at.Index / 196 % 64" → 196Of64, "at.Index % 64" → 1Of64, "at.Index / 196" → 196.
    private static string Divisor(string element) => element.Substring("at.Index".Length) switch
    {
        [' ', '%', ' ', .. var of] => "1Of" + of,
        [' ', '/', ' ', .. var by] => by.Replace(" % ", "Of"),
        _ => throw new InvalidOperationException($"No word is written for {element}."),
    };

    // The kernel knows the channel and the sample of its own shape; those of another shape are computed from the element's index.
    private string Element(Reading reading) => reading.Kind switch
    {
        ReadingKind.Full => "at.Index",
        ReadingKind.Single => "0",
        ReadingKind.Channel when reading.Channels == 1 => "0",
        ReadingKind.Channel when reading.Channels == Channels && reading.Pixels == Pixels => "at.Channel",
        ReadingKind.Channel when reading.Pixels == 1 => $"at.Index % {Numbers.Plain(reading.Channels)}",
        ReadingKind.Channel => $"at.Index / {Numbers.Plain(reading.Pixels)} % {Numbers.Plain(reading.Channels)}",
        _ when reading.Pixels == Channels * Pixels => "at.Sample",
        _ => $"at.Index / {Numbers.Plain(reading.Pixels)}",
    };
}
