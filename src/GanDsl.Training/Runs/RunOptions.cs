namespace GanDsl.Training;

/// <summary>How a run goes.</summary>
/// <param name="Output">The folder for everything that is written.</param>
/// <param name="BatchSize">Samples a step.</param>
public sealed record RunOptions(string Output, int BatchSize)
{
    /// <summary>How many times all samples are seen; null: no bound. Of this and <see cref="Steps"/>, what is reached first ends the run.</summary>
    public int? Epochs { get; init; }

    /// <summary>How many steps are taken, with those of the runs that are resumed; null: no bound.</summary>
    public long? Steps { get; init; }

    /// <summary>In every how many steps the game reports; a report waits for the device.</summary>
    public int StepsPerReport { get; init; } = 25;

    /// <summary>In every how many steps <c>metrics.csv</c> has a row.</summary>
    public int StepsPerRow { get; init; } = 50;

    /// <summary>In every how many steps a checkpoint is written, beside those at the end of each epoch and of the run; null: only there.</summary>
    public int? StepsPerCheckpoint { get; init; }

    /// <summary>How many of the last checkpoints are kept; the best is kept beside them.</summary>
    public int KeepCheckpoints { get; init; } = 3;

    /// <summary>How good the game is, for the best checkpoint; null: there is no best.</summary>
    public Func<StepReport, Metric>? Metric { get; init; }

    /// <summary>Whether the best checkpoint is the one with the smallest metric or with the largest.</summary>
    public bool LowerIsBetter { get; init; } = true;

    /// <summary>How good the samples are when the run has come to its end, for <c>evaluation.csv</c> and the report; null: nobody says.</summary>
    public Func<IGan, IReadOnlyList<MetricValue>>? Evaluate { get; init; }

    /// <summary>How many samples a picture shows, 8 in a row.</summary>
    public int PictureSamples { get; init; } = 64;

    /// <summary>How many batches are made ready on another thread, 0: none; null: some where that pays, which an epoch's first batches show.</summary>
    public int? BatchesAhead { get; init; }

    /// <summary>How the run looks after its game.</summary>
    public HealthOptions Health { get; init; } = new();

    /// <summary>What is called with each warning, on the run's own thread.</summary>
    public Action<string>? OnWarning { get; init; }

    /// <summary>What is called with each report, on the run's own thread, between steps.</summary>
    public Action<RunStatus>? OnReport { get; init; }

    /// <summary>What is called at the end of each epoch, whole or not.</summary>
    public Action<RunStatus>? OnEpoch { get; init; }

    /// <summary>Refuses what makes no sense.</summary>
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
