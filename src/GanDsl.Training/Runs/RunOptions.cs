namespace GanDsl.Training;

/// <summary>The settings of a run.</summary>
/// <param name="Output">The folder for everything that is written.</param>
/// <param name="BatchSize">Samples per step.</param>
public sealed record RunOptions(string Output, int BatchSize)
{
    /// <summary>
    /// Whether files in the folder that have the names of a run's, but that no run has marked as its own, are replaced. Without, they are an error, and a new
    /// run replaces an earlier run's files alone.
    /// </summary>
    public bool Overwrite { get; init; }

    /// <summary>The number of epochs; null: no bound. The run ends when this or <see cref="Steps"/> is reached.</summary>
    public int? Epochs { get; init; }

    /// <summary>The number of steps, with those of resumed runs; null: no bound.</summary>
    public long? Steps { get; init; }

    /// <summary>The interval of reports in steps; a report waits for the device.</summary>
    public int StepsPerReport { get; init; } = 25;

    /// <summary>The interval of rows in <c>metrics.csv</c> in steps.</summary>
    public int StepsPerRow { get; init; } = 50;

    /// <summary>The interval of checkpoints in steps, besides those at the end of each epoch and of the run; null: only those.</summary>
    public int? StepsPerCheckpoint { get; init; }

    /// <summary>How many of the last checkpoints are kept; the best is kept as well.</summary>
    public int KeepCheckpoints { get; init; } = 3;

    /// <summary>The metric of the best checkpoint; null: there is no best.</summary>
    public Func<StepReport, Metric>? Metric { get; init; }

    /// <summary>Whether the best checkpoint is the one with the smallest metric or with the largest.</summary>
    public bool LowerIsBetter { get; init; } = true;

    /// <summary>The metrics of the samples at the end of the run, for <c>evaluation.csv</c> and the report; null: none.</summary>
    public Func<IGan, IReadOnlyList<MetricValue>>? Evaluate { get; init; }

    /// <summary>
    /// How many samples a picture shows, 8 in a row. A picture has at most 20 million pixels: 64 samples of 556×556, or 16 of 1,024×1,024, are shown as they
    /// are; of more, or larger ones, squares of 2×2 or more pixels become one. Of sources, as many are shown as have 16 million numbers.
    /// </summary>
    public int PictureSamples { get; init; } = 64;

    /// <summary>How many batches are prepared on another thread, 0: none; null: some where that pays off, measured on an epoch's first batches.</summary>
    public int? BatchesAhead { get; init; }

    /// <summary>How the run monitors its game.</summary>
    public HealthOptions Health { get; init; } = new();

    /// <summary>
    /// What happens if the display, <see cref="OnWarning"/>, <see cref="OnReport"/>, <see cref="OnContinue"/> or <see cref="OnEpoch"/> throws.
    /// </summary>
    public OnObserverError OnObserverError { get; init; } = OnObserverError.SwitchOff;

    /// <summary>Called with each warning, on the run's own thread.</summary>
    public Action<string>? OnWarning { get; init; }

    /// <summary>Called with each report, on the run's own thread, between steps.</summary>
    public Action<RunStatus>? OnReport { get; init; }

    /// <summary>
    /// Called with the step of the checkpoint that the run continues from, when it is resumed and whenever it returns to one: what was reported of later steps
    /// is of an abandoned path.
    /// </summary>
    public Action<long>? OnContinue { get; init; }

    /// <summary>Called at the end of each epoch, complete or not.</summary>
    public Action<RunStatus>? OnEpoch { get; init; }

    /// <summary>Throws where options are inconsistent.</summary>
    /// <exception cref="ArgumentException">A number is out of its range, or nothing ends the run.</exception>
    internal void Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Output);
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 1);
        if (Epochs is null && Steps is null) throw new ArgumentException("Nothing ends the run; say how many epochs or steps it has.", nameof(Epochs));
        ArgumentOutOfRangeException.ThrowIfLessThan(Epochs ?? 1, 1, nameof(Epochs));
        ArgumentOutOfRangeException.ThrowIfLessThan(Steps ?? 1, 1, nameof(Steps));
        ArgumentOutOfRangeException.ThrowIfLessThan(StepsPerReport, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(StepsPerRow, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(StepsPerCheckpoint ?? 1, 1, nameof(StepsPerCheckpoint));
        ArgumentOutOfRangeException.ThrowIfLessThan(KeepCheckpoints, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(PictureSamples, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchesAhead ?? 0, 0, nameof(BatchesAhead));
        Health.Check();
    }
}
