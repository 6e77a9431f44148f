using TorchSharp.Modules;
using static TorchSharp.torch.utils.tensorboard;

namespace GanDsl.Torch;

/// <summary>
/// A run's numbers as an event file of TensorBoard, one point per report: <c>new RunOptions(…) { OnReport = status => log.Write(status.Report) }</c>. It takes
/// the reports of games on every backend.
/// </summary>
/// <remarks>
/// What a game does not have is NaN in its report, and has no point here. A resumed run starts its own file beside the earlier ones, which TensorBoard shows as
/// one curve.
/// </remarks>
public sealed class TensorBoardLog
{
    private readonly SummaryWriter writer;

    /// <summary>Starts a file in a folder, which is created if it is missing.</summary>
    /// <param name="folder">The folder that TensorBoard reads, or one in it.</param>
    /// <exception cref="IOException">The folder cannot be made, or the file not be written.</exception>
    public TensorBoardLog(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Directory.CreateDirectory(folder);
        writer = SummaryWriter(folder, createRunName: false);
    }

    /// <summary>Adds a step's points: value, divergence/…, loss/…, mean/…, accuracy/…, gradient/…, penalty/… and term/….</summary>
    /// <param name="report">The step's report.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(StepReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        foreach (var (name, value) in Points(report))
        {
            if (!double.IsNaN(value)) writer.add_scalar(name, (float)value, checked((int)report.Step));
        }
    }

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
