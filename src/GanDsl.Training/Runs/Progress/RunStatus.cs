namespace GanDsl.Training;

/// <summary>A run's status.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Epochs">The total; the epochs started so far, where steps end the run.</param>
/// <param name="TotalSteps">The steps of the whole run; <see cref="long.MaxValue"/> where it has no end.</param>
/// <param name="ImagesPerSecond">Reals per second since the last status.</param>
/// <param name="Elapsed">Since training began, resumed runs together.</param>
/// <param name="Left">The remaining time, estimated from the last few statuses; null where it is more than 1,000 days.</param>
/// <param name="Report">The last step's report.</param>
public sealed record RunStatus(int Epoch, int Epochs, long TotalSteps, double ImagesPerSecond, TimeSpan Elapsed, TimeSpan? Left, StepReport Report);

/// <summary>How a run ended.</summary>
/// <param name="Steps">The steps taken, with those of the runs that were resumed.</param>
/// <param name="Picture">The last picture; null where samples are not pictures.</param>
/// <param name="Stopped">Whether it was asked to stop before its end.</param>
/// <param name="Divergence">
/// What was not finite, and after which step, where that ended the run: then this state was not saved, and the last checkpoint is good. Null otherwise.
/// </param>
public sealed record RunOutcome(long Steps, string? Picture, bool Stopped, string? Divergence = null);
