namespace GanDsl.Training;

/// <summary>What a run does about a game that diverges.</summary>
public enum OnDivergence
{
    /// <summary>It ends, and says what was found where; the last good checkpoint is there.</summary>
    Stop,

    /// <summary>It goes back to the last good checkpoint, and on with smaller learning rates.</summary>
    RollBack,
}

/// <summary>How a run looks after its game.</summary>
public sealed record HealthOptions
{
    /// <summary>In every how many steps all that the game remembers is searched for NaN and infinity; before each checkpoint it is, too.</summary>
    public int StepsPerCheck { get; init; } = 100;

    /// <summary>What happens then.</summary>
    public OnDivergence OnDivergence { get; init; } = OnDivergence.Stop;

    /// <summary>What learning rates are multiplied by when the run goes back, above 0 and below 1.</summary>
    public double LearningRateFactor { get; init; } = 0.5;

    /// <summary>How often a run goes back before it ends after all.</summary>
    public int MostRollBacks { get; init; } = 3;

    /// <summary>Over how many reports in a row a sign of collapse must stand before it is a warning.</summary>
    public int ReportsToWarn { get; init; } = 20;

    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(StepsPerCheck, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MostRollBacks, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(ReportsToWarn, 1);
        if (!(LearningRateFactor is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(LearningRateFactor), LearningRateFactor, "The learning rates' factor is above 0 and below 1.");
    }
}
