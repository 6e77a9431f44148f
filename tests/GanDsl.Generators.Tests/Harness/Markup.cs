using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace GanDsl.Generators.Tests.Harness;

/// <summary>Source text with the diagnostics it should get written into it: <c>[{|GAN0103:Conv2d(8, kernel: 4)|}]</c>. Spans may nest.</summary>
/// <param name="Source">The text without the marks.</param>
/// <param name="Expected">The marked spans.</param>
internal sealed partial record Markup(string Source, ImmutableArray<(string Id, TextSpan Span)> Expected)
{
    public static Markup Parse(string text)
    {
        var source = new StringBuilder();
        var open = new Stack<(string Id, int Start)>();
        var spans = ImmutableArray.CreateBuilder<(string, TextSpan)>();
        var position = 0;
        foreach (Match mark in Mark().Matches(text))
        {
            source.Append(text, position, mark.Index - position);
            position = mark.Index + mark.Length;
            if (mark.Groups["id"] is { Success: true, Value: var id }) open.Push((id, source.Length));
            else if (open.TryPop(out var opened)) spans.Add((opened.Id, TextSpan.FromBounds(opened.Start, source.Length)));
            else throw new FormatException($"Nothing is open where the mark at {mark.Index} closes.");
        }

        if (open.Count > 0) throw new FormatException($"The mark of {open.Peek().Id} is not closed.");
        return new Markup(source.Append(text, position, text.Length - position).ToString(), spans.ToImmutable());
    }

    /// <summary>The same notation for other diagnostics, so that a failed test shows both in the source.</summary>
    public static string Write(string source, IEnumerable<(string Id, TextSpan Span)> spans)
    {
        var ordered = spans.ToList();
        var opening = ordered.OrderByDescending(item => item.Span.Length).Select(item => (item.Span.Start, Order: 1, Text: $"{{|{item.Id}:"));
        var closing = ordered.OrderBy(item => item.Span.Length).Select(item => (Start: item.Span.End, Order: 0, Text: "|}"));
        var text = new StringBuilder();
        var position = 0;
        foreach (var (start, _, mark) in closing.Concat(opening).OrderBy(item => item.Start).ThenBy(item => item.Order))
        {
            text.Append(source, position, start - position).Append(mark);
            position = start;
        }

        return text.Append(source, position, source.Length - position).ToString();
    }

    [GeneratedRegex(@"\{\|(?<id>[A-Z]+[0-9]+):|\|\}")]
    private static partial Regex Mark();
}
