namespace GanDsl;

/// <summary>One part of a game's state, under its name.</summary>
/// <param name="Name">The prefix of its tensors' names.</param>
/// <param name="Read">Copies it to host memory.</param>
/// <param name="Load">Loads it.</param>
/// <param name="MayBeLeftOut">Whether a game can go on without it.</param>
internal sealed record StatePart(string Name, Func<IReadOnlyList<NamedTensor>> Read, Action<IReadOnlyList<NamedTensor>> Load, bool MayBeLeftOut = false)
{
    public const string Random = "random";

    /// <summary>A part of numbers.</summary>
    public static StatePart Numbers(string name, params (string Name, Func<long> Read, Action<long> Load)[] numbers) => new(
        name,
        () => [.. numbers.Select(number => new NamedTensor(number.Name, [], new TensorValues.Int64([number.Read()])))],
        state =>
        {
            foreach (var number in numbers) number.Load(((TensorValues.Int64)state.First(tensor => tensor.Name == number.Name).Values).Elements[0]);
        });

    /// <summary>A part of one tensor, without which a game can go on.</summary>
    public static StatePart Tensor(string name, Func<NamedTensor> read, Action<NamedTensor> load) =>
        new(name, () => [read()], state => load(state[0]), MayBeLeftOut: true);

    public bool Holds(NamedTensor tensor) => tensor.Name.StartsWith(Name + ".", StringComparison.Ordinal);
}

/// <summary>A game's state as one list, part by part; shared by the backends.</summary>
internal static class GameState
{
    /// <summary>Whether a state holds neither NaN nor infinity.</summary>
    public static bool IsFinite(IReadOnlyList<NamedTensor> state) =>
        state.All(tensor => tensor.Values is not TensorValues.Float32 { Elements: var elements } || elements.All(float.IsFinite));

    public static IReadOnlyList<NamedTensor> Read(IEnumerable<StatePart> parts) =>
        [.. parts.SelectMany(part => part.Read().Select(tensor => tensor with { Name = $"{part.Name}.{tensor.Name}" }))];

    /// <summary>Loads a state, part by part; nothing is changed where a tensor does not fit.</summary>
    /// <exception cref="ArgumentException">A tensor is missing, unknown, or of another shape or kind.</exception>
    public static void Load(IReadOnlyList<StatePart> parts, IReadOnlyList<NamedTensor> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var asked = parts.Where(part => !part.MayBeLeftOut || state.Any(part.Holds)).ToList();
        var own = Read(asked);
        if (state.FirstOrDefault(tensor => tensor.Name.StartsWith(StatePart.Random + ".", StringComparison.Ordinal)) is { } random
            && own.All(tensor => tensor.Name != random.Name))
        {
            var here = own.First(tensor => tensor.Name.StartsWith(StatePart.Random + ".", StringComparison.Ordinal));
            throw new ArgumentException(
                $"The state's random numbers are {random.Name}, another backend's or device's; this game draws {here.Name}. "
                    + $"Leave {random.Name} out to go on with this game's own.",
                nameof(state));
        }

        StateCheck.ByName(own, state, "game");
        foreach (var part in asked) part.Load([.. state.Where(part.Holds).Select(tensor => tensor with { Name = tensor.Name[(part.Name.Length + 1)..] })]);
    }
}
