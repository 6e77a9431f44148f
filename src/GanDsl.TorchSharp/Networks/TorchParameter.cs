using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>
/// A learned tensor: a view of its network's flat buffer under two handles, one that autograd tracks and one that it does not.
/// Freezing a player is reading the other handle; no flag is ever switched.
/// </summary>
public sealed class TorchParameter : IDisposable
{
    internal TorchParameter(string name, Tensor values, Tensor gradients, long offset, long[] shape)
    {
        Name = name;
        var count = shape.Aggregate(1L, (product, size) => product * size);
        using var slice = values.narrow(0, offset, count);
        Frozen = slice.view(shape);
        Tracked = Frozen.detach();
        Tracked.requires_grad = true;

        // Autograd adds to a gradient that is already there, in place: so backward writes into the flat buffer.
        using var gradient = gradients.narrow(0, offset, count);
        using var shaped = gradient.view(shape);
        Tracked.grad = shaped;
    }

    /// <summary>The name in torch.nn.Sequential: <c>0.weight</c>.</summary>
    public string Name { get; }

    /// <summary>A leaf whose gradient is a view of the flat gradient.</summary>
    public Tensor Tracked { get; }

    /// <summary>The same memory, unknown to autograd.</summary>
    public Tensor Frozen { get; }

    /// <summary>The handle that a pass reads.</summary>
    public Tensor this[Pass pass] => pass == Pass.Train ? Tracked : Frozen;

    /// <inheritdoc/>
    public void Dispose()
    {
        Tracked.Dispose();
        Frozen.Dispose();
    }
}
