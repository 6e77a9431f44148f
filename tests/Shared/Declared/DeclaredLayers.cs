using static TorchSharp.torch;

namespace GanDsl.Declared;

/// <summary>What each layer computes.</summary>
internal static class DeclaredLayers
{
    /// <param name="layer">The layer, its widths resolved.</param>
    /// <param name="at">Its weights.</param>
    /// <param name="x">Its input.</param>
    /// <param name="named">The activation of a name.</param>
    /// <param name="signals">The pass.</param>
    public static Tensor Of(LayerAttribute layer, DeclaredLayer at, Tensor x, Func<string, Tensor> named, Signals signals) =>
        DeclaredContractions.Of(layer, at, x)
        ?? DeclaredActivations.Of(layer, at, x, signals)
        ?? DeclaredNorms.Of(layer, at, x, signals)
        ?? DeclaredResampling.Of(layer, x, signals)
        ?? DeclaredStyle.Of(layer, at, x, named, signals)
        ?? LayerReferences.Of(layer, at, x, signals)
        ?? throw new NotSupportedException($"{layer.GetType().Name} has no reference.");

    /// <summary>One number for both directions, or height and width.</summary>
    public static long[] Pair(int[] numbers) => [numbers[0], numbers[^1]];

    /// <summary>The same as height and width.</summary>
    public static (long Height, long Width) Sides(int[] numbers) => (numbers[0], numbers[^1]);
}
