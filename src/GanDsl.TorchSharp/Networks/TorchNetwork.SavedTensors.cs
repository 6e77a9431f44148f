using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>
/// Passes that go back by generated code. A chain of layers whose derivatives are known needs no graph: gradients are written where the optimiser reads them, and
/// what autograd costs beside arithmetic, most of a small network's step, is not paid.
/// </content>
public abstract partial class TorchNetwork
{
    /// <summary>The layers in train mode, from which <see cref="BackwardToParameters"/> and the others go back. Autograd records nothing.</summary>
    /// <param name="input">(N, …), of the network's input shape; not consumed, and read again on the way back.</param>
    /// <exception cref="InvalidOperationException">The network has layers that only autograd goes back through.</exception>
    public virtual SavedTensors ForwardSaving(Tensor input) =>
        throw new InvalidOperationException($"{GetType().DeclaringType?.Name} has layers that only autograd goes back through; use Apply(input, ForwardMode.Train).");

    /// <summary>Goes back to the parameters, whose gradients are written over.</summary>
    /// <param name="saved">What <see cref="ForwardSaving"/> gave; consumed.</param>
    /// <param name="gradient">What a loss changes by where the output does, of the output's shape; consumed.</param>
    public void BackwardToParameters(SavedTensors saved, Tensor gradient) => BackwardAndDispose(saved, gradient, toParameters: true, toInput: false, from: 0);

    /// <summary>Goes back to the input; the parameters are constants.</summary>
    /// <param name="saved">What <see cref="ForwardSaving"/> gave; consumed.</param>
    /// <param name="gradient">What a loss changes by where the output does, of the output's shape; consumed.</param>
    /// <returns>What the loss changes by where the input does, of the input's shape. The caller disposes it.</returns>
    public Tensor BackwardToInput(SavedTensors saved, Tensor gradient) => BackwardAndDispose(saved, gradient, toParameters: false, toInput: true, from: 0)!;

    /// <summary>Goes back to the parameters, whose gradients are written over, and to the input of the samples from one on.</summary>
    /// <param name="saved">What <see cref="ForwardSaving"/> gave; consumed.</param>
    /// <param name="gradient">What a loss changes by where the output does, of the output's shape; consumed.</param>
    /// <param name="from">The first sample whose input counts.</param>
    /// <returns>What the loss changes by where the input of these samples does. The caller disposes it.</returns>
    public Tensor BackwardToParametersAndInput(SavedTensors saved, Tensor gradient, int from) => BackwardAndDispose(saved, gradient, toParameters: true, toInput: true, from)!;

    /// <summary>The generated way back. What it returns is null where no input's gradient is wanted.</summary>
    private protected Tensor? BackwardAndDispose(SavedTensors saved, Tensor gradient, bool toParameters, bool toInput, int from)
    {
        ArgumentNullException.ThrowIfNull(saved);
        ArgumentNullException.ThrowIfNull(gradient);
        using (saved) return Backward(saved, gradient, toParameters, toInput, from);
    }

    /// <summary>From the output to the parameters and the input, layer by layer.</summary>
    /// <param name="saved">What <see cref="ForwardSaving"/> gave; not consumed.</param>
    /// <param name="gradient">Of the output's shape; consumed.</param>
    /// <param name="toParameters">Whether the parameters' gradients are wanted.</param>
    /// <param name="toInput">Whether the input's gradient is.</param>
    /// <param name="from">The first sample whose input counts.</param>
    protected virtual Tensor? Backward(SavedTensors saved, Tensor gradient, bool toParameters, bool toInput, int from) => throw new InvalidOperationException();

    /// <summary>
    /// The gradient of the sum of the outputs at the input, as autograd records it of the weights: where layers are linear on pieces, all that it depends on beside the input.
    /// A loss of that gradient is differentiated by one pass of autograd, and none of its second derivatives is computed.
    /// </summary>
    /// <param name="saved">What <see cref="ForwardSaving"/> gave; consumed.</param>
    /// <returns>(N, …), of the input's shape. The caller disposes it.</returns>
    /// <exception cref="InvalidOperationException">The network has layers whose slopes are no constants.</exception>
    internal Tensor GradientAtInput(SavedTensors saved)
    {
        using (saved) return BackwardCreatingGraph(saved, ones_like(saved.Output));
    }

    /// <summary>From the output to the input, layer by layer, as autograd records it.</summary>
    /// <param name="saved">What <see cref="ForwardSaving"/> gave; not consumed.</param>
    /// <param name="gradient">Of the output's shape; consumed.</param>
    protected virtual Tensor BackwardCreatingGraph(SavedTensors saved, Tensor gradient) =>
        throw new InvalidOperationException($"{GetType().DeclaringType?.Name} has layers whose slopes are no constants.");

    /// <summary>The samples from one on. The gradient is consumed.</summary>
    protected static Tensor From(Tensor gradient, int from)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        if (from == 0) return gradient;
        using (gradient) return gradient.narrow(0, from, gradient.size(0) - from);
    }
}
