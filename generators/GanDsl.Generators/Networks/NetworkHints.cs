using GanDsl.Generators.Declarations;
using GanDsl.Generators.Layers;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Networks;

/// <summary>What is legal in a network but probably not intended. Blocks' layers are checked with their blocks.</summary>
internal static class NetworkHints
{
    // PyTorch's is 1e-5; Keras calls 0.99, and much code 0.8, momentum, which stands second there and third here.
    private const double LargestEps = 1e-2;

    public static IEnumerable<Problem> Of(Network network)
    {
        foreach (var layer in network.Layers.Where(layer => layer.Layer is BatchNorm && layer.Place.Path.Count == 1))
        {
            var norm = (BatchNorm)layer.Layer;
            if (norm.Eps > LargestEps)
                yield return Problem.At(SiteKind.Layer, layer.Place.Attribute, HintRules.LargeEps, layer.Place.Name, Numbers.Literal(norm.Eps));
            if (BiasBefore(network, layer) is not { } biased) continue;
            yield return Problem.At(
                SiteKind.Layer, biased.Place.Attribute, HintRules.UselessBias, biased.Place.Name, biased.Layer.Description, layer.Place.Name) with
            {
                Remedy = Remedy.SetArgument("bias", "false", "Drop the bias"),
            };
        }
    }

    private static NetworkLayer? BiasBefore(Network network, NetworkLayer norm)
    {
        if (norm.Sources[0] == Signal.Input || network.Layers[norm.Sources[0]] is not { Layer.AddsBias: true, Place.Path.Count: 1 } biased) return null;
        return network.Layers.Count(layer => layer.Sources.Contains(biased.Index)) == 1 ? biased : null;
    }
}
