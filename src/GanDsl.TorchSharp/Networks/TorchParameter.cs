using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>
/// A learned tensor: a view of its network's flat buffer under two handles, one tracked by autograd and one not.
/// Freezing a player is reading the other handle; no flag is ever switched.
/// </summary>
public sealed class TorchParameter : IDisposable
{
    private readonly long offset;
    private readonly long[] shape;

    internal TorchParameter(string name, Tensor values, Tensor gradients, long offset, long[] shape)
    {
        Name = name;
        this.offset = offset;
        this.shape = shape;
        View(values, gradients);
    }

    /// <summary>The name in torch.nn.Sequential: <c>0.weight</c>.</summary>
    public string Name { get; }

    /// <summary>A leaf whose gradient is a view of the flat gradient.</summary>
    public Tensor Tracked { get; private set; }

    /// <summary>The same memory, not tracked by autograd.</summary>
    public Tensor Frozen { get; private set; }

    /// <summary>Its gradient from the last backward: a view of the flat gradient.</summary>
    public Tensor Gradient { get; private set; }

    /// <summary>The handle that a pass reads.</summary>
    public Tensor this[ForwardMode mode] => mode == ForwardMode.Train ? Tracked : Frozen;

    /// <summary>The parameter's part of a flat tensor that has the layout of the parameters. The caller disposes it.</summary>
    internal Tensor ViewOf(Tensor flat)
    {
        using var slice = flat.narrow(0, offset, shape.Aggregate(1L, (product, size) => product * size));
        return slice.view(shape);
    }

    /// <summary>Becomes a view of other flat buffers of the same layout.</summary>
    internal void MoveInto(Tensor values, Tensor gradients)
    {
        Dispose();
        View(values, gradients);
    }

    [MemberNotNull(nameof(Tracked), nameof(Frozen), nameof(Gradient))]
    private void View(Tensor values, Tensor gradients)
    {
        Frozen = ViewOf(values).Keep();
        Tracked = Frozen.detach().Keep();
        Tracked.requires_grad = true;

        // Autograd adds to a gradient that is already there, in place: so backward writes into the flat buffer.
        Gradient = ViewOf(gradients).Keep();
        Tracked.grad = Gradient;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Tracked.Dispose();
        Frozen.Dispose();
        Gradient.Dispose();
    }
}
