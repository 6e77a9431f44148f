using static TorchSharp.torch;

namespace GanDsl.Declared;

/// <summary>What the layers of one pass share.</summary>
internal sealed class Signals
{
    /// <summary>
    /// What has a name from the start in a network that is given something besides its input: <c>label</c> as one-hot rows, <c>latent</c>, <c>sample</c>,
    /// <c>source</c>.
    /// </summary>
    public Dictionary<string, Tensor> Inputs { get; } = [];

    /// <summary>The labels as numbers (N), in a network with classes.</summary>
    public Tensor? Labels { get; init; }

    /// <summary>How many classes there are.</summary>
    public int Classes { get; init; }

    /// <summary>What the heads name, in their order.</summary>
    public List<Tensor> Heads { get; } = [];

    /// <summary>Whether the pass is in train mode.</summary>
    public required bool Trains { get; init; }

    /// <summary>The numbers that weights and statistics are made of.</summary>
    public required ScalarType Type { get; init; }

    /// <summary>Is shown how far from its kink each number of a piecewise layer is.</summary>
    public Action<Tensor>? Kinks { get; init; }

    /// <summary>Gives [Noise] its noise (N, 1, height, width), or null.</summary>
    public Func<long[], Tensor>? Noise { get; init; }
}
