using GanDsl.Generators.Shapes;

namespace GanDsl.Generators.Networks;

/// <summary>An activation of a network.</summary>
/// <param name="Source">The number of the layer that makes it; <see cref="Input"/> or <see cref="Condition"/> for what the network is given.</param>
/// <param name="Shape">Its shape.</param>
internal readonly record struct Signal(int Source, Shape Shape)
{
    /// <summary>The source of what the network is given.</summary>
    public const int Input = -1;

    /// <summary>The source of what a conditional network is given besides: labels as one-hot rows, or what its sample was made from.</summary>
    public const int Condition = -2;

    /// <summary>Whether a source is none of the network's layers.</summary>
    public static bool IsInput(int source) => source < 0;
}
