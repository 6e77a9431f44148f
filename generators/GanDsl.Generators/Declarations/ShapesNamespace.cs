using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Generators.Declarations;

/// <summary>The namespace of an assembly's shape markers: its own, so that assemblies that reference each other never share a name.</summary>
internal static class ShapesNamespace
{
    public static string For(string? assembly)
    {
        var letters = new string((assembly ?? "").Select(letter => SyntaxFacts.IsIdentifierPartCharacter(letter) ? letter : '_').ToArray());
        var isName = SyntaxFacts.IsValidIdentifier(letters) && SyntaxFacts.GetKeywordKind(letters) == SyntaxKind.None;
        return "GanDsl.Shapes." + (isName ? letters : "_" + letters);
    }
}
