using GanDsl.Generators.Text;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Declarations;

/// <summary>
/// Reads a game's attributes and, through their symbols, those of its networks. It never reads generated members: generators do not see them.
/// </summary>
internal static class GanReader
{
    public const string Marker = "GanAttribute";

    /// <summary>The game that the class declares, or null if it has no marker.</summary>
    public static GanDeclaration? Read(INamedTypeSymbol type, CancellationToken token)
    {
        var attributes = type.GetAttributes();
        if (attributes.FirstOrDefault(attribute => AttributeReader.Is(attribute, Marker)) is not { AttributeClass.TypeArguments.Length: 2 or 4 } marker)
            return null;

        var complete = true;
        var arguments = marker.AttributeClass.TypeArguments;
        if (arguments.Any(argument => argument.TypeKind == TypeKind.Error)) complete = false;

        // A class that is also a network is reported as a network.
        if (NetworkReader.Read(type, token) is not null) complete = false;
        var markerValues = ReadOrNote(marker);
        token.ThrowIfCancellationRequested();

        return new GanDeclaration(
            TypeReader.Read(type, GeneratedNames.OfGames, token),
            NetworkReader.BackendsOf(markerValues),
            Network(0),
            Network(1),
            Name(0),
            Name(1),
            arguments.Length == 4 ? new InverseDeclaration(Network(2), Network(3), Name(2), Name(3)) : null,
            Objectives(type).Select(Game).ToEquatableArray(),
            Optimizers(type).Select(Game).ToEquatableArray(),
            Modifiers(type).Select(Game).ToEquatableArray(),
            Regularizers(type).Select(Game).ToEquatableArray(),
            Augmentations(type).Select(Game).ToEquatableArray(),
            AuxiliaryLosses(type).Select(Game).ToEquatableArray(),
            Schedules(type).Select(Game).ToEquatableArray(),
            attributes.Count(attribute => AttributeReader.Is(attribute, Marker)) > 1,
            complete);

        GameAttribute Game(AttributeData attribute) => new(AttributeReader.ShortName(attribute), ReadOrNote(attribute));

        string Name(int argument) => arguments[argument].ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

        NetworkDeclaration? Network(int argument) =>
            arguments[argument] is INamedTypeSymbol named && NetworkReader.Read(named, token) is { } network
                && (network.Role == (argument % 2 == 0 ? Role.Generator : Role.Discriminator) || network.SecondMarker is not null)
            ? network
            : null;

        AttributeValues ReadOrNote(AttributeData attribute)
        {
            if (AttributeReader.Read(attribute) is { } values) return values;
            complete = false;
            return new AttributeValues(default);
        }
    }

    public static IEnumerable<AttributeData> Objectives(INamedTypeSymbol type) =>
        type.GetAttributes().Where(attribute => AttributeReader.DerivesFrom(attribute, "ObjectiveAttribute"));

    public static IEnumerable<AttributeData> Optimizers(INamedTypeSymbol type) =>
        type.GetAttributes().Where(attribute => AttributeReader.DerivesFrom(attribute, "OptimizerAttribute"));

    public static IEnumerable<AttributeData> Modifiers(INamedTypeSymbol type) =>
        type.GetAttributes().Where(attribute => AttributeReader.DerivesFrom(attribute, "OptimizerModifierAttribute"));

    public static IEnumerable<AttributeData> Regularizers(INamedTypeSymbol type) =>
        type.GetAttributes().Where(attribute => AttributeReader.DerivesFrom(attribute, "RegularizerAttribute"));

    public static IEnumerable<AttributeData> Augmentations(INamedTypeSymbol type) =>
        type.GetAttributes().Where(attribute => AttributeReader.DerivesFrom(attribute, "AugmentationAttribute"));

    public static IEnumerable<AttributeData> AuxiliaryLosses(INamedTypeSymbol type) =>
        type.GetAttributes().Where(attribute => AttributeReader.DerivesFrom(attribute, "AuxiliaryLossAttribute"));

    public static IEnumerable<AttributeData> Schedules(INamedTypeSymbol type) =>
        type.GetAttributes().Where(attribute => AttributeReader.DerivesFrom(attribute, "ScheduleAttribute"));
}
