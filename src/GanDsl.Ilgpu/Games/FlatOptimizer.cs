using GanDsl.Ilgpu.Kernels;

namespace GanDsl.Ilgpu;

/// <summary>An optimiser over a player's flat buffers: one launch for any number of layers. The update of a parameter is generated.</summary>
public sealed class FlatOptimizer : PlayerOptimizer
{
    private readonly Kernel<UpdateArguments> kernel;
    private readonly Kernel<SumArguments>? squares;
    private readonly Kernel<SliceArguments>? factor;
    private readonly double[] values = new double[4];

    /// <summary>Creates an optimiser with empty state.</summary>
    /// <param name="range">The parameters that it updates, and its state in the game's memory.</param>
    /// <param name="kernel">The update's kernel.</param>
    /// <param name="slots">The state of each parameter, by torch.optim's names.</param>
    /// <param name="rate">The learning rate of every update.</param>
    /// <param name="numbers">Computes what changes from update to update.</param>
    /// <param name="clip">The kernel that turns sums of the gradients' squares into the clipping factor; null without clipping.</param>
    /// <param name="averaging">The weight of the average in each update; null where there is none.</param>
    public FlatOptimizer(
        UpdateRange range, Kernel<UpdateArguments> kernel, string[] slots, LearningRateCurve rate, StepNumbers numbers, Kernel<SliceArguments>? clip = null,
        Averaging? averaging = null)
        : base(slots, rate, numbers, averaging)
    {
        ArgumentNullException.ThrowIfNull(range);
        Range = range;
        this.kernel = kernel;
        factor = clip;
        squares = clip is null ? null : range.Memory.Device.Load<SumArguments>(SumKernels.ToChannels<OneNumber, Squares>);
    }

    /// <summary>Its range.</summary>
    internal UpdateRange Range { get; }

    /// <summary>Adds a few numbers to its state.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="offset">Where they are in the game's memory.</param>
    internal void Remember(RememberedNumbers names, long offset) =>
        Remember(names, () => Read(offset, names.Length), given => Range.Memory.Upload(offset, given));

    /// <summary>Queues the update.</summary>
    private protected override void Update()
    {
        SetNumbers(values);
        var count = (int)Range.Length;
        var items = Range.Memory.Device.Items(count);
        if (squares is not null) BoundNorm(squares, factor!, count);
        kernel.Launch(items, new(
            Range.Memory.View,
            parameters: Range.Parameters,
            gradients: Range.Gradients,
            slots: Range.Slots,
            length: Range.Length,
            count: count,
            items: items,
            by: new(values[0], values[1], values[2], values[3]),
            clip: Range.Clip));
    }

    private protected override IReadOnlyList<NamedTensor> ReadSlot(int number) => Range.Network.Read(Start(number));

    private protected override void WriteSlot(int number, Func<string, NamedTensor> given) => Range.Network.Write(Start(number), given);

    private long Start(int number) => Range.Slots + (number * Range.Length);

    private float[] Read(long offset, int length)
    {
        var values = new float[length];
        Range.Memory.Read(offset, values);
        return values;
    }

    // The factor stays on the device: the update reads it where it was computed.
    private void BoundNorm(Kernel<SumArguments> sums, Kernel<SliceArguments> toFactor, int count)
    {
        var (device, partials) = (Range.Memory.Device, Range.Clip + 64);
        sums.Launch(UpdateRange.ClipSlices, new(
            Range.Memory.View, partials: partials, output0: Range.Clip, batch: count, slices: device.SlicesFor(UpdateRange.ClipSlices),
            operands: new(Range.Memory.View, a: Range.Gradients)));
        toFactor.Launch(1, new(Range.Memory.View, slices: partials, result: Range.Clip, size: 1, count: UpdateRange.ClipSlices));
    }
}
