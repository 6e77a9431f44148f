using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>The tensors that a network's forward pass saves for its backward, outside autograd.</summary>
/// <param name="input">The network's input. Not owned; the backward reads it.</param>
/// <param name="saved">What the backward reads, in the order of the layers; the last is the output.</param>
public sealed class SavedTensors(Tensor input, params Tensor[] saved) : IDisposable
{
    /// <summary>The network's input.</summary>
    public Tensor Input { get; } = input;

    /// <summary>The network's output, owned by this.</summary>
    public Tensor Output => saved[^1];

    /// <summary>One of the tensors that the backward reads.</summary>
    public Tensor this[int index] => saved[index];

    /// <summary>Releases all but the input.</summary>
    public void Dispose()
    {
        foreach (var tensor in saved) tensor.Dispose();
    }
}
