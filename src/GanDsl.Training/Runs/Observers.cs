namespace GanDsl.Training;

/// <summary>What happens if something that only watches a run throws: a callback, or the display.</summary>
public enum OnObserverError
{
    /// <summary>It is reported as a warning, once, and not called again; training goes on.</summary>
    SwitchOff,

    /// <summary>The run saves a checkpoint and ends with the exception.</summary>
    Stop,
}

/// <summary>Everything that watches a run: its display, and the callbacks of its options. None of them can end it, unless the options say so.</summary>
internal sealed class Observers
{
    private readonly OnObserverError onError;
    private readonly Action<string> warn;
    private readonly Observer<RunStatus> display;
    private readonly Observer<RunStatus> onReport;
    private readonly Observer<RunStatus> onEpoch;
    private readonly Observer<long> onContinue;
    private readonly Observer<string> shownWarning;
    private readonly Observer<string> onWarning;

    /// <param name="options">The run's options.</param>
    /// <param name="progress">The display; null: none.</param>
    /// <param name="show">Its callback for each status.</param>
    /// <param name="warn">Keeps the run's warnings.</param>
    public Observers(RunOptions options, RunProgress? progress, Action<RunStatus> show, Action<string> warn)
    {
        (onError, this.warn) = (options.OnObserverError, warn);
        display = new Observer<RunStatus>("The display", show);
        onReport = new Observer<RunStatus>(nameof(options.OnReport), options.OnReport);
        onEpoch = new Observer<RunStatus>(nameof(options.OnEpoch), options.OnEpoch);
        onContinue = new Observer<long>(nameof(options.OnContinue), options.OnContinue);
        shownWarning = new Observer<string>("The display of warnings", progress is null ? null : progress.Warn);
        onWarning = new Observer<string>(nameof(options.OnWarning), options.OnWarning);
    }

    /// <summary>Shows a status, and passes it on.</summary>
    public void Report(RunStatus status)
    {
        Call(display, status);
        Call(onReport, status);
    }

    /// <summary>Passes on the status at an epoch's end.</summary>
    public void Epoch(RunStatus status) => Call(onEpoch, status);

    /// <summary>Passes on the step that the run continues from.</summary>
    public void Continue(long step) => Call(onContinue, step);

    /// <summary>Shows a warning, and passes it on.</summary>
    public void Warn(string warning)
    {
        Call(shownWarning, warning);
        Call(onWarning, warning);
    }

    private void Call<T>(Observer<T> observer, T value)
    {
        try
        {
            observer.Call?.Invoke(value);
        }
        catch (Exception e) when (onError == OnObserverError.SwitchOff)
        {
            // Before the warning, which it may be that throws again.
            observer.Call = null;
            warn($"{observer.Name} is switched off: {e.GetType().Name}, {e.Message}");
        }
    }

    private sealed class Observer<T>(string name, Action<T>? call)
    {
        public string Name => name;

        public Action<T>? Call { get; set; } = call;
    }
}
