namespace GanDsl;

/// <summary>
/// What moves a player over its flat parameters, whatever the backend: how often it has moved, its learning rate, and what it remembers.
/// The move itself is the backend's.
/// </summary>
public abstract class PlayerOptimizer
{
    private readonly string[] slots;
    private readonly LearningRateCurve rate;
    private readonly StepNumbers numbers;
    private readonly Averaging? averaging;
    private readonly List<(RememberedNumbers Names, Func<float[]> Read, Action<float[]> Write)> beside = [];

    /// <summary>Starts before the first move.</summary>
    /// <param name="slots">What is remembered of each parameter, by torch.optim's names.</param>
    /// <param name="rate">The learning rate of every move.</param>
    /// <param name="numbers">Computes what changes from move to move.</param>
    /// <param name="averaging">How far the average goes in each move; null where there is none.</param>
    private protected PlayerOptimizer(string[] slots, LearningRateCurve rate, StepNumbers numbers, Averaging? averaging)
    {
        ArgumentNullException.ThrowIfNull(slots);
        this.slots = slots;
        this.rate = rate;
        this.numbers = numbers;
        this.averaging = averaging;
    }

    /// <summary>How many moves it has made.</summary>
    public long Updates { get; private set; }

    /// <summary>The learning rate of the next move.</summary>
    public double LearningRate => Scale * rate.At(Updates + 1);

    /// <summary>What every learning rate is multiplied by.</summary>
    internal double Scale { get; set; } = 1;

    /// <summary>Moves the parameters against their gradients.</summary>
    public void Step()
    {
        Updates++;
        Update();
    }

    /// <summary>
    /// Copies what is remembered to host memory: <c>step</c>, the number of moves, and a tensor for each parameter and slot, such as <c>0.weight.exp_avg</c>.
    /// Waits for the device.
    /// </summary>
    public IReadOnlyList<NamedTensor> State() =>
    [
        new NamedTensor("step", [], new TensorValues.Int64([Updates])),
        .. averaging is null ? [] : new[] { averaging.State },
        .. beside.SelectMany(numbers => numbers.Names.Of(numbers.Read())),
        .. slots.SelectMany((slot, i) => ReadSlot(i).Select(tensor => tensor with { Name = $"{tensor.Name}.{slot}" })),
    ];

    /// <summary>Takes over what another optimiser of the same kind remembers; nothing is changed where a tensor does not fit.</summary>
    /// <param name="state">What <see cref="State"/> gave, here or on another backend, in any order.</param>
    /// <exception cref="ArgumentException">A tensor is missing, unknown, or of another shape or kind.</exception>
    public virtual void Load(IReadOnlyList<NamedTensor> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var given = StateCheck.ByName(State(), state);
        for (var i = 0; i < slots.Length; i++)
        {
            var slot = slots[i];
            WriteSlot(i, name => given[$"{name}.{slot}"]);
        }

        Updates = ((TensorValues.Int64)given["step"].Values).Elements[0];
        averaging?.Load(given[averaging.State.Name]);
        foreach (var (names, _, write) in beside) write(names.Values(given));
    }

    /// <summary>Moves the parameters; the move is counted already.</summary>
    private protected abstract void Update();

    /// <summary>Copies a slot to host memory, under the names of the parameters.</summary>
    private protected abstract IReadOnlyList<NamedTensor> ReadSlot(int number);

    /// <summary>Fills a slot with what is given for each parameter's name.</summary>
    private protected abstract void WriteSlot(int number, Func<string, NamedTensor> given);

    /// <summary>Computes the numbers of this move; the last of them is how far the average goes, where there is one.</summary>
    private protected void SetNumbers(Span<double> next)
    {
        numbers(Scale * rate.At(Updates), Updates, next);
        if (averaging is not null) next[^1] = averaging.Take();
    }

    /// <summary>Says that a few numbers are part of what it remembers.</summary>
    private protected void Remember(RememberedNumbers names, Func<float[]> read, Action<float[]> write) => beside.Add((names, read, write));
}
