using static TorchSharp.torch;

namespace GanDsl.Declared;

/// <summary>What one layer computes, said where the layer's tests are and not in this folder.</summary>
internal interface ILayerReference
{
    /// <summary>The layer's attribute.</summary>
    Type Layer { get; }

    /// <summary>The layer's output in the numbers that its input and its weights have.</summary>
    /// <param name="layer">The layer, its widths resolved.</param>
    /// <param name="at">Its weights.</param>
    /// <param name="x">Its input.</param>
    /// <param name="signals">The pass.</param>
    Tensor Of(LayerAttribute layer, DeclaredLayer at, Tensor x, Signals signals);
}

/// <summary>The layers whose references stand beside their tests.</summary>
internal static class LayerReferences
{
    private static readonly Dictionary<Type, ILayerReference> All = typeof(LayerReferences).Assembly.GetTypes()
        .Where(type => typeof(ILayerReference).IsAssignableFrom(type) && !type.IsAbstract)
        .Select(type => (ILayerReference)Activator.CreateInstance(type)!)
        .ToDictionary(reference => reference.Layer);

    public static Tensor? Of(LayerAttribute layer, DeclaredLayer at, Tensor x, Signals signals) =>
        All.TryGetValue(layer.GetType(), out var reference) ? reference.Of(layer, at, x, signals) : null;
}
