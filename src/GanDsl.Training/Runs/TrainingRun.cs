using System.Globalization;
namespace GanDsl.Training;

/// <summary>
/// Trains a game, shows its progress, and writes its results: <c>samples/epoch-000.png</c> and so on, all of the same latents,
/// <c>samples/interpolation.png</c>, <c>metrics.csv</c>, <c>generator.safetensors</c>, <c>checkpoints</c>, from which an interrupted run continues exactly, and
/// all of it on one page, <c>report.html</c>, which is rewritten at an epoch's end if the last one is half a minute old, and at the run's end.
/// </summary>
/// <remarks>
/// <para>A game of pairs needs data with sources, such as <see cref="AlignedPairs{TShape, TSource}"/>. Its pictures show samples from the first sources of the
/// first epoch, each beside its source where both are pictures of one size; there is no interpolation.</para>
/// <para>
/// A game with classes needs data with labels. Its pictures then show each class in turn: sample i is of class i mod <see cref="IGan.Classes"/>, and so is row
/// i of the interpolation.
/// </para>
/// </remarks>
/// <typeparam name="TShape">The shape of one sample.</typeparam>
/// <param name="gan">The game. The run does not dispose it.</param>
/// <param name="data">The data.</param>
/// <param name="options">The settings.</param>
public sealed class TrainingRun<TShape>(IGan gan, IBatchSource<TShape> data, RunOptions options)
    where TShape : struct, IShape
{
    private const int InterpolationColumns = 8;

    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(30);

    private readonly RunClock clock = new();
    private readonly CollapseSigns signs = new(options.Health.ReportsToWarn);
    private RunProgress? progress;
    private RunFolder? folder;
    private TimeSpan lastPage;
    private int rollBacks;
    private DataPlace place = new(0, 0, 1, 1, 0);
    private StepReport? lastReport;
    private long lastRow;
    private long lastCheckpoint = -1;
    private long lastGood = -1;
    private int rollBacksFromThere;

    private long TotalSteps => Math.Min(options.Epochs is { } epochs ? (long)epochs * place.BatchesAnEpoch : long.MaxValue, options.Steps ?? long.MaxValue);

    /// <summary>
    /// Trains from the start to the end, or until asked to stop: then the step is finished; either way everything is saved. <see cref="RunOptions.Health"/>
    /// decides what happens if the game diverges. An earlier run's files in the folder are replaced.
    /// </summary>
    /// <param name="progress">Shows the run; null: nothing is shown.</param>
    /// <param name="stop">Requests a stop, see <see cref="StopSignals"/>.</param>
    /// <exception cref="ArgumentException">
    /// The options are inconsistent, the data lack the labels that the game needs, or the game has already taken steps.
    /// </exception>
    /// <exception cref="DataFileException">The folder, or something in it, cannot be written to; earlier checkpoints are complete.</exception>
    public RunOutcome Train(RunProgress? progress = null, CancellationToken stop = default)
    {
        options.Check();
        CheckData();
        if (gan.Steps > 0)
            throw new ArgumentException(
                FormattableString.Invariant($"The game has taken {gan.Steps} steps, and a run begins at the start; pass a new game, or resume."));
        place = DataPlace.Start(data, options.BatchSize);
        folder = RunFolder.Open(options.Output);
        folder.RemoveEarlierRun();
        var latents = gan.TakesSources ? FirstSources() : gan.Noise(options.PictureSamples);
        folder.SaveLatents(latents);
        var picture = SavePicture(0, latents, Sample(latents));
        using var metrics = folder.OpenMetrics();
        return Show(progress, show => Play(folder, metrics, latents, picture, show, stop));
    }

    /// <summary>
    /// Continues from the folder's newest complete checkpoint, as if the run had not been interrupted: bit for bit, see <see cref="Checkpoint.Load"/>.
    /// </summary>
    /// <param name="progress">Shows the run; null: nothing is shown.</param>
    /// <param name="stop">Requests a stop, see <see cref="StopSignals"/>.</param>
    /// <exception cref="ArgumentException">The options are inconsistent, or the data differ.</exception>
    /// <exception cref="DataFileException">There is no complete checkpoint that fits the game, or something cannot be written.</exception>
    public RunOutcome Resume(RunProgress? progress = null, CancellationToken stop = default)
    {
        options.Check();
        CheckData();
        var found = Checkpoint.Newest(RunFolder.CheckpointsIn(options.Output), gan)
            ?? throw new DataFileException(
                options.Output,
                "the folder of a run with checkpoints",
                Directory.Exists(options.Output) ? "none" : "no such folder",
                "name the folder of a run, or begin one");
        place = found.Data ?? throw new DataFileException(found.Path, "a run's checkpoint", "one without a place in the data", "load it by hand");
        place.CheckIn(data.Count, data.Seed);
        if (place.BatchSize != options.BatchSize)
            throw new ArgumentException(
                FormattableString.Invariant($"The run has batches of {place.BatchSize}, not of {options.BatchSize}; go on with these."));
        found.Load(gan);

        folder = RunFolder.Open(options.Output);
        folder.RemoveWarningsAfter(gan.Steps);
        var latents = folder.ReadLatents();
        using var metrics = folder.ResumeMetrics(gan.Steps, out var elapsed);
        clock.Before = elapsed;
        (lastRow, lastCheckpoint) = (gan.Steps, gan.Steps);
        return Show(progress, show => Play(folder, metrics, latents, picture: null, show, stop));
    }

    private RunOutcome Show(RunProgress? on, Func<Action<RunStatus>, RunOutcome> run)
    {
        progress = on;
        return on is null ? run(_ => { }) : on.Watch(run);
    }

    private RunOutcome Play(RunFolder folder, MetricsCsv metrics, float[] latents, string? picture, Action<RunStatus> show, CancellationToken stop)
    {
        var checkpoints = folder.OpenCheckpoints(options);
        clock.Start(gan.Steps);
        var epoch = place.Epoch;
        while (gan.Steps < TotalSteps && !stop.IsCancellationRequested)
        {
            epoch = place.Epoch + 1;
            PlayEpoch(epoch, checkpoints, metrics, show, stop);
            if (FindDivergence() is { } divergence)
            {
                if (RollBack(checkpoints, metrics, divergence)) continue;
                folder.AppendWarning(gan.Steps, divergence);
                RunReport.Write(folder.Root, gan);
                return new RunOutcome(gan.Steps, picture, Stopped: false, divergence);
            }

            var samples = Sample(latents);
            Warn(signs.Look(gan.Steps, samples, options.PictureSamples));
            picture = SavePicture(epoch, latents, samples);
            if (options.OnEpoch is { } onEpoch) onEpoch(Status(epoch, Report(epoch, show)));
            SaveCheckpoint(checkpoints);
            if (clock.Elapsed - lastPage < BetweenReports || gan.Steps == TotalSteps) continue;
            RunReport.Write(folder.Root, gan);
            lastPage = clock.Elapsed;
        }

        // The table ends with the run's last step.
        if (gan.Steps > lastRow) AppendRow(epoch, metrics, Report(epoch, show));
        folder.SaveWeights(gan);
        if (!gan.TakesSources && latents.Length >= 2 * gan.Latent)
        {
            var pairs = latents.AsSpan(0, Math.Min(latents.Length / (2 * gan.Latent), InterpolationColumns) * 2 * gan.Latent);
            folder.SaveInterpolation(Sample(Interpolation.Rows(pairs, gan.Latent, InterpolationColumns), ofEach: InterpolationColumns), gan.SampleShape);
        }

        var stopped = gan.Steps < TotalSteps;
        RunReport.Write(folder.Root, gan, stopped ? null : options.Evaluate?.Invoke(gan));
        return new RunOutcome(gan.Steps, picture, stopped);
    }

    private void PlayEpoch(int epoch, CheckpointFolder checkpoints, MetricsCsv metrics, Action<RunStatus> show, CancellationToken stop)
    {
        var batches = data.Batches(place);
        foreach (var batch in options.BatchesAhead is { } ahead ? Prefetch.Of(batches, ahead) : Prefetch.WhereItPays(batches))
        {
            if (gan.Steps == TotalSteps || stop.IsCancellationRequested) break;
            if (gan.TakesSources) gan.StepPairs(batch.Values.Span, batch.Sources.Span);
            else if (gan.Classes > 0) gan.Step(batch.Values.Span, batch.Labels.Span);
            else gan.Step(batch.Values.Span);
            place = place.Next;
            if (gan.Steps % options.StepsPerRow == 0) AppendRow(epoch, metrics, Report(epoch, show));
            else if (gan.Steps == 1 || gan.Steps % options.StepsPerReport == 0) Report(epoch, show);
            var checkpointIsDue = gan.Steps % options.StepsPerCheckpoint == 0;
            if ((checkpointIsDue || gan.Steps % options.Health.StepsPerCheck == 0) && FindDivergence() is not null) break;
            if (checkpointIsDue) SaveCheckpoint(checkpoints);
        }
    }

    private void CheckData()
    {
        var ofSource = data.SourceShape.Count == 0 ? 0 : data.SourceShape.Aggregate(1, (product, dimension) => product * dimension);
        if (gan.TakesSources && ofSource != gan.Latent)
        {
            throw new ArgumentException(ofSource == 0
                ? "The game is one of pairs, but the data have no sources; pass AlignedPairs or UnalignedPairs of the samples and of what they are made from."
                : string.Create(CultureInfo.InvariantCulture,
                    $"The game makes samples from sources of {gan.Latent} numbers, but those of the data have {ofSource}; "
                        + $"pass sources of the shape that the generator takes."));
        }

        if (!gan.TakesSources && ofSource > 0)
            throw new ArgumentException(
                "The data have sources, but the game makes samples from noise; pass the samples alone, or declare a generator whose input is a source.");
        if (gan.Classes == 0 || data.Classes > 0 && data.Classes <= gan.Classes) return;
        throw new ArgumentException(data.Classes == 0
            ? string.Create(CultureInfo.InvariantCulture,
                $"The game has {gan.Classes} classes, but the data have no labels; pass data with a label from 0 to {gan.Classes - 1} for each sample, "
                    + $"or declare the players without Classes.")
            : string.Create(CultureInfo.InvariantCulture,
                $"The game has {gan.Classes} classes, but the data have a label of {data.Classes - 1}; "
                    + $"declare both players with Classes = {data.Classes}, or pass other data."));
    }

    // The sources of pictures, from the data's first batches.
    private float[] FirstSources()
    {
        var sources = new List<float>();
        foreach (var batch in data.Batches(place))
        {
            sources.AddRange(batch.Sources.Span);
            if (sources.Count >= options.PictureSamples * gan.Latent) break;
        }

        return [.. sources.Take(options.PictureSamples * gan.Latent)];
    }

    private string? SavePicture(int epoch, float[] latents, float[] samples) => gan.TakesSources && data.SourceShape is [1 or 3, var height, var width]
        && gan.SampleShape is [1 or 3, var rows, var columns] && (rows, columns) == (height, width)
        ? folder!.SavePicture(
            epoch, SideBySide.Of(latents, data.SourceShape[0], samples, gan.SampleShape[0], height * width, out var channels), [channels, height, width])
        : folder!.SavePicture(epoch, samples, gan.SampleShape);

    /// <summary>Samples of each class in turn, where there are classes.</summary>
    /// <param name="latents">Their latents.</param>
    /// <param name="ofEach">How many of a class are side by side.</param>
    private float[] Sample(float[] latents, int ofEach = 1) => gan.Classes == 0
        ? gan.Sample(latents)
        : gan.Sample(latents, [.. Enumerable.Range(0, latents.Length / gan.Latent).Select(i => i / ofEach % gan.Classes)]);

    private string? FindDivergence() =>
        !gan.IsFinite() && Diverged.Find(gan.State()) is { } found ? FormattableString.Invariant($"After step {gan.Steps}, {found}") : null;

    /// <summary>Returns to the last checkpoint; all checkpoints are good.</summary>
    /// <returns>Whether there is one, and the options allow it.</returns>
    private bool RollBack(CheckpointFolder checkpoints, MetricsCsv metrics, string divergence)
    {
        if (options.Health.OnDivergence == OnDivergence.Stop || rollBacks == options.Health.MostRollBacks
            || checkpoints.Newest(gan) is not { Data: { } reached } good)
            return false;
        rollBacks++;

        // The checkpoint's learning rates, reduced once for each failure from it.
        good.Load(gan);
        gan.LearningRateScale *= Math.Pow(options.Health.LearningRateFactor, good.Step == lastGood ? rollBacksFromThere += 1 : rollBacksFromThere = 1);
        (lastGood, place, lastReport, lastCheckpoint) = (good.Step, reached, null, good.Step);
        metrics.RemoveAfter(good.Step);
        lastRow = Math.Min(lastRow, good.Step);
        Warn([FormattableString.Invariant(
            $"{divergence}: back to step {good.Step}, with learning rates of {gan.LearningRateScale:G3} times what is declared.")]);
        return true;
    }

    private void Warn(IEnumerable<string> warnings)
    {
        foreach (var warning in warnings)
        {
            progress?.Warn(warning);
            folder?.AppendWarning(gan.Steps, warning);
            options.OnWarning?.Invoke(warning);
        }
    }

    // A report waits for the device, so there is at most one per step.
    private StepReport Report(int epoch, Action<RunStatus> show)
    {
        if (lastReport is not null && lastReport.Step == gan.Steps) return lastReport;
        lastReport = gan.Report();
        clock.Tick(lastReport.Step);
        Warn(signs.Look(lastReport));
        var status = Status(epoch, lastReport);
        show(status);
        options.OnReport?.Invoke(status);
        return lastReport;
    }

    private RunStatus Status(int epoch, StepReport report) => new(
        epoch,
        options.Epochs ?? epoch,
        TotalSteps,
        place.BatchSize / Math.Max(clock.Recent.TotalSeconds, 1e-9),
        clock.Elapsed,
        clock.Left(TotalSteps - report.Step),
        report);

    private void AppendRow(int epoch, MetricsCsv metrics, StepReport report)
    {
        metrics.Append(epoch, report.Step * place.BatchSize, clock.Elapsed.TotalSeconds, report);
        lastRow = report.Step;
    }

    private void SaveCheckpoint(CheckpointFolder checkpoints)
    {
        if (gan.Steps == lastCheckpoint || gan.Steps == 0) return;
        checkpoints.Save(gan, place, options.Metric?.Invoke(gan.Report()));
        lastCheckpoint = gan.Steps;
    }
}
