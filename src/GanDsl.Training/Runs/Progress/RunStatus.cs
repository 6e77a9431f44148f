namespace GanDsl.Training;

/// <summary>Where a run stands.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Epochs">Of so many; of those begun so far, where steps end the run.</param>
/// <param name="TotalSteps">The steps of the whole run.</param>
/// <param name="ImagesPerSecond">Reals seen a second since the last status.</param>
/// <param name="Elapsed">Since training began, resumed runs together.</param>
/// <param name="Left">If the rest goes as the last few statuses did.</param>
/// <param name="Report">What the last step says.</param>
public sealed record RunStatus(int Epoch, int Epochs, long TotalSteps, double ImagesPerSecond, TimeSpan Elapsed, TimeSpan Left, StepReport Report);

/// <summary>How a run ended.</summary>
/// <param name="Steps">The steps taken, with those of the runs that were resumed.</param>
/// <param name="Picture">The last picture; null where samples are no pictures.</param>
/// <param name="Stopped">Whether it was asked to stop before its end.</param>
/// <param name="Divergence">What was not finite, and after which step, where that ended the run: then nothing was saved of it, and the last checkpoint is a good one. Null where nothing was.</param>
public sealed record RunOutcome(long Steps, string? Picture, bool Stopped, string? Divergence = null);
