namespace GanDsl;

/// <content>Everything that later steps depend on, to host memory and back.</content>
public abstract partial class Game<TLatent, TSample, TNetwork, TOptimizer>
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

        // The last step's report is of the replaced game. A state without a report has none of its own.
        if (!state.Any(tensor => tensor.Name.StartsWith("report.", StringComparison.Ordinal)))
            carried = CarriedReport.From(StateOfReport(null), AuxiliaryLossNames.Count);
        Forget();
    }

    /// <summary>The state of the game's random numbers.</summary>
    private protected abstract StatePart RandomState { get; }

    /// <summary>Forgets the last step's values for the report.</summary>
    private protected abstract void Forget();

    // The random numbers first: only they can be refused for their values and not for their shape.
    private List<StatePart> Parts =>
    [
        RandomState,
        StatePart.Numbers(
            "game",
            ("steps", () => Steps, steps => Steps = steps),
            ("learning_rate_scale", () => BitConverter.DoubleToInt64Bits(LearningRateScale), bits => LearningRateScale = BitConverter.Int64BitsToDouble(bits))),
        StatePart.Tensor("report", () => StateOfReport(Steps == 0 ? null : Report()), state => carried = CarriedReport.From(state, AuxiliaryLossNames.Count)),
        new("generator", PlayingGenerator.State, PlayingGenerator.Load),
        .. average is null ? [] : new[] { new StatePart("average", average.State, average.Load) },
        new("discriminator", PlayingDiscriminator.State, PlayingDiscriminator.Load),
        new("generator_optimizer", GeneratorOptimizer.State, GeneratorOptimizer.Load),
        new("discriminator_optimizer", DiscriminatorOptimizer.State, DiscriminatorOptimizer.Load),
    ];

    private NamedTensor StateOfReport(StepReport? report) => CarriedReport.State(report, Penalties().Count, AuxiliaryLossNames.Count);
}
