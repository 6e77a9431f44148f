using GanDsl.Ilgpu.Kernels;

namespace GanDsl.Ilgpu;

/// <summary>A range of parameters with all that Adam needs, as offsets in a game's memory.</summary>
/// <param name="Parameters">Where the parameters begin.</param>
/// <param name="Gradients">Where their gradients begin.</param>
/// <param name="Moments">Where the moments begin: the mean, the second moment and, with AMSGrad, its maximum, one after the other.</param>
/// <param name="Length">How long each of them is.</param>
public readonly record struct AdamRange(long Parameters, long Gradients, long Moments, long Length);

/// <summary>Adam over a network's flat buffers: one launch, however many layers there are. PyTorch equivalent: <c>torch.optim.Adam</c>.</summary>
public sealed class FlatAdam
{
    private readonly DeviceMemory memory;
    private readonly AdamRange range;
    private readonly double lr, beta1, beta2, eps, weightDecay;
    private readonly Kernel<AdamArguments> kernel;
    private long steps;

    /// <summary>Starts with moments of 0.</summary>
    /// <param name="memory">The game's memory.</param>
    /// <param name="range">Where in it the parameters, their gradients and the moments stand.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="beta1">The decay of the gradient's mean.</param>
    /// <param name="beta2">The decay of the gradient's second moment.</param>
    /// <param name="eps">Added to the denominator.</param>
    /// <param name="weightDecay">The weight of the L2 penalty.</param>
    /// <param name="amsgrad">Whether to divide by the largest second moment so far.</param>
    public FlatAdam(DeviceMemory memory, AdamRange range, double lr, double beta1, double beta2, double eps, double weightDecay, bool amsgrad)
    {
        ArgumentNullException.ThrowIfNull(memory);
        this.memory = memory;
        this.range = range;
        (this.lr, this.beta1, this.beta2, this.eps, this.weightDecay) = (lr, beta1, beta2, eps, weightDecay);
        kernel = amsgrad ? memory.Device.Load<AdamArguments>(AdamKernels.Adam<AmsgradAdam>) : memory.Device.Load<AdamArguments>(AdamKernels.Adam<StandardAdam>);
    }

    /// <summary>Queues the move of the parameters against their gradients.</summary>
    public void Step()
    {
        var count = (int)range.Length;
        var items = memory.Device.Items(count);
        kernel.Launch(items, new(
            memory.View,
            parameters: range.Parameters,
            gradients: range.Gradients,
            first: range.Moments,
            second: range.Moments + range.Length,
            count: count,
            items: items,
            step: ++steps,
            learningRate: lr,
            beta1: beta1,
            beta2: beta2,
            eps: eps,
            weightDecay: weightDecay,
            largest: range.Moments + (2 * range.Length)));
    }
}
