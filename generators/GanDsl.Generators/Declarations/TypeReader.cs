using GanDsl.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Declarations;

/// <summary>Reads what must be known about a class to write another part of it.</summary>
internal static class TypeReader
{
    // The folder of generated files, by the generator's full name.
    private const string OurOutput = "GanDsl.Generators.GanGenerator";

    private static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat;

    private static readonly SymbolDisplayFormat QualifiedWithoutGlobal = Qualified.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    // Type parameters, without constraints: the other parts may leave them out.
    private static readonly SymbolDisplayFormat Declared = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters)
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <param name="type">The class.</param>
    /// <param name="generated">The names that the generated part declares.</param>
    /// <param name="token">Cancels.</param>
    public static TypeName Read(INamedTypeSymbol type, IReadOnlyList<string> generated, CancellationToken token)
    {
        var containers = new List<INamedTypeSymbol>();
        for (var container = type.ContainingType; container is not null; container = container.ContainingType) containers.Insert(0, container);
        var chain = containers.Append(type).ToList();

        return new TypeName(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(QualifiedWithoutGlobal),
            containers.Select(Declaration).ToEquatableArray(),
            type.Name,
            Declaration(type),
            type.ToDisplayString(Qualified),
            MetadataName(type),
            ShapesNamespace.For(type.ContainingAssembly?.Name),
            VisibilityOf(chain),
            SeenOutside: chain.All(part => part.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal),
            Domain: $"{type.DeclaredAccessibility} in {(type.ContainingType is { } around ? MetadataName(around) : "")}",
            generated.Where(name => BasesDeclare(type, name)).ToEquatableArray(),
            ObstacleOf(type, chain, generated, token));
    }

    private static Obstacle? ObstacleOf(INamedTypeSymbol type, List<INamedTypeSymbol> chain, IReadOnlyList<string> generated, CancellationToken token)
    {
        if (chain.FirstOrDefault(part => !IsPartial(part, token)) is { } closed)
            return new Obstacle(TypeRules.NotPartial, EquatableArray.Of(closed.Name, type.Name, Declaration(closed)));
        if (chain.FirstOrDefault(part => part.IsFileLocal) is { } local) return new Obstacle(TypeRules.FileLocal, EquatableArray.Of(local.Name, type.Name));
        var taken = generated.FirstOrDefault(name => type.Name == name || type.GetMembers(name).Any(member => !IsGenerated(member)));
        return taken is null ? null : new Obstacle(TypeRules.NameTaken, EquatableArray.Of(type.Name, taken));
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken token) =>
        type.DeclaringSyntaxReferences.Length == 0
        || type.DeclaringSyntaxReferences.Any(
            reference => reference.GetSyntax(token) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    // Generators do not see their own output, but analyzers do: it must not look like a member of the user's.
    private static bool IsGenerated(ISymbol member) =>
        member.DeclaringSyntaxReferences.Length == 0 ||
        member.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree.FilePath.Contains(OurOutput));

    private static bool BasesDeclare(INamedTypeSymbol type, string name)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (parent.GetMembers(name).Any(member => member.DeclaredAccessibility != Accessibility.Private)) return true;
            if (GeneratedNames.Of(parent).Contains(name)) return true;
        }

        return false;
    }

    private static Visibility VisibilityOf(List<INamedTypeSymbol> chain) =>
        chain.All(part => part.DeclaredAccessibility == Accessibility.Public) ? Visibility.Public
        : chain.All(part => part.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal) ? Visibility.Internal
        : Visibility.Nested;

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

    private static string MetadataName(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } container) return $"{MetadataName(container)}+{type.MetadataName}";
        var name = type.MetadataName;
        for (var @namespace = type.ContainingNamespace; !@namespace.IsGlobalNamespace; @namespace = @namespace.ContainingNamespace)
            name = $"{@namespace.Name}.{name}";
        return name;
    }
}
