using System.Globalization;

namespace GanDsl.Training;

/// <summary>A line at the first status, at the last, and every few seconds between.</summary>
internal sealed class PlainLines(TextWriter @out) : RunProgress
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private TimeSpan next;

    public override RunOutcome Watch(Func<Action<RunStatus>, RunOutcome> training) => training(Show);

    public override void Warn(string warning)
    {
        @out.WriteLine($"Warning: {warning}");
        @out.Flush();
    }

    private void Show(RunStatus status)
    {
        var r = status.Report;
        if (status.Elapsed < next && r.Step < status.TotalSteps) return;
        next = status.Elapsed + Interval;
        @out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"epoch {status.Epoch}/{status.Epochs}  step {r.Step}/{status.TotalSteps}  {status.ImagesPerSecond:F0} images/s  {status.Left:hh\\:mm\\:ss} "
                + $"left  V {r.Value:F3}  JSD {r.JensenShannon:F3}  loss D {r.DiscriminatorLoss:F3}  loss G {r.GeneratorLoss:F3}  D(x) {r.MeanOnReals:F2}  "
                + $"D(G(z)) {r.MeanOnFakes:F2}"));
        @out.Flush();
    }
}
