using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Declarations;

/// <summary>
/// A game with its text as the user wrote it. Everything computed depends only on the declaration, so that writing the same differently changes only what shows
/// the text.
/// </summary>
/// <param name="Declaration">The declaration as data.</param>
/// <param name="Text">The classes of the blocks, the networks and the game.</param>
internal sealed record WrittenGame(GanDeclaration Declaration, string Text);

/// <summary>Classes as their user wrote them, for people to read again.</summary>
internal static class WrittenText
{
    /// <summary>A game with all its parts: the blocks, each network once, the game itself.</summary>
    public static string OfGame(INamedTypeSymbol game, CancellationToken token)
    {
        var marker = game.GetAttributes().First(attribute => AttributeReader.Is(attribute, GanReader.Marker));
        var players = marker.AttributeClass!.TypeArguments.OfType<INamedTypeSymbol>().Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).ToList();
        var blocks = players.SelectMany(BlockReader.ReachableTypes).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        return string.Join("\n\n", blocks.Concat(players).Append(game).Select(type => Of(type, token)));
    }

    // The attribute lists as they are, and the class without its body.
    private static string Of(INamedTypeSymbol type, CancellationToken token)
    {
        var lists = type.GetAttributes().Select(attribute => attribute.ApplicationSyntaxReference?.GetSyntax(token).Parent).OfType<AttributeListSyntax>()
            .Distinct().ToList();
        if (lists.FirstOrDefault()?.Parent is not TypeDeclarationSyntax declaration) return $"// {type.Name} is declared in {type.ContainingAssembly?.Name}.";
        var parts = declaration.Modifiers.Select(modifier => modifier.Text).Append(declaration.Keyword.Text)
            .Append(declaration.Identifier.Text + declaration.TypeParameterList);
        return string.Join("\n", lists.Select(Line).Append(string.Join(" ", parts) + ";"));
    }

    private static string Line(AttributeListSyntax list)
    {
        var text = list.ToString();
        return text.IndexOf('\n') < 0 ? text : list.NormalizeWhitespace(eol: "\n").ToString();
    }
}
