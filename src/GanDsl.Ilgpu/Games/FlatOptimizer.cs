using GanDsl.Ilgpu.Kernels;

namespace GanDsl.Ilgpu;

/// <summary>An optimiser over a player's flat buffers: one launch, however many layers there are. What it does to a parameter is generated.</summary>
public sealed class FlatOptimizer : PlayerOptimizer
{
    private readonly Kernel<UpdateArguments> kernel;
    private readonly Kernel<SumArguments>? squares;
    private readonly Kernel<SliceArguments>? factor;
    private readonly double[] values = new double[4];

    /// <summary>Starts with nothing remembered.</summary>
    /// <param name="range">Whose parameters it moves, and where in the game's memory it remembers what it does of them.</param>
    /// <param name="kernel">The move.</param>
    /// <param name="slots">What is remembered of each parameter, by torch.optim's names.</param>
    /// <param name="rate">The learning rate of every move.</param>
    /// <param name="numbers">Computes what changes from move to move.</param>
    /// <param name="clip">What turns sums of the gradients' squares into the number that they are multiplied by; null where their norm is not bounded.</param>
    /// <param name="averaging">How far the average goes in each move; null where there is none.</param>
    public FlatOptimizer(
        UpdateRange range, Kernel<UpdateArguments> kernel, string[] slots, LearningRateCurve rate, StepNumbers numbers, Kernel<SliceArguments>? clip = null, Averaging? averaging = null)
        : base(slots, rate, numbers, averaging)
    {
        ArgumentNullException.ThrowIfNull(range);
        Range = range;
        this.kernel = kernel;
        factor = clip;
        squares = clip is null ? null : range.Memory.Device.Load<SumArguments>(SumKernels.ToChannels<OneNumber, Squares>);
    }

    /// <summary>What it works on.</summary>
    internal UpdateRange Range { get; }

    /// <summary>Says that a few numbers are part of what it remembers.</summary>
    /// <param name="names">What they are.</param>
    /// <param name="offset">Where they are in the game's memory.</param>
    internal void Remember(RememberedNumbers names, long offset) => Remember(names, () => Read(offset, names.Length), given => Range.Memory.Upload(offset, given));

    /// <summary>Queues the move.</summary>
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

    // The factor never comes to the host: the move reads it where it was computed.
    private void BoundNorm(Kernel<SumArguments> sums, Kernel<SliceArguments> toFactor, int count)
    {
        var (device, partials) = (Range.Memory.Device, Range.Clip + 64);
        sums.Launch(UpdateRange.ClipSlices, new(
            Range.Memory.View, partials: partials, output0: Range.Clip, batch: count, slices: device.SlicesFor(UpdateRange.ClipSlices), operands: new(Range.Memory.View, a: Range.Gradients)));
        toFactor.Launch(1, new(Range.Memory.View, slices: partials, result: Range.Clip, size: 1, count: UpdateRange.ClipSlices));
    }
}
