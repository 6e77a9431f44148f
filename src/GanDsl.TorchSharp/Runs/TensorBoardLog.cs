using Tensorboard;

namespace GanDsl.Torch;

/// <summary>
/// A run's numbers as an event file of TensorBoard, one point per report:
/// <c>new RunOptions(…) { OnReport = status => log.Write(status.Report), OnContinue = log.ContinueFrom }</c>. It takes the reports of games on every backend.
/// </summary>
/// <remarks>
/// What a game does not have is NaN in its report, and has no point here. A resumed run starts its own file beside the earlier ones, which TensorBoard shows as
/// one curve; so does a new run, whose points take the place of all in earlier files. To have a new run also remove an earlier one's files, mark each as the
/// run's own: <c>run.AddFile(log.Path)</c>.
/// </remarks>
public sealed class TensorBoardLog : IDisposable
{
    private readonly EventFile file;
    private long? last;

    /// <summary>Starts a file in a folder, which is created if it is missing.</summary>
    /// <param name="folder">The folder that TensorBoard reads, or one in it.</param>
    /// <exception cref="IOException">The folder cannot be made, or the file not be written.</exception>
    public TensorBoardLog(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Directory.CreateDirectory(folder);
        file = new EventFile(folder);
    }

    /// <summary>The file's full path.</summary>
    public string Path => file.Path;

    /// <summary>
    /// Says that a run continues from a step, as one that is resumed or returns to a checkpoint: points of later steps, in this file and in earlier ones of the
    /// folder, are of an abandoned path, and TensorBoard drops them.
    /// </summary>
    /// <param name="step">The step; 0: all are dropped.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void ContinueFrom(long step)
    {
        file.Write(new Event { Step = step + 1, SessionLog = new SessionLog { Status = SessionLog.Types.SessionStatus.Start } });
        last = step;
    }

    /// <summary>
    /// Adds a step's points: value, divergence/…, loss/…, mean/…, accuracy/…, gradient/…, penalty/… and term/…. They take the place of earlier ones of this
    /// step, and of all of later steps.
    /// </summary>
    /// <param name="report">The step's report.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(StepReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (last is null || report.Step <= last) ContinueFrom(report.Step - 1);
        var points = Points(report).Where(point => !double.IsNaN(point.Value))
            .Select(point => new Summary.Types.Value { Tag = point.Name, SimpleValue = (float)point.Value });
        file.Write(new Event { Step = report.Step, Summary = new Summary { Value = { points } } });
        last = report.Step;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => file.Dispose();

    private static IEnumerable<(string Name, double Value)> Points(StepReport report)
    {
        yield return ("value", report.Value);
        yield return ($"divergence/{report.Divergence}", report.Estimate);
        yield return ("loss/discriminator", report.DiscriminatorLoss);
        yield return ("loss/generator", report.GeneratorLoss);
        yield return ("mean/reals", report.MeanOnReals);
        yield return ("mean/fakes", report.MeanOnFakes);
        yield return ("accuracy/reals", report.AccuracyOnReals);
        yield return ("accuracy/fakes", report.AccuracyOnFakes);
        yield return ("gradient/discriminator", report.DiscriminatorGradientNorm);
        yield return ("gradient/generator", report.GeneratorGradientNorm);
        yield return ("augmentation/p", report.AugmentationProbability);
        foreach (var penalty in report.Penalties) yield return ($"penalty/{penalty.Name}", penalty.Value);
        foreach (var auxiliaryLoss in report.AuxiliaryLosses)
        {
            yield return ($"term/{auxiliaryLoss.Name}/discriminator", auxiliaryLoss.InDiscriminatorLoss);
            yield return ($"term/{auxiliaryLoss.Name}/generator", auxiliaryLoss.InGeneratorLoss);
        }
    }
}
