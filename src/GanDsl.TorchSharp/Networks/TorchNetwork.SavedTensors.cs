using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>
/// Passes with a generated backward. A chain of layers whose derivatives are known needs no graph: gradients are written where the optimiser reads them, and
/// autograd's overhead, most of a small network's step, is avoided.
/// </content>
public abstract partial class TorchNetwork
{
    /// <summary>The layers in train mode, saving what <see cref="BackwardToParameters"/> and the others read. Autograd records nothing.</summary>
    /// <param name="input">(N, …), of the network's input shape; not disposed, and read again by the backward.</param>
    /// <exception cref="InvalidOperationException">The network has layers that only autograd differentiates.</exception>
    public virtual SavedTensors ForwardSaving(Tensor input) =>
        throw new InvalidOperationException(
            $"{GetType().DeclaringType?.Name} has layers that only autograd differentiates; use Apply(input, ForwardMode.Train).");

    /// <summary>Backward to the parameters, whose gradients are overwritten.</summary>
    /// <param name="saved">The result of <see cref="ForwardSaving"/>; disposed.</param>
    /// <param name="gradient">dL/d(output), of the output's shape; disposed.</param>
    public void BackwardToParameters(SavedTensors saved, Tensor gradient) => BackwardAndDispose(saved, gradient, toParameters: true, toInput: false, from: 0);

    /// <summary>Backward to the input; the parameters are constants.</summary>
    /// <param name="saved">The result of <see cref="ForwardSaving"/>; disposed.</param>
    /// <param name="gradient">dL/d(output), of the output's shape; disposed.</param>
    /// <returns>dL/d(input), of the input's shape. The caller disposes it.</returns>
    public Tensor BackwardToInput(SavedTensors saved, Tensor gradient) => BackwardAndDispose(saved, gradient, toParameters: false, toInput: true, from: 0)!;

    /// <summary>Backward to the parameters, whose gradients are overwritten, and to the input of the samples from a given one on.</summary>
    /// <param name="saved">The result of <see cref="ForwardSaving"/>; disposed.</param>
    /// <param name="gradient">dL/d(output), of the output's shape; disposed.</param>
    /// <param name="from">The first sample whose input counts.</param>
    /// <returns>dL/d(input) of these samples. The caller disposes it.</returns>
    public Tensor BackwardToParametersAndInput(SavedTensors saved, Tensor gradient, int from) =>
        BackwardAndDispose(saved, gradient, toParameters: true, toInput: true, from)!;

    /// <summary>The generated backward. Returns null where the input's gradient is not wanted.</summary>
    private protected Tensor? BackwardAndDispose(SavedTensors saved, Tensor gradient, bool toParameters, bool toInput, int from)
    {
        ArgumentNullException.ThrowIfNull(saved);
        ArgumentNullException.ThrowIfNull(gradient);
        using (saved) return Backward(saved, gradient, toParameters, toInput, from);
    }

    /// <summary>From the output to the parameters and the input, layer by layer.</summary>
    /// <param name="saved">The result of <see cref="ForwardSaving"/>; not disposed.</param>
    /// <param name="gradient">Of the output's shape; disposed.</param>
    /// <param name="toParameters">Whether the parameters' gradients are wanted.</param>
    /// <param name="toInput">Whether the input's gradient is wanted.</param>
    /// <param name="from">The first sample whose input counts.</param>
    protected virtual Tensor? Backward(SavedTensors saved, Tensor gradient, bool toParameters, bool toInput, int from) => throw new InvalidOperationException();

    /// <summary>
    /// The gradient of the sum of the outputs at the input, recorded by autograd as a function of the weights; where layers are piecewise linear, it depends on
    /// the input only through signs. A loss of that gradient is differentiated by one backward of autograd, without second derivatives of the layers.
    /// </summary>
    /// <param name="saved">The result of <see cref="ForwardSaving"/>; disposed.</param>
    /// <returns>(N, …), of the input's shape. The caller disposes it.</returns>
    /// <exception cref="InvalidOperationException">The network has layers that are not piecewise linear.</exception>
    internal Tensor GradientAtInput(SavedTensors saved)
    {
        using (saved) return BackwardCreatingGraph(saved, ones_like(saved.Output));
    }

    /// <summary>From the output to the input, layer by layer, recorded by autograd.</summary>
    /// <param name="saved">The result of <see cref="ForwardSaving"/>; not disposed.</param>
    /// <param name="gradient">Of the output's shape; disposed.</param>
    protected virtual Tensor BackwardCreatingGraph(SavedTensors saved, Tensor gradient) =>
        throw new InvalidOperationException($"{GetType().DeclaringType?.Name} has layers that are not piecewise linear.");

    /// <summary>The samples from a given one on. The gradient is disposed.</summary>
    protected static Tensor From(Tensor gradient, int from)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        if (from == 0) return gradient;
        using (gradient) return gradient.narrow(0, from, gradient.size(0) - from);
    }
}
