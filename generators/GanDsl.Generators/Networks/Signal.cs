using GanDsl.Generators.Shapes;

namespace GanDsl.Generators.Networks;

/// <summary>An activation of a network.</summary>
/// <param name="Source">The number of the layer that produces it; <see cref="Input"/> or <see cref="Condition"/> for the network's inputs.</param>
/// <param name="Shape">Its shape.</param>
internal readonly record struct Signal(int Source, Shape Shape)
{
    /// <summary>The source of the network's input.</summary>
    public const int Input = -1;

    /// <summary>The source of a conditional network's condition: labels as one-hot rows, or sources.</summary>
    public const int Condition = -2;

    /// <summary>Whether a source is not a layer.</summary>
    public static bool IsInput(int source) => source < 0;
}
