using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>
/// An optimiser over a player's flat buffers: one call over parameters, gradients and all that it remembers, however many layers there are.
/// What it does is generated, in TorchScript.
/// </summary>
public sealed class FlatOptimizer : IDisposable
{
    private readonly TorchNetwork network;
    private readonly TorchFunction move;
    private readonly string[] slots;
    private readonly Tensor[] memory;
    private readonly Tensor? step;
    private readonly LearningRateCurve rate;
    private readonly Averaging? averaging;
    private readonly StepNumbers numbers;
    private readonly double[] values;
    private readonly Scalar?[] scalars;
    private readonly TorchArgument[] arguments;
    private readonly List<(RememberedNumbers Names, Tensor Values)> numbersBeside = [];

    /// <summary>Starts with nothing remembered.</summary>
    /// <param name="network">Whose parameters to move.</param>
    /// <param name="script">
    /// The function <c>move</c> of the parameters, their gradients, each slot, the average if there is one, the number of moves before this one if it counts
    /// them, the numbers, and how far the average goes.
    /// </param>
    /// <param name="slots">What is remembered of each parameter, by torch.optim's names.</param>
    /// <param name="counts">Whether the function counts its moves in a tensor.</param>
    /// <param name="rate">The learning rate of every move.</param>
    /// <param name="numbers">How many numbers change from move to move.</param>
    /// <param name="compute">Computes them.</param>
    /// <param name="average">The average of the parameters; null where there is none.</param>
    /// <param name="averaging">How far it goes in each move.</param>
    public FlatOptimizer(
        TorchNetwork network,
        string script,
        string[] slots,
        bool counts,
        LearningRateCurve rate,
        int numbers,
        StepNumbers compute,
        TorchNetwork? average = null,
        Averaging? averaging = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(slots);
        this.network = network;
        this.slots = slots;
        this.rate = rate;
        this.averaging = averaging;
        this.numbers = compute;
        move = new TorchFunction(script, "move");
        memory = [.. slots.Select(_ => zeros_like(network.Flat))];
        step = counts ? zeros(1, device: network.Device) : null;
        values = new double[numbers + (average is null ? 0 : 1)];
        scalars = new Scalar?[values.Length];
        arguments = [network.Flat, network.FlatGradient, .. memory, .. average is null ? Array.Empty<TorchArgument>() : [average.Flat], .. step is null ? Array.Empty<TorchArgument>() : [step], .. new TorchArgument[values.Length]];
    }

    /// <summary>What it remembers on the device.</summary>
    internal IEnumerable<Tensor> Remembered => [.. memory, .. numbersBeside.Select(beside => beside.Values)];

    /// <summary>How many moves it has made.</summary>
    public long Moves { get; private set; }

    /// <summary>The learning rate of the next move.</summary>
    public double LearningRate => Scale * rate.At(Moves + 1);

    /// <summary>What every learning rate is multiplied by.</summary>
    internal double Scale { get; set; } = 1;

    /// <summary>Moves the parameters against their gradients.</summary>
    public void Step()
    {
        Moves++;
        SetNumbers();
        move.Call(arguments).Dispose();
        GC.KeepAlive(this);
    }

    /// <summary>
    /// Copies what is remembered to host memory: <c>step</c>, the number of moves, and a tensor for each parameter and slot, such as <c>0.weight.exp_avg</c>.
    /// Waits for the device.
    /// </summary>
    public IReadOnlyList<NamedTensor> State() =>
    [
        new NamedTensor("step", [], new TensorValues.Int64([Moves])),
        .. averaging is null ? [] : new[] { averaging.State },
        .. numbersBeside.SelectMany(beside => beside.Names.Of(HostMemory.Read(beside.Values))),
        .. slots.SelectMany((slot, i) => network.Read(memory[i]).Select(tensor => tensor with { Name = $"{tensor.Name}.{slot}" })),
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
            network.Write(memory[i], name => given[$"{name}.{slot}"]);
        }

        Moves = ((TensorValues.Int64)given["step"].Values).Elements[0];
        averaging?.Load(given[averaging.State.Name]);
        foreach (var (names, into) in numbersBeside)
        {
            using var values = HostMemory.Upload(names.Values(given), [names.Length], network.Device);
            into.copy_(values);
        }

        using Scalar moves = Moves;
        step?.fill_(moves);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var slot in memory) slot.Dispose();
        foreach (var scalar in scalars) scalar?.Dispose();
        step?.Dispose();
        foreach (var (_, values) in numbersBeside) values.Dispose();
    }

    /// <summary>Says that a few numbers are part of what it remembers; it disposes them.</summary>
    internal void Remember(RememberedNumbers names, Tensor values) => numbersBeside.Add((names, values));

    // Scalars of our own: those that TorchScript calls make of doubles can be finalised before the call has read them.
    private void SetNumbers()
    {
        Span<double> next = stackalloc double[values.Length];
        numbers(Scale * rate.At(Moves), Moves, next);
        if (averaging is not null) next[^1] = averaging.Take();
        for (var i = 0; i < values.Length; i++)
        {
            if (scalars[i] is not null && next[i] == values[i]) continue;
            scalars[i]?.Dispose();
            values[i] = next[i];
            scalars[i] = next[i];
            arguments[arguments.Length - values.Length + i] = scalars[i]!;
        }
    }
}
