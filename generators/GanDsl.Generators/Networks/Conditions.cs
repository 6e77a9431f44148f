using GanDsl.Generators.Declarations;
using GanDsl.Generators.Layers;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Networks;

/// <summary>What networks with a condition add: names for it, and rules.</summary>
internal static class Conditions
{
    /// <summary>The activations with built-in names.</summary>
    public static (string Name, Signal Signal)[] Inputs(NetworkDeclaration network) => NameOf(network) is { } name
        ? [(name, new Signal(Signal.Condition, ShapeOf(network))), (InputName(network), new Signal(Signal.Input, new Shape(network.Input)))]
        : [];

    /// <summary>The shape of a network's condition.</summary>
    public static Shape ShapeOf(NetworkDeclaration network) => network.Classes is { } classes ? Shape.Of(classes) : new Shape(network.Source!.Value);

    private static string? NameOf(NetworkDeclaration network) =>
        network.Classes is not null ? InputNames.Label : network.Source is not null ? InputNames.Source : null;

    /// <summary>The error of a Source that is not a shape, or that comes with Classes; or null.</summary>
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
        if (wantsLabel && network.Classes is null)
            return $"there are no labels, since [{network.Role}] names no classes; write [{network.Role}(…, Classes = 10)], with as many as there are";
        return layer is Embedding or OneHot && current.Source != Signal.Condition
            ? $"it takes labels, which its input is not; put [From(\"{InputNames.Label}\")] before it"
            : null;
    }

    /// <summary>A condition that the network never reads, or null.</summary>
    public static Problem? Ignored(NetworkDeclaration network, IReadOnlyCollection<NetworkLayer> layers)
    {
        if (NameOf(network) is not { } name) return null;
        return Reads(Signal.Condition) ? Reads(Signal.Input) ? null : Unread(InputName(network)) : Unread(name);

        bool Reads(int source) => layers.Any(layer => layer.Layer is not Route && layer.Sources.Contains(source));

        Problem Unread(string name) =>
            Problem.At(SiteKind.Marker, ConditionRules.Ignored, network.Type.Name, name, network.Classes is null ? "a source" : "classes");
    }

    /// <summary>Why two players whose classes differ cannot play, or null.</summary>
    /// <param name="generator">G.</param>
    /// <param name="discriminator">D.</param>
    /// <param name="isClassified">Whether D predicts the labels: then an auxiliary loss checks what D may know about them.</param>
    public static Problem? OfPlayers(Network generator, Network discriminator, bool isClassified)
    {
        if (discriminator.Source is { } source && source != generator.Input)
            return Problem.At(
                SiteKind.Marker, ConditionRules.SourcesDiffer, discriminator.Type.Name, source.ToString(), generator.Type.Name, generator.Input.ToString());
        if (isClassified) return null;
        var (ofGenerator, ofDiscriminator) = (generator.Declaration.Classes, discriminator.Declaration.Classes);
        if (ofGenerator == ofDiscriminator) return null;
        if (ofGenerator is { } one && ofDiscriminator is { } other)
        {
            return Problem.At(
                SiteKind.Marker, ConditionRules.ClassesDiffer, generator.Type.Name, Numbers.Plain(one), discriminator.Type.Name, Numbers.Plain(other));
        }

        var (with, without) = ofGenerator is null ? (discriminator, generator) : (generator, discriminator);
        return Problem.At(SiteKind.Marker, ConditionRules.OneConditional, with.Type.Name, Numbers.Plain(with.Declaration.Classes!.Value), without.Type.Name);
    }

    private static string InputName(NetworkDeclaration network) => network.Role == Role.Generator ? "latent" : "sample";
}
