using System.Collections.Immutable;
using System.Globalization;
using GanDsl.Generators.Declarations;
using GanDsl.Generators.Networks;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Diagnostics;

/// <summary>Turns problems into diagnostics: finds the attribute at a site.</summary>
internal static class Sites
{
    public static Diagnostic Diagnose(Problem problem, INamedTypeSymbol type, AttributeData marker, CancellationToken token)
    {
        var (descriptor, fault) = (Descriptors.ById[problem.Rule], AttributeAt(problem.Site, type, marker));
        var location = Of(fault, type, token);
        var (others, properties) = (new List<Location>(), ImmutableDictionary<string, string?>.Empty);
        if (problem.Site is { Kind: SiteKind.Layer, Index: > 0 } && problem.ConcernsInput) Add(NetworkReader.Layers(type).ElementAt(problem.Site.Index - 1));

        if (descriptor == Descriptors.NotPartial) Offer(new Remedy(RemedyKeys.MakePartial, "Make it partial"), fault, -1);
        if (descriptor == Descriptors.LayersAreSpread)
        {
            Offer(new Remedy(RemedyKeys.Gather, "Move all layers to one declaration"), marker, others.Count);
            Add(marker);
            foreach (var attribute in NetworkReader.Placed(type)) Add(attribute);
        }

        if (problem.Remedy is { Layer: < 0 } here) Offer(here, fault, -1);
        if (problem.Remedy is { Layer: >= 0 } there)
        {
            var owner = there.Owner == RemedyOwner.Itself
                ? type
                : (INamedTypeSymbol)marker.AttributeClass!.TypeArguments[there.Owner == RemedyOwner.Generator ? 0 : 1];

            // Networks of other assemblies cannot be changed.
            var at = others.Count;
            var layer = NetworkReader.Layers(owner).ElementAt(there.Layer);
            if (Add(layer)) Offer(there, layer, at);
        }

        return Diagnostic.Create(descriptor, location, others, properties, problem.Arguments.ToArray<object>());

        bool Add(AttributeData attribute)
        {
            if (attribute.ApplicationSyntaxReference is not { } written) return false;
            others.Add(written.GetSyntax(token).GetLocation());
            return true;
        }

        void Offer(Remedy remedy, AttributeData? changed, int at) => properties = properties
            .Add(RemedyKeys.Title, remedy.Title)
            .Add(RemedyKeys.Edit, remedy.Edit)
            .Add(RemedyKeys.Text, remedy.Text)
            .Add(RemedyKeys.Parameter, remedy.Parameter)
            .Add(RemedyKeys.Place, AttributeReader.PlaceOf(changed, remedy.Parameter).ToString(CultureInfo.InvariantCulture))
            .Add(RemedyKeys.At, at.ToString(CultureInfo.InvariantCulture));
    }

    public static Location Of(AttributeData? attribute, INamedTypeSymbol type, CancellationToken token) =>
        attribute?.ApplicationSyntaxReference?.GetSyntax(token).GetLocation() ?? type.Locations[0];

    private static AttributeData? AttributeAt(Site site, INamedTypeSymbol type, AttributeData marker) => site.Kind switch
    {
        SiteKind.Class => null,
        SiteKind.Layer => NetworkReader.Layers(type).ElementAtOrDefault(site.Index),
        SiteKind.Initialize => NetworkReader.Initialize(type),
        SiteKind.SpectralNorm => NetworkReader.SpectralNorms(type).ElementAtOrDefault(site.Index),
        SiteKind.EqualizedRate => NetworkReader.EqualizedRates(type).ElementAtOrDefault(site.Index),
        SiteKind.Objective => GanReader.Objectives(type).ElementAtOrDefault(site.Index),
        SiteKind.Optimizer => GanReader.Optimizers(type).ElementAtOrDefault(site.Index),
        SiteKind.Modifier => GanReader.Modifiers(type).ElementAtOrDefault(site.Index),
        SiteKind.Regularizer => GanReader.Regularizers(type).ElementAtOrDefault(site.Index),
        SiteKind.Augmentation => GanReader.Augmentations(type).ElementAtOrDefault(site.Index),
        SiteKind.AuxiliaryLoss => GanReader.AuxiliaryLosses(type).ElementAtOrDefault(site.Index),
        SiteKind.Schedule => GanReader.Schedules(type).ElementAtOrDefault(site.Index),
        _ => marker,
    };
}
