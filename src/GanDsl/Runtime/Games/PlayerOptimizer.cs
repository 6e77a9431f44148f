namespace GanDsl;

/// <summary>
/// The optimiser of a player's flat parameters on any backend: the number of updates, the learning rate, and the state.
/// The update itself is the backend's.
/// </summary>
public abstract class PlayerOptimizer
{
    private readonly string[] slots;
    private readonly LearningRateCurve rate;
    private readonly StepNumbers numbers;
    private readonly Averaging? averaging;
    private readonly List<(RememberedNumbers Names, Func<float[]> Read, Action<float[]> Write)> beside = [];

    /// <summary>Creates an optimiser before its first update.</summary>
    /// <param name="slots">The state of each parameter, by torch.optim's names.</param>
    /// <param name="rate">The learning rate of every update.</param>
    /// <param name="numbers">Computes what changes from update to update.</param>
    /// <param name="averaging">The weight of the average in each update; null where there is none.</param>
    private protected PlayerOptimizer(string[] slots, LearningRateCurve rate, StepNumbers numbers, Averaging? averaging)
    {
        ArgumentNullException.ThrowIfNull(slots);
        this.slots = slots;
        this.rate = rate;
        this.numbers = numbers;
        this.averaging = averaging;
    }

    /// <summary>The number of updates so far.</summary>
    public long Updates { get; private set; }

    /// <summary>The learning rate of the next update.</summary>
    public double LearningRate => Scale * rate.At(Updates + 1);

    /// <summary>The factor of every learning rate.</summary>
    internal double Scale { get; set; } = 1;

    /// <summary>Updates the parameters with their gradients.</summary>
    public void Step()
    {
        Updates++;
        Update();
    }

    /// <summary>
    /// Copies the state to host memory: <c>step</c>, the number of updates, and a tensor for each parameter and slot, such as <c>0.weight.exp_avg</c>.
    /// Waits for the device.
    /// </summary>
    public IReadOnlyList<NamedTensor> State() =>
    [
        new NamedTensor("step", [], new TensorValues.Int64([Updates])),
        .. averaging is null ? [] : new[] { averaging.State },
        .. beside.SelectMany(numbers => numbers.Names.Of(numbers.Read())),
        .. slots.SelectMany((slot, i) => ReadSlot(i).Select(tensor => tensor with { Name = $"{tensor.Name}.{slot}" })),
    ];

    /// <summary>Loads the state of another optimiser of the same kind; nothing is changed where a tensor does not fit.</summary>
    /// <param name="state">The result of <see cref="State"/>, here or on another backend, in any order.</param>
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

    /// <summary>Updates the parameters; the update is already counted.</summary>
    private protected abstract void Update();

    /// <summary>Copies a slot to host memory, under the names of the parameters.</summary>
    private protected abstract IReadOnlyList<NamedTensor> ReadSlot(int number);

    /// <summary>Fills a slot with the values for each parameter's name.</summary>
    private protected abstract void WriteSlot(int number, Func<string, NamedTensor> given);

    /// <summary>Computes the numbers of this update; the last of them is the weight of the average, where there is one.</summary>
    private protected void SetNumbers(Span<double> next)
    {
        numbers(Scale * rate.At(Updates), Updates, next);
        if (averaging is not null) next[^1] = averaging.Take();
    }

    /// <summary>Adds a few numbers to the state.</summary>
    private protected void Remember(RememberedNumbers names, Func<float[]> read, Action<float[]> write) => beside.Add((names, read, write));
}
