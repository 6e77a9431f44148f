using GanDsl.Generators.Text;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Declarations;

/// <summary>Reads a network's attributes. Analyzers call it too, and find a layer's attribute by its index in <see cref="Layers"/>.</summary>
internal static class NetworkReader
{
    public const string GeneratorMarker = "GeneratorAttribute";
    public const string DiscriminatorMarker = "DiscriminatorAttribute";

    /// <summary>The network that the class declares, or null if it has no marker.</summary>
    public static NetworkDeclaration? Read(INamedTypeSymbol type, CancellationToken token)
    {
        var attributes = type.GetAttributes();
        var generator = attributes.FirstOrDefault(attribute => AttributeReader.Is(attribute, GeneratorMarker));
        var discriminator = attributes.FirstOrDefault(attribute => AttributeReader.Is(attribute, DiscriminatorMarker));
        if ((generator ?? discriminator) is not { } marker) return null;

        var complete = true;
        var markerValues = ReadOrNote(marker);
        var (layers, layersAreComplete) = ReadLayers(type);
        var (spectralNorms, equalizedRates) = (Parametrizations(SpectralNorms(type)), Parametrizations(EqualizedRates(type)));
        var initialize = Initialize(type);
        var initializeValues = initialize is null ? null : ReadOrNote(initialize);
        token.ThrowIfCancellationRequested();

        var role = generator is not null ? Role.Generator : Role.Discriminator;
        return new NetworkDeclaration(
            TypeReader.Read(type, GeneratedNames.OfNetworks, token),
            role,
            markerValues.Ints(role == Role.Generator ? "latent" : "shape"),
            markerValues.Contains("Classes") ? markerValues.Int("Classes") : null,
            markerValues.Contains("Source") ? markerValues.Ints("Source") : null,
            BackendsOf(markerValues),
            layers,
            BlockReader.Reachable(type, token),
            spectralNorms,
            equalizedRates,
            initializeValues,
            SecondMarker: generator is not null && discriminator is not null ? "Discriminator"
                : attributes.Any(attribute => AttributeReader.Is(attribute, GanReader.Marker)) ? "Gan"
                : BlockReader.MarkerOf(type) is not null ? "Block"
                : null,
            LayersAreSpread: LayersAreSpread(type, token),
            IsComplete: complete && layersAreComplete);

        EquatableArray<ParametrizationDeclaration> Parametrizations(IEnumerable<AttributeData> written) =>
            written.Select(attribute => new ParametrizationDeclaration(attributes.TakeWhile(other => other != attribute).Count(IsLayer), ReadOrNote(attribute)))
                .ToEquatableArray();

        AttributeValues ReadOrNote(AttributeData attribute)
        {
            if (AttributeReader.Read(attribute) is { } values) return values;
            complete = false;
            return new AttributeValues(default);
        }
    }

    /// <summary>Whether the class has a network's marker.</summary>
    public static bool IsNetwork(INamedTypeSymbol type) =>
        type.GetAttributes().Any(attribute => AttributeReader.Is(attribute, GeneratorMarker) || AttributeReader.Is(attribute, DiscriminatorMarker));

    /// <summary>The layers' attributes in source order.</summary>
    public static IEnumerable<AttributeData> Layers(INamedTypeSymbol type) =>
        type.GetAttributes().Where(IsLayer);

    /// <summary>Each [SpectralNorm] in source order.</summary>
    public static IEnumerable<AttributeData> SpectralNorms(INamedTypeSymbol type) =>
        type.GetAttributes().Where(attribute => AttributeReader.Is(attribute, "SpectralNormAttribute"));

    /// <summary>Each [EqualizedLearningRate] in source order.</summary>
    public static IEnumerable<AttributeData> EqualizedRates(INamedTypeSymbol type) =>
        type.GetAttributes().Where(attribute => AttributeReader.Is(attribute, "EqualizedLearningRateAttribute"));

    /// <summary>The layers, and whether each could be read.</summary>
    public static (EquatableArray<LayerDeclaration> Layers, bool AreComplete) ReadLayers(INamedTypeSymbol type)
    {
        var areComplete = true;
        var layers = Layers(type).Select((attribute, number) =>
        {
            var values = AttributeReader.Read(attribute);
            areComplete &= values is not null && attribute.AttributeClass!.TypeArguments.All(argument => argument.TypeKind != TypeKind.Error);
            return new LayerDeclaration(
                AttributeReader.ShortName(attribute), values ?? new AttributeValues(default), LayerPlace.At(number), BlockReader.NameOf(attribute));
        }).ToEquatableArray();
        return (layers, areComplete);
    }

    /// <summary>Whether layers are spread over several declarations of the class.</summary>
    public static bool LayersAreSpread(INamedTypeSymbol type, CancellationToken token) => Declarations(type, token).Distinct().Count() > 1;

    /// <summary>[Initialize], if there is one.</summary>
    public static AttributeData? Initialize(INamedTypeSymbol type) =>
        type.GetAttributes().FirstOrDefault(attribute => AttributeReader.Is(attribute, "InitializeAttribute"));

    /// <summary>The attributes whose relative order matters, in source order.</summary>
    public static IEnumerable<AttributeData> Placed(INamedTypeSymbol type) =>
        type.GetAttributes().Where(attribute =>
            IsLayer(attribute) || AttributeReader.Is(attribute, "SpectralNormAttribute") || AttributeReader.Is(attribute, "EqualizedLearningRateAttribute"));

    /// <summary>For each of those, the class declaration that has it; nothing for a class of another assembly.</summary>
    public static IEnumerable<SyntaxNode?> Declarations(INamedTypeSymbol type, CancellationToken token) =>
        Placed(type)
            .Where(attribute => attribute.ApplicationSyntaxReference is not null)
            .Select(attribute => attribute.ApplicationSyntaxReference!.GetSyntax(token).Parent?.Parent);

    /// <summary>The flags in <c>Backends</c>; all of them by default.</summary>
    public static int BackendsOf(AttributeValues marker) => marker.Values.Any(value => value.Name == "Backends") ? marker.Int("Backends") : ~0;

    private static bool IsLayer(AttributeData attribute) => AttributeReader.DerivesFrom(attribute, "LayerAttribute");
}
