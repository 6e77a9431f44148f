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
        var (descriptor, location) = (Descriptors.ById[problem.Rule], Locate(problem.Site, type, marker, token));
        var (others, properties) = (new List<Location>(), ImmutableDictionary<string, string?>.Empty);
        if (problem.Site is { Kind: SiteKind.Layer, Index: > 0 } && problem.ConcernsInput) Add(NetworkReader.Layers(type).ElementAt(problem.Site.Index - 1));

        if (descriptor == Descriptors.NotPartial) Offer(new Remedy(RemedyKeys.MakePartial, "Make it partial"), -1);
        if (descriptor == Descriptors.LayersAreSpread)
        {
            Offer(new Remedy(RemedyKeys.Gather, "Move all layers to one declaration"), others.Count);
            Add(marker);
            foreach (var attribute in NetworkReader.Placed(type)) Add(attribute);
        }

        if (problem.Remedy is { Layer: < 0 } here) Offer(here, -1);
        if (problem.Remedy is { Layer: >= 0 } there)
        {
            var owner = there.Owner == RemedyOwner.Itself ? type : (INamedTypeSymbol)marker.AttributeClass!.TypeArguments[there.Owner == RemedyOwner.Generator ? 0 : 1];

            // Networks of other assemblies cannot be changed.
            var at = others.Count;
            if (Add(NetworkReader.Layers(owner).ElementAt(there.Layer))) Offer(there, at);
        }

        return Diagnostic.Create(descriptor, location, others, properties, problem.Arguments.ToArray<object>());

        bool Add(AttributeData attribute)
        {
            if (attribute.ApplicationSyntaxReference is not { } written) return false;
            others.Add(written.GetSyntax(token).GetLocation());
            return true;
        }

        void Offer(Remedy remedy, int at) => properties = properties
            .Add(RemedyKeys.Title, remedy.Title)
            .Add(RemedyKeys.Edit, remedy.Edit)
            .Add(RemedyKeys.Text, remedy.Text)
            .Add(RemedyKeys.Parameter, remedy.Parameter)
            .Add(RemedyKeys.Place, remedy.Place.ToString(CultureInfo.InvariantCulture))
            .Add(RemedyKeys.At, at.ToString(CultureInfo.InvariantCulture));
    }

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
        SiteKind.Augmentation => Of(GanReader.Augmentations(type).ElementAtOrDefault(site.Index), type, token),
        SiteKind.AuxiliaryLoss => Of(GanReader.AuxiliaryLosses(type).ElementAtOrDefault(site.Index), type, token),
        SiteKind.Schedule => Of(GanReader.Schedules(type).ElementAtOrDefault(site.Index), type, token),
        _ => Of(marker, type, token),
    };
}
