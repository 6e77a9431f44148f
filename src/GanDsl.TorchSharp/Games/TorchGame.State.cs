using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>Everything that what comes next depends on, to host memory and back.</content>
public abstract partial class TorchGame<TLatent, TSample>
{
    private CarriedReport? carried;

    /// <inheritdoc cref="IGan.LearningRateScale"/>
    public double LearningRateScale
    {
        get => GeneratorOptimizer.Scale;
        set
        {
            StateCheck.Scale(value);
            (GeneratorOptimizer.Scale, DiscriminatorOptimizer.Scale) = (value, value);
        }
    }

    /// <inheritdoc cref="IGan.State"/>
    public IReadOnlyList<NamedTensor> State() => GameState.Read(Parts);

    /// <inheritdoc cref="IGan.IsFinite"/>
    /// <remarks>One number is read: the sum of all. What is no number makes it none; where it is none, the state is looked at, since large numbers can have a sum that is too large.</remarks>
    public bool IsFinite()
    {
        using var scope = NewDisposeScope();
        using var untracked = no_grad();
        var networks = new[] { generator, discriminator, average }.OfType<TorchNetwork>();
        var remembered = networks.SelectMany(network => network.NamedBuffers.Select(buffer => buffer.Value).Append(network.Flat))
            .Concat(GeneratorOptimizer.Remembered)
            .Concat(DiscriminatorOptimizer.Remembered);
        var sum = stack([.. remembered.Where(tensor => tensor.is_floating_point()).Select(tensor => tensor.sum())]).sum();
        return float.IsFinite(sum.item<float>()) || GameState.IsFinite(State());
    }

    /// <inheritdoc cref="IGan.Load"/>
    public void Load(IReadOnlyList<NamedTensor> state)
    {
        GameState.Load(Parts, state);

        // What the last step left is of a game that is no more. A state without a report says nothing of its own.
        if (!state.Any(tensor => tensor.Name.StartsWith("report.", StringComparison.Ordinal))) carried = CarriedReport.From(CarriedReport.State(null, Penalties().Count, Terms.Count));
        foreach (var pass in lastPasses) pass.Forget();
        Forget(ref realMargins);
        Forget(ref fakeMargins);
    }

    // The random numbers first: they alone can be refused for what they are and not for their shape.
    private List<StatePart> Parts =>
    [
        StatePart.Tensor(StatePart.Random, random.State, random.Load),
        StatePart.Numbers("game", ("steps", () => Steps, steps => Steps = steps), ("learning_rate_scale", () => BitConverter.DoubleToInt64Bits(LearningRateScale), bits => LearningRateScale = BitConverter.Int64BitsToDouble(bits))),
        StatePart.Tensor("report", () => CarriedReport.State(Steps == 0 ? null : Report(), Penalties().Count, Terms.Count), state => carried = CarriedReport.From(state)),
        new("generator", generator.State, generator.Load),
        .. average is null ? [] : new[] { new StatePart("average", average.State, average.Load) },
        new("discriminator", discriminator.State, discriminator.Load),
        new("generator_optimizer", GeneratorOptimizer.State, GeneratorOptimizer.Load),
        new("discriminator_optimizer", DiscriminatorOptimizer.State, DiscriminatorOptimizer.Load),
    ];

    private static void Forget(ref Tensor? slot)
    {
        slot?.Dispose();
        slot = null;
    }
}
