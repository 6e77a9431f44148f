using GanDsl.Generators.Declarations;
using GanDsl.Generators.Layers;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Steps;

/// <summary>Fixes of a game that change one attribute. A block's layers are fixed by hand.</summary>
internal static class Remedies
{
    /// <summary>Removes the last layer.</summary>
    public static Remedy? WithoutLast(Network network)
    {
        var last = network.Layers[network.Layers.Count - 1];
        return last.Place.Path.Count > 1 ? null : new Remedy("Remove", $"Remove {last.Layer.Name}");
    }

    /// <summary>D ends in one number.</summary>
    public static Remedy OneLogit(Network network)
    {
        var last = network.Layers[network.Layers.Count - 1];
        return last.Layer is Dense && last.Place.Path.Count == 1 ? Remedy.SetArgument("features", "1", "Set its width to 1")
            : Remedy.InsertBehind(network.Output.Rank == 1 ? "Dense(1)" : "Flatten, Dense(1)");
    }

    /// <summary>Sets the width of G's last layer to D's channels, where nothing else is wrong with the shape.</summary>
    public static Remedy? Making(Network generator, Shape wanted)
    {
        var made = generator.Output;
        if (made.Rank != wanted.Rank || !made.Dimensions.Skip(1).SequenceEqual(wanted.Dimensions.Skip(1))) return null;
        if (generator.Layers.LastOrDefault(layer => layer.Layer is Dense or Convolution or TransposedConvolution) is not { Place.Path.Count: 1 } last)
            return null;
        if (generator.Layers.Skip(last.Index).Any(layer => layer.Output.Channels != made.Channels || layer.Output.Rank != made.Rank || layer.Layer is Junction))
            return null;
        var (parameter, what) = last.Layer is Dense ? ("features", "width") : ("channels", "channels");
        return Remedy.SetArgument(parameter, Numbers.Plain(wanted.Channels), $"Set the {what} of G's last layer to {Numbers.Plain(wanted.Channels)}") with
        {
            Owner = RemedyOwner.Generator,
            Layer = last.Place.Attribute,
        };
    }

    /// <summary>D normalises each sample by itself.</summary>
    public static Remedy? WithoutBatchNorm(NetworkLayer layer) => layer.Layer is not BatchNorm || layer.Place.Path.Count > 1 ? null
        : new Remedy("Replace", "Use LayerNorm in D", "LayerNorm") { Owner = RemedyOwner.Discriminator, Layer = layer.Place.Attribute };
}
