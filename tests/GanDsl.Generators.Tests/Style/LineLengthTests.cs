using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GanDsl.Generators.Tests.Style;

/// <summary>What the formatter does not check.</summary>
public class LineLengthTests
{
    private const int Columns = 160;

    [Fact]
    public void Lines_EndAtColumn160() => Assert.Empty(
        new[] { "src", "generators", "tests", "samples" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root(), folder), "*.cs", SearchOption.AllDirectories))
            .Where(IsWritten)
            .SelectMany(file => TooLong(File.ReadAllText(file)).Select(line => $"{Path.GetRelativePath(Root(), file)}:{line}")));

    [Theory]
    [InlineData("// ", "", 1)]
    [InlineData("var x = \"", "\";", 1)]
    [InlineData("var x = \"\"\"\n", "\n\"\"\";", 0)]
    public void ALongLine_IsFound_UnlessItIsTextOfARawString(string before, string after, int found) =>
        Assert.Equal(found, TooLong(before + new string('x', Columns) + after).Count());

    private static bool IsWritten(string file) =>
        !file.Contains(".verified.", StringComparison.Ordinal)
        && !file.Contains(".received.", StringComparison.Ordinal)
        && !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");

    // Text in a raw string is as long as what it is about: a line of generated code, of HTML, of a test's source.
    private static IEnumerable<int> TooLong(string text)
    {
        var source = SourceText.From(text);
        var lines = source.Lines.Where(line => line.Span.Length > Columns).ToList();
        if (lines.Count == 0) return [];
        var raw = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes()
            .Where(node => node is InterpolatedStringExpressionSyntax or LiteralExpressionSyntax && IsRaw(node))
            .Select(node => node.Span)
            .ToList();
        return lines.Where(line => !raw.Any(span => span.IntersectsWith(line.Span))).Select(line => line.LineNumber + 1);
    }

    private static bool IsRaw(SyntaxNode node) => node.ToString().TrimStart('$').StartsWith("\"\"\"", StringComparison.Ordinal);

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
