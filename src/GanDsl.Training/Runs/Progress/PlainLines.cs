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
        if (status.Elapsed < next && status.Report.Step < status.TotalSteps) return;
        next = status.Elapsed + Interval;
        @out.WriteLine(string.Join("  ", ProgressColumn.Of(status)));
        @out.Flush();
    }
}
