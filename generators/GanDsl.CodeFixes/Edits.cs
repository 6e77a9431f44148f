using System.Collections.Immutable;
using System.Globalization;
using GanDsl.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GanDsl.CodeFixes;

/// <summary>The text changes of remedies: everything unrelated to the mistake stays as it was written.</summary>
internal static class Edits
{
    public static IEnumerable<TextChange> Of(SyntaxNode node, ImmutableDictionary<string, string?> remedy)
    {
        var edit = remedy[RemedyKeys.Edit];
        if (edit == RemedyKeys.MakePartial) return MakePartial(node);
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { Parent: AttributeListSyntax list } attribute) return [];
        var text = remedy[RemedyKeys.Text] ?? "";
        return edit switch
        {
            RemedyKeys.InsertBefore => [new TextChange(new TextSpan(attribute.SpanStart, 0), text + ", ")],
            RemedyKeys.InsertBehind => [new TextChange(new TextSpan(attribute.Span.End, 0), ", " + text)],
            RemedyKeys.Replace => [new TextChange(attribute.Span, text)],
            RemedyKeys.Remove => [new TextChange(SpanOf(attribute, list), "")],
            RemedyKeys.SetArgument =>
                [SetArgument(attribute, remedy[RemedyKeys.Parameter]!, int.Parse(remedy[RemedyKeys.Place], CultureInfo.InvariantCulture), text)],
            _ => [],
        };
    }

    /// <summary>A solution with a file changed.</summary>
    public static async Task<Solution> ApplyAsync(Solution solution, SyntaxTree tree, IEnumerable<TextChange> changes, CancellationToken token)
    {
        if (solution.GetDocument(tree) is not { } document) return solution;
        var text = await document.GetTextAsync(token).ConfigureAwait(false);
        return solution.WithDocumentText(document.Id, text.WithChanges(changes.OrderBy(change => change.Span.Start)));
    }

    // A nested class's generated part repeats all classes around it.
    private static IEnumerable<TextChange> MakePartial(SyntaxNode node) => node
        .AncestorsAndSelf()
        .OfType<TypeDeclarationSyntax>()
        .Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
        .Select(type => new TextChange(new TextSpan(type.Keyword.SpanStart, 0), "partial "));

    // With its comma, or, if it is alone in its brackets, with these and their line.
    private static TextSpan SpanOf(AttributeSyntax attribute, AttributeListSyntax list)
    {
        var index = list.Attributes.IndexOf(attribute);
        if (index > 0) return TextSpan.FromBounds(list.Attributes[index - 1].Span.End, attribute.Span.End);
        return list.Attributes.Count > 1
            ? TextSpan.FromBounds(attribute.SpanStart, list.Attributes[1].SpanStart)
            : TextSpan.FromBounds(list.SpanStart, list.FullSpan.End);
    }

    private static TextChange SetArgument(AttributeSyntax attribute, string parameter, int place, string value)
    {
        if (attribute.ArgumentList is not { } arguments) return new TextChange(new TextSpan(attribute.Span.End, 0), $"({parameter}: {value})");
        var named = arguments.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter);
        var positional = arguments.Arguments.TakeWhile(argument => argument.NameColon is null && argument.NameEquals is null).ElementAtOrDefault(place);
        if ((named ?? positional) is { } known) return new TextChange(known.Expression.Span, value);

        // After the last of the constructor's arguments; properties come last.
        var last = arguments.Arguments.LastOrDefault(argument => argument.NameEquals is null);
        return last is null
            ? new TextChange(new TextSpan(arguments.OpenParenToken.Span.End, 0), $"{parameter}: {value}" + (arguments.Arguments.Count > 0 ? ", " : ""))
            : new TextChange(new TextSpan(last.Span.End, 0), $", {parameter}: {value}");
    }
}
