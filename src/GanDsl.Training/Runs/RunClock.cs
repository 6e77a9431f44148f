using System.Diagnostics;

namespace GanDsl.Training;

/// <summary>A run's elapsed and remaining time.</summary>
internal sealed class RunClock
{
    /// <summary>A longer time is unknown: the speed of the last steps says nothing about the next years.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1000);

    private readonly Stopwatch watch = new();
    private TimeSpan last;
    private long lastStep;
    private long firstStep;
    private TimeSpan step;

    /// <summary>The time of the resumed runs.</summary>
    public TimeSpan Before { get; set; }

    /// <summary>Since training began, resumed runs together.</summary>
    public TimeSpan Elapsed => Before + watch.Elapsed;

    /// <summary>The time per step between the last two ticks.</summary>
    public TimeSpan Recent { get; private set; }

    /// <summary>Begins to count.</summary>
    public void Start(long steps)
    {
        (firstStep, lastStep) = (steps, steps);
        watch.Start();
    }

    /// <summary>Goes on from an earlier step; the time that led there and back measures nothing.</summary>
    public void GoBack(long steps) => (last, lastStep) = (watch.Elapsed, steps);

    /// <summary>Notes when a step was done.</summary>
    public void Tick(long steps)
    {
        var elapsed = watch.Elapsed;
        Recent = (elapsed - last) / Math.Max(steps - lastStep, 1);

        // The first step warms up; its time says nothing about the others.
        step = lastStep <= firstStep + 1 ? Recent : (0.7 * step) + (0.3 * Recent);
        (last, lastStep) = (elapsed, steps);
    }

    /// <summary>The time for that many steps, estimated from the last few; null where that is not known, or more than 1,000 days.</summary>
    public TimeSpan? Left(long steps) =>
        (step.TotalSeconds * Math.Max(steps, 0)) is var seconds && seconds <= Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
}
