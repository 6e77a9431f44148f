using GanDsl.Generators.Declarations;
using GanDsl.Generators.Networks;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Diagnostics;

/// <summary>Turns problems into diagnostics: finds the attribute that a site means.</summary>
internal static class Sites
{
    public static Diagnostic Diagnose(Problem problem, INamedTypeSymbol type, AttributeData marker, CancellationToken token) =>
        Diagnostic.Create(Descriptors.ById[problem.Rule], Locate(problem.Site, type, marker, token), problem.Arguments.ToArray<object>());

    public static Location Of(AttributeData? attribute, INamedTypeSymbol type, CancellationToken token) =>
        attribute?.ApplicationSyntaxReference?.GetSyntax(token).GetLocation() ?? type.Locations[0];

    private static Location Locate(Site site, INamedTypeSymbol type, AttributeData marker, CancellationToken token) => site.Kind switch
    {
        SiteKind.Class => type.Locations[0],
        SiteKind.Layer => Of(NetworkReader.Layers(type).ElementAtOrDefault(site.Index), type, token),
        SiteKind.Initialize => Of(NetworkReader.Initialize(type), type, token),
        SiteKind.SpectralNorm => Of(NetworkReader.SpectralNorms(type).ElementAtOrDefault(site.Index), type, token),
        SiteKind.EqualizedRate => Of(NetworkReader.EqualizedRates(type).ElementAtOrDefault(site.Index), type, token),
        SiteKind.Objective => Of(GanReader.Objectives(type).ElementAtOrDefault(site.Index), type, token),
        SiteKind.Optimizer => Of(GanReader.Optimizers(type).ElementAtOrDefault(site.Index), type, token),
        SiteKind.Modifier => Of(GanReader.Modifiers(type).ElementAtOrDefault(site.Index), type, token),
        SiteKind.Regularizer => Of(GanReader.Regularizers(type).ElementAtOrDefault(site.Index), type, token),
        SiteKind.Schedule => Of(GanReader.Schedules(type).ElementAtOrDefault(site.Index), type, token),
        _ => Of(marker, type, token),
    };
}
