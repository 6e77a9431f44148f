using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>What the layers of a network computed in train mode, kept until it is gone back through; autograd knows nothing of it.</summary>
/// <param name="input">What the network was given. It is not the passage's own, and is read on the way back.</param>
/// <param name="saved">What the way back reads, in the order of the layers; the last is the output.</param>
public sealed class SavedTensors(Tensor input, params Tensor[] saved) : IDisposable
{
    /// <summary>What the network was given.</summary>
    public Tensor Input { get; } = input;

    /// <summary>What the network gave. It belongs to the passage.</summary>
    public Tensor Output => saved[^1];

    /// <summary>One of what the way back reads.</summary>
    public Tensor this[int index] => saved[index];

    /// <summary>Releases all but the input.</summary>
    public void Dispose()
    {
        foreach (var tensor in saved) tensor.Dispose();
    }
}
