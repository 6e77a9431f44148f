using GanDsl.Ilgpu.Kernels;

namespace GanDsl.Ilgpu;

/// <summary>An optimiser over a player's flat buffers: one launch, however many layers there are. What it does to a parameter is generated.</summary>
public sealed class FlatOptimizer
{
    private readonly Kernel<UpdateArguments> kernel;
    private readonly string[] slots;
    private readonly LearningRateCurve rate;
    private readonly StepNumbers numbers;
    private readonly Averaging? averaging;
    private readonly Kernel<SumArguments>? squares;
    private readonly Kernel<SliceArguments>? factor;
    private readonly double[] values = new double[4];
    private readonly List<(RememberedNumbers Names, long At)> numbersBeside = [];

    /// <summary>Starts with nothing remembered.</summary>
    /// <param name="range">Whose parameters it moves, and where in the game's memory it remembers what it does of them.</param>
    /// <param name="kernel">The move.</param>
    /// <param name="slots">What is remembered of each parameter, by torch.optim's names.</param>
    /// <param name="rate">The learning rate of every move.</param>
    /// <param name="numbers">Computes what changes from move to move.</param>
    /// <param name="clip">What turns sums of the gradients' squares into the number that they are multiplied by; null where their norm is not bounded.</param>
    /// <param name="averaging">How far the average goes in each move; null where there is none.</param>
    public FlatOptimizer(
        MoveRange range, Kernel<UpdateArguments> kernel, string[] slots, LearningRateCurve rate, StepNumbers numbers, Kernel<SliceArguments>? clip = null, Averaging? averaging = null)
    {
        ArgumentNullException.ThrowIfNull(range);
        Range = range;
        this.kernel = kernel;
        this.slots = slots;
        this.rate = rate;
        this.numbers = numbers;
        this.averaging = averaging;
        factor = clip;
        squares = clip is null ? null : range.Memory.Device.Load<SumArguments>(SumKernels.ToChannels<OneNumber, Squares>);
    }

    /// <summary>How many moves it has made.</summary>
    public long Moves { get; private set; }

    /// <summary>The learning rate of the next move.</summary>
    public double LearningRate => Scale * rate.At(Moves + 1);

    /// <summary>What every learning rate is multiplied by.</summary>
    internal double Scale { get; set; } = 1;

    /// <summary>What it works on.</summary>
    internal MoveRange Range { get; }

    /// <summary>Queues the move of the parameters against their gradients.</summary>
    public void Step()
    {
        Moves++;
        numbers(Scale * rate.At(Moves), Moves, values);
        if (averaging is not null) values[^1] = averaging.Take();
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

    /// <summary>
    /// Copies what is remembered to host memory: <c>step</c>, the number of moves, and a tensor for each parameter and slot, such as <c>0.weight.exp_avg</c>.
    /// Waits for the device.
    /// </summary>
    public IReadOnlyList<NamedTensor> State() =>
    [
        new NamedTensor("step", [], new TensorValues.Int64([Moves])),
        .. averaging is null ? [] : new[] { averaging.State },
        .. numbersBeside.SelectMany(beside => beside.Names.Of(Read(beside.At, beside.Names.Length))),
        .. slots.SelectMany((slot, i) => Range.Network.Read(Range.Slots + (i * Range.Length)).Select(tensor => tensor with { Name = $"{tensor.Name}.{slot}" })),
    ];

    /// <summary>Takes over what another optimiser of the same kind remembers; nothing is changed where a tensor does not fit.</summary>
    /// <param name="state">What <see cref="State"/> gave, here or on another backend, in any order.</param>
    /// <exception cref="ArgumentException">A tensor is missing, unknown, or of another shape or kind.</exception>
    public void Load(IReadOnlyList<NamedTensor> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var given = StateCheck.ByName(State(), state);
        for (var i = 0; i < slots.Length; i++)
        {
            var slot = slots[i];
            Range.Network.Write(Range.Slots + (i * Range.Length), name => given[$"{name}.{slot}"]);
        }

        Moves = ((TensorValues.Int64)given["step"].Values).Elements[0];
        averaging?.Load(given[averaging.State.Name]);
        foreach (var (names, at) in numbersBeside) Range.Memory.Upload(at, names.Values(given));
    }

    /// <summary>Says that a few numbers are part of what it remembers.</summary>
    /// <param name="names">What they are.</param>
    /// <param name="offset">Where they are in the game's memory.</param>
    internal void Remember(RememberedNumbers names, long offset) => numbersBeside.Add((names, offset));

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
        sums.Launch(MoveRange.ClipSlices, new(
            Range.Memory.View, partials: partials, output0: Range.Clip, batch: count, slices: device.Cut(MoveRange.ClipSlices), operands: new(Range.Memory.View, a: Range.Gradients)));
        toFactor.Launch(1, new(Range.Memory.View, slices: partials, result: Range.Clip, size: 1, count: MoveRange.ClipSlices));
    }
}
