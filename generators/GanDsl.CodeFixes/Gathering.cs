using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GanDsl.CodeFixes;

/// <summary>Moves attributes of several declarations of a class to one of them, in order: attributes before the layers there stay before them.</summary>
internal static class Gathering
{
    /// <param name="solution">The user's.</param>
    /// <param name="locations">The marker, where all go, then each attribute.</param>
    /// <param name="token">Cancels.</param>
    public static async Task<Solution> ApplyAsync(Solution solution, IReadOnlyList<Location> locations, CancellationToken token)
    {
        var attributes = new List<AttributeSyntax>();
        foreach (var location in locations)
        {
            if ((await DeclarationFixes.NodeAsync(location, token).ConfigureAwait(false)).FirstAncestorOrSelf<AttributeSyntax>() is { } attribute)
                attributes.Add(attribute);
        }

        var (marker, layers) = (attributes[0], attributes.Skip(1).ToList());
        var moved = new HashSet<AttributeSyntax>(layers.Where(layer => DeclarationOf(layer) != DeclarationOf(marker)));
        var staying = layers.Where(layer => !moved.Contains(layer)).ToList();
        var before = staying.Count == 0 ? [] : layers.TakeWhile(moved.Contains).ToList();
        var behind = layers.Where(layer => moved.Contains(layer) && !before.Contains(layer)).ToList();

        var changes =
            moved.Select(layer => (AttributeListSyntax)layer.Parent!).Distinct().Select(list => (list.SyntaxTree, Change: Without(list, moved))).ToList();
        if (before.Count > 0) changes.Add((marker.SyntaxTree, new TextChange(new TextSpan(staying[0].SpanStart, 0), TextOf(before) + ", ")));
        if (behind.Count > 0)
            changes.Add((marker.SyntaxTree, new TextChange(new TextSpan((staying.LastOrDefault() ?? marker).Span.End, 0), ", " + TextOf(behind))));
        foreach (var ofFile in changes.GroupBy(change => change.SyntaxTree, change => change.Change))
        {
            solution = await Edits.ApplyAsync(solution, ofFile.Key, ofFile, token).ConfigureAwait(false);
        }

        return solution;
    }

    private static SyntaxNode? DeclarationOf(AttributeSyntax attribute) => attribute.Parent?.Parent;

    private static string TextOf(IEnumerable<AttributeSyntax> attributes) => string.Join(", ", attributes.Select(attribute => attribute.ToString()));

    // Removes an empty list with its line.
    private static TextChange Without(AttributeListSyntax list, HashSet<AttributeSyntax> moved)
    {
        var kept = list.Attributes.Where(attribute => !moved.Contains(attribute)).ToList();
        return kept.Count == 0
            ? new TextChange(TextSpan.FromBounds(list.SpanStart, list.FullSpan.End), "")
            : new TextChange(TextSpan.FromBounds(list.Attributes[0].SpanStart, list.Attributes[list.Attributes.Count - 1].Span.End), TextOf(kept));
    }
}
