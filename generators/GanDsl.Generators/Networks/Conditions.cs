using GanDsl.Generators.Declarations;
using GanDsl.Generators.Layers;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Networks;

/// <summary>What networks with classes have beside others: names for what they are given, and rules.</summary>
internal static class Conditions
{
    /// <summary>What has a name from the start.</summary>
    public static (string Name, Signal Signal)[] Inputs(NetworkDeclaration network) => NameOf(network) is { } name
        ? [(name, new Signal(Signal.Condition, ShapeOf(network))), (InputName(network), new Signal(Signal.Input, new Shape(network.Input)))]
        : [];

    /// <summary>The shape of what a network is given besides its input.</summary>
    public static Shape ShapeOf(NetworkDeclaration network) => network.Classes is { } classes ? Shape.Of(classes) : new Shape(network.Source!.Value);

    private static string? NameOf(NetworkDeclaration network) => network.Classes is not null ? InputNames.Label : network.Source is not null ? InputNames.Source : null;

    /// <summary>A source that is no shape, or that stands beside classes; or null.</summary>
    public static Problem? BadSource(NetworkDeclaration network)
    {
        if (network.Source is not { } source) return null;
        if (network.Classes is not null) return Problem.At(SiteKind.Marker, ConditionRules.SourceAndClasses, network.Type.Name);
        return source.Count > 0 && source.All(dimension => dimension > 0) && new Shape(source).Elements <= int.MaxValue
            ? null
            : Problem.At(SiteKind.Marker, ConditionRules.SourceShape, network.Type.Name, source.Count == 0 ? "nothing" : Numbers.List(source));
    }

    /// <summary>Too few classes, or null.</summary>
    public static Problem? BadClasses(NetworkDeclaration network) => network.Classes is { } classes && classes < 2
        ? Problem.At(SiteKind.Marker, ConditionRules.Classes, network.Type.Name, Numbers.Plain(classes))
        : null;

    /// <summary>Why a layer that reads labels finds none, or null.</summary>
    public static string? Misplaced(NetworkDeclaration network, Layer layer, Signal current, Taps taps)
    {
        var wantsLabel = layer is Embedding or OneHot || (layer is IReadsTap { TapName: InputNames.Label } && !taps.Contains(InputNames.Label));
        if (wantsLabel && network.Classes is null) return $"there are no labels, since [{network.Role}] names no classes; write [{network.Role}(…, Classes = 10)], with as many as there are";
        return layer is Embedding or OneHot && current.Source != Signal.Condition ? $"it takes labels, which this is not; put [From(\"{InputNames.Label}\")] before it" : null;
    }

    /// <summary>What a network with classes is given and never reads, or null.</summary>
    public static Problem? Ignored(NetworkDeclaration network, IReadOnlyCollection<NetworkLayer> layers)
    {
        if (NameOf(network) is not { } name) return null;
        return Reads(Signal.Condition) ? Reads(Signal.Input) ? null : Unread(InputName(network)) : Unread(name);

        bool Reads(int source) => layers.Any(layer => layer.Layer is not Route && layer.Sources.Contains(source));

        Problem Unread(string name) => Problem.At(SiteKind.Marker, ConditionRules.Ignored, network.Type.Name, name, network.Classes is null ? "a source" : "classes");
    }

    /// <summary>Why two players with and without classes, or of different ones, cannot play, or null.</summary>
    /// <param name="generator">G.</param>
    /// <param name="discriminator">D.</param>
    /// <param name="isClassified">Whether D is to find the labels out: then a term says what it may know of them.</param>
    public static Problem? OfPlayers(Network generator, Network discriminator, bool isClassified)
    {
        if (discriminator.Source is { } source && source != generator.Input) return Problem.At(SiteKind.Marker, ConditionRules.SourcesDiffer, discriminator.Type.Name, source.ToString(), generator.Type.Name, generator.Input.ToString());
        if (isClassified) return null;
        var (ofGenerator, ofDiscriminator) = (generator.Declaration.Classes, discriminator.Declaration.Classes);
        if (ofGenerator == ofDiscriminator) return null;
        if (ofGenerator is { } one && ofDiscriminator is { } other)
        {
            return Problem.At(SiteKind.Marker, ConditionRules.ClassesDiffer, generator.Type.Name, Numbers.Plain(one), discriminator.Type.Name, Numbers.Plain(other));
        }

        var (with, without) = ofGenerator is null ? (discriminator, generator) : (generator, discriminator);
        return Problem.At(SiteKind.Marker, ConditionRules.OneConditional, with.Type.Name, Numbers.Plain(with.Declaration.Classes!.Value), without.Type.Name);
    }

    private static string InputName(NetworkDeclaration network) => network.Role == Role.Generator ? "latent" : "sample";
}
