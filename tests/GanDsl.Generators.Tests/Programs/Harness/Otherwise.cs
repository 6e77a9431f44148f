using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace GanDsl.Generators.Tests.Programs.Harness;

/// <summary>What is wrong, written only if it is: the interpreter checks millions of sizes, and writing what it would say takes longer
/// than the numbers do.</summary>
[InterpolatedStringHandler]
internal readonly ref struct Otherwise
{
    private readonly StringBuilder? text;

    public Otherwise(int literalLength, int formattedCount, bool holds, out bool isWritten)
    {
        isWritten = !holds;
        text = holds ? null : new StringBuilder(literalLength + (8 * formattedCount));
    }

    public void AppendLiteral(string literal) => text!.Append(literal);

    public void AppendFormatted<T>(T value) => text!.Append(CultureInfo.InvariantCulture, $"{value}");

    public override string ToString() => text?.ToString() ?? "";
}
