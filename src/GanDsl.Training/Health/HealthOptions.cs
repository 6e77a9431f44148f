namespace GanDsl.Training;

/// <summary>How a run reacts to divergence.</summary>
public enum OnDivergence
{
    /// <summary>It ends, and reports what was found where; the last good checkpoint remains.</summary>
    Stop,

    /// <summary>It returns to the last good checkpoint, and continues with smaller learning rates.</summary>
    RollBack,
}

/// <summary>How a run monitors its game.</summary>
public sealed record HealthOptions
{
    /// <summary>The interval, in steps, of checks of the whole state for NaN and infinity; it is also checked before each checkpoint.</summary>
    public int StepsPerCheck { get; init; } = 100;

    /// <summary>The reaction.</summary>
    public OnDivergence OnDivergence { get; init; } = OnDivergence.Stop;

    /// <summary>The factor of learning rates when the run returns to a checkpoint, above 0 and below 1.</summary>
    public double LearningRateFactor { get; init; } = 0.5;

    /// <summary>How often a run returns to a checkpoint before it ends.</summary>
    public int MostRollBacks { get; init; } = 3;

    /// <summary>The number of consecutive reports with a sign of collapse before a warning.</summary>
    public int ReportsToWarn { get; init; } = 20;

    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(StepsPerCheck, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MostRollBacks, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(ReportsToWarn, 1);
        if (!(LearningRateFactor is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(LearningRateFactor), LearningRateFactor, "The learning rates' factor is above 0 and below 1.");
    }
}
