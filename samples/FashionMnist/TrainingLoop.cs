using System.Diagnostics;
using GanDsl;
using GanDsl.Training;

namespace FashionMnist;

/// <summary>Where training stands.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Epochs">Of so many.</param>
/// <param name="TotalSteps">The steps of the whole run.</param>
/// <param name="ImagesPerSecond">Reals seen a second since the last status.</param>
/// <param name="Elapsed">Since training began.</param>
/// <param name="Left">If the rest goes as the last few statuses did.</param>
/// <param name="Report">What the last step says.</param>
internal sealed record TrainingStatus(int Epoch, int Epochs, long TotalSteps, double ImagesPerSecond, TimeSpan Elapsed, TimeSpan Left, StepReport Report);

/// <summary>How a run ended.</summary>
/// <param name="Steps">The steps taken.</param>
/// <param name="Picture">The last picture.</param>
/// <param name="Stopped">Whether it was asked to stop before its end.</param>
internal sealed record TrainingOutcome(long Steps, string Picture, bool Stopped);

/// <summary>Trains a game on images and saves what the user wants to see of it.</summary>
internal sealed class TrainingLoop<TShape>(IGan gan, IBatchSource<TShape> data, OutputFolder output, Options options)
    where TShape : struct, IShape
{
    /// <summary>A report waits for the device, so not every step has one.</summary>
    private const int StepsPerReport = 25;
    private const int StepsPerRow = 50;

    private readonly Stopwatch clock = new();
    private TimeSpan lastElapsed;
    private TimeSpan stepTime;
    private StepReport? lastReport;
    private long lastRow;

    private int Epochs => options.EpochsOver(data.Count);

    private long TotalSteps => Math.Min((long)Epochs * (data.Count / options.Batch), options.Steps ?? long.MaxValue);

    /// <summary>Trains to the end, or until asked to stop; either way everything is saved.</summary>
    public TrainingOutcome Run(Action<TrainingStatus> show, CancellationToken stop)
    {
        output.RemoveOldPictures();
        var latents = gan.Noise(OutputFolder.GridCount);
        var picture = SavePicture(0, latents);
        using (var metrics = output.OpenMetrics())
        {
            clock.Start();
            var epoch = 0;
            while (gan.Steps < TotalSteps && !stop.IsCancellationRequested)
            {
                Epoch(++epoch, metrics, show, stop);
                picture = SavePicture(epoch, latents);
            }

            // The table ends with the run's last step, wherever that was.
            if (gan.Steps > lastRow) AppendRow(epoch, metrics, Report(epoch, show));
        }

        output.SaveWeights(gan);
        return new TrainingOutcome(gan.Steps, picture, Stopped: gan.Steps < TotalSteps);
    }

    private void Epoch(int epoch, MetricsCsv metrics, Action<TrainingStatus> show, CancellationToken stop)
    {
        foreach (var batch in data.Batches(options.Batch))
        {
            if (gan.Steps == TotalSteps || stop.IsCancellationRequested) break;
            gan.Step(batch.Values.Span);
            if (gan.Steps % StepsPerRow == 0) AppendRow(epoch, metrics, Report(epoch, show));
            else if (gan.Steps == 1 || gan.Steps % StepsPerReport == 0) Report(epoch, show);
        }
    }

    private StepReport Report(int epoch, Action<TrainingStatus> show)
    {
        var lastStep = lastReport?.Step ?? 0;
        if (lastReport is not null && lastStep == gan.Steps) return lastReport;
        var report = gan.Report();
        var elapsed = clock.Elapsed;
        var recent = (elapsed - lastElapsed) / (report.Step - lastStep);

        // The first step warms up; its time says nothing about the others.
        stepTime = lastStep <= 1 ? recent : (0.7 * stepTime) + (0.3 * recent);
        (lastReport, lastElapsed) = (report, elapsed);
        show(new TrainingStatus(epoch, Epochs, TotalSteps, options.Batch / Math.Max(recent.TotalSeconds, 1e-9), elapsed, stepTime * (TotalSteps - report.Step), report));
        return report;
    }

    private void AppendRow(int epoch, MetricsCsv metrics, StepReport report)
    {
        metrics.Append(epoch, report.Step * options.Batch, clock.Elapsed.TotalSeconds, report);
        lastRow = report.Step;
    }

    private string SavePicture(int epoch, float[] latents) => output.SavePicture(epoch, gan.Sample(latents), gan.SampleShape);
}
