using GanDsl.Generators.Declarations;
using GanDsl.Generators.Layers;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Networks;

/// <summary>
/// Which layers [SpectralNorm] and [EqualizedLearningRate] reach: the one before the attribute, or, where there is none, all contractions, in blocks too.
/// </summary>
internal static class Parametrizations
{
    /// <param name="expanded">A network's layers, with blocks expanded.</param>
    /// <param name="layers">The same as layers.</param>
    /// <param name="behind">How many layers precede the attribute.</param>
    /// <returns>The numbers of the layers.</returns>
    public static List<int> Targets(EquatableArray<LayerDeclaration> expanded, IReadOnlyList<Layer?> layers, int behind) =>
        [.. Enumerable.Range(0, layers.Count).Where(layer => layers[layer]?.SpectralDimension is not null
            && (behind == 0 || (expanded[layer].Within.Count == 0 && expanded[layer].Place.Attribute == behind - 1)))];

    /// <summary>Why there is none, as the end of a sentence.</summary>
    public static string Nothing(NetworkDeclaration declaration, int behind) => behind == 0
        ? $"'{declaration.Type.Name}' has no such layer"
        : $"layer {declaration.Layers[behind - 1].Place.Name}, {declaration.Layers[behind - 1].Attribute}, which precedes it, is not one";
}
