namespace GanDsl.Ilgpu;

/// <content>Everything that what comes next depends on, to host memory and back.</content>
public abstract partial class IlgpuGame<TLatent, TSample>
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

    /// <inheritdoc cref="IGan.Load"/>
    public void Load(IReadOnlyList<NamedTensor> state)
    {
        GameState.Load(Parts, state);

        // What the last step left is of a game that is no more. A state without a report says nothing of its own.
        if (!state.Any(tensor => tensor.Name.StartsWith("report.", StringComparison.Ordinal))) carried = CarriedReport.From(CarriedReport.State(null, Regularizers.Count, Terms.Count));
        (lastBatch, lastPenalizedBatch, generatorHasMoved) = (0, 0, false);
    }

    // The random numbers first: they alone can be refused for what they are and not for their shape.
    private List<StatePart> Parts =>
    [
        StatePart.Tensor(StatePart.Random, Random.State, Random.Load),
        StatePart.Numbers("game", ("steps", () => Steps, steps => Steps = steps), ("learning_rate_scale", () => BitConverter.DoubleToInt64Bits(LearningRateScale), bits => LearningRateScale = BitConverter.Int64BitsToDouble(bits))),
        StatePart.Tensor("report", () => CarriedReport.State(Steps == 0 ? null : Report(), Regularizers.Count, Terms.Count), state => carried = CarriedReport.From(state)),
        new("generator", generator!.State, generator!.Load),
        .. average is null ? [] : new[] { new StatePart("average", average.State, average.Load) },
        new("discriminator", discriminator!.State, discriminator!.Load),
        new("generator_optimizer", GeneratorOptimizer.State, GeneratorOptimizer.Load),
        new("discriminator_optimizer", DiscriminatorOptimizer.State, DiscriminatorOptimizer.Load),
    ];
}
