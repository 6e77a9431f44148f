using GanDsl.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Declarations;

/// <summary>Reads what must be known of a class to write another part of it.</summary>
internal static class TypeReader
{
    private static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat;

    // Type parameters, without constraints: the other parts may leave them out.
    private static readonly SymbolDisplayFormat Declared = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters)
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    public static TypeName Read(INamedTypeSymbol type, CancellationToken token)
    {
        var containers = new List<INamedTypeSymbol>();
        for (var container = type.ContainingType; container is not null; container = container.ContainingType) containers.Insert(0, container);

        var isPublic = type.DeclaredAccessibility == Accessibility.Public && containers.All(container => container.DeclaredAccessibility == Accessibility.Public);
        var notPartial = containers.Append(type).FirstOrDefault(part => !IsPartial(part, token));
        var @namespace = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(Qualified.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));

        return new TypeName(
            @namespace,
            containers.Select(Declaration).ToEquatableArray(),
            type.Name,
            Declaration(type),
            type.ToDisplayString(Qualified),
            MetadataName(type),
            isPublic,
            notPartial?.Name);
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken token) =>
        type.DeclaringSyntaxReferences.Length == 0 ||
        type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(token) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string Declaration(INamedTypeSymbol type)
    {
        var kind = type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            _ => "class",
        };
        return $"{kind} {type.ToDisplayString(Declared)}";
    }

    private static string MetadataName(INamedTypeSymbol type) =>
        type.ContainingType is { } container ? $"{MetadataName(container)}+{type.MetadataName}"
        : type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName
        : $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}";
}
