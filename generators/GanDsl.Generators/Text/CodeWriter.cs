using System.Globalization;
using System.Text;

namespace GanDsl.Generators.Text;

/// <summary>Collects lines of C# at an indentation. Text that spans lines is indented line by line.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    public CodeWriter Line(string line = "")
    {
        foreach (var part in line.Replace("\r\n", "\n").Split('\n'))
        {
            if (part.Length > 0) text.Append(' ', 4 * depth).Append(part);
            text.Append('\n');
        }

        return this;
    }

    /// <summary>A blank line, unless there is one, or a block begins here.</summary>
    public CodeWriter Separate()
    {
        var end = text.Length;
        var follows = end > 1 && (text[end - 2] == '\n' || text[end - 2] == '{');
        return follows ? this : Line();
    }

    /// <summary>The lines of a summary as an XML comment.</summary>
    public CodeWriter Doc(string text) => Line("/// " + text.Replace("\r\n", "\n").Replace("\n", "\n/// ").Replace("/// \n", "///\n"));

    /// <summary>A line, then a block in braces until the result is disposed.</summary>
    public Block Open(string line) => Line(line).Open();

    /// <summary>A block in braces until the result is disposed.</summary>
    public Block Open()
    {
        Line("{");
        depth++;
        return new Block(this, "}");
    }

    /// <summary>Lines one step deeper until the result is disposed.</summary>
    public Block Indent()
    {
        depth++;
        return new Block(this, close: null);
    }

    public override string ToString() => text.ToString();

    public readonly struct Block(CodeWriter writer, string? close) : IDisposable
    {
        public void Dispose()
        {
            writer.depth--;
            if (close is null) return;

            // No block ends in a blank line.
            var end = writer.text.Length;
            if (end > 1 && writer.text[end - 1] == '\n' && writer.text[end - 2] == '\n') writer.text.Length--;
            writer.Line(close);
        }
    }
}

/// <summary>Numbers as C# and people write them, whatever the culture of the machine.</summary>
internal static class Numbers
{
    /// <summary>The shortest literal that reads back as the same double: 0.2, 0.0002, 1E-08.</summary>
    public static string Literal(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A literal that is not an integer in any language: 1.0, 0.2, 1E-08.</summary>
    public static string Fraction(double value) =>
        value == Math.Floor(value) && Math.Abs(value) < 1e15 ? value.ToString("F1", CultureInfo.InvariantCulture) : Literal(value);

    public static string Literal(bool value) => value ? "true" : "false";

    /// <summary>A literal for code: 627_200.</summary>
    public static string Literal(long value) => value.ToString("#,##0", CultureInfo.InvariantCulture).Replace(',', '_');

    /// <summary>A plain number without grouping: 6272.</summary>
    public static string Plain(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number for people: 627,200.</summary>
    public static string Grouped(long value) => value.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>A number of things: 1 number, 784 numbers.</summary>
    public static string Count(long value, string thing) => Count(value, thing, thing + "s");

    /// <summary>A number of things whose plural is irregular: 1 launch, 7 launches.</summary>
    public static string Count(long value, string thing, string things) => $"{Grouped(value)} {(value == 1 ? thing : things)}";

    /// <summary>An ordinal: 2nd, 3rd, 11th.</summary>
    public static string Ordinal(long value) =>
        Plain(value) + (value % 100 is >= 11 and <= 13 ? "th" : (value % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });

    public static string List(IEnumerable<int> values, string separator = ", ") => string.Join(separator, values.Select(value => Plain(value)));
}
