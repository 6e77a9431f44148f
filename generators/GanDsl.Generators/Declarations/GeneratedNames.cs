using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Declarations;

/// <summary>The members that the generated part of a class declares.</summary>
internal static class GeneratedNames
{
    public static readonly IReadOnlyList<string> OfNetworks = ["Torch", "Ilgpu", "Summary", "ParameterCount", "ToPyTorch", "ToOnnx"];

    public static readonly IReadOnlyList<string> OfGames = ["Torch", "Ilgpu", "Description"];

    /// <summary>The members for a class, by its markers.</summary>
    public static IReadOnlyList<string> Of(INamedTypeSymbol type)
    {
        var markers = type.GetAttributes();
        return markers.Any(marker => AttributeReader.Is(marker, NetworkReader.GeneratorMarker) || AttributeReader.Is(marker, NetworkReader.DiscriminatorMarker))
            ? OfNetworks
            : markers.Any(marker => AttributeReader.Is(marker, GanReader.Marker)) ? OfGames
            : [];
    }
}
