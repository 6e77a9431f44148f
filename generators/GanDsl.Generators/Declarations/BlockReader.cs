using GanDsl.Generators.Text;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Declarations;

/// <summary>Reads blocks: those that a class uses, directly or through others.</summary>
internal static class BlockReader
{
    public const string Marker = "BlockAttribute";

    /// <summary>The block that the class declares, or null if it has no marker.</summary>
    public static BlockDeclaration? Read(INamedTypeSymbol type, CancellationToken token) => MarkerOf(type) is null ? null : Declaration(type, token);

    public static AttributeData? MarkerOf(INamedTypeSymbol type) => type.GetAttributes().FirstOrDefault(attribute => AttributeReader.Is(attribute, Marker));

    /// <summary>The blocks that the layers of a class use, directly or indirectly, each once; with the class itself where they are recursive.</summary>
    public static EquatableArray<BlockDeclaration> Reachable(INamedTypeSymbol type, CancellationToken token) =>
        ReachableTypes(type).Select(block => Declaration(block, token)).ToEquatableArray();

    /// <summary>Their classes.</summary>
    public static IEnumerable<INamedTypeSymbol> ReachableTypes(INamedTypeSymbol type)
    {
        var found = new SortedDictionary<string, INamedTypeSymbol>(StringComparer.Ordinal);
        var open = new Queue<INamedTypeSymbol>(Used(type));
        while (open.Count > 0)
        {
            var next = open.Dequeue();
            if (found.ContainsKey(NameOf(next))) continue;
            found.Add(NameOf(next), next);
            if (MarkerOf(next) is null) continue;
            foreach (var further in Used(next)) open.Enqueue(further);
        }

        return found.Values;
    }

    /// <summary>The class that a [Use] names, or nothing for other layers.</summary>
    public static string NameOf(AttributeData layer) => TypeOf(layer) is { } type ? NameOf(type) : "";

    private static string NameOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static ITypeSymbol? TypeOf(AttributeData layer) =>
        AttributeReader.Is(layer, "UseAttribute") && layer.AttributeClass is { TypeArguments: { Length: 1 } arguments } ? arguments[0] : null;

    private static IEnumerable<INamedTypeSymbol> Used(INamedTypeSymbol type) => NetworkReader.Layers(type).Select(TypeOf).OfType<INamedTypeSymbol>();

    // A class that is not a block has no layers here, whatever its attributes.
    private static BlockDeclaration Declaration(INamedTypeSymbol type, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        var name = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        if (MarkerOf(type) is null) return new BlockDeclaration(NameOf(type), name, HasMarker: false, default, LayersAreSpread: false, IsComplete: true);
        var (layers, isComplete) = NetworkReader.ReadLayers(type);
        return new BlockDeclaration(
            NameOf(type), name, HasMarker: true, layers, NetworkReader.LayersAreSpread(type, token), isComplete && !NetworkReader.IsNetwork(type));
    }
}
