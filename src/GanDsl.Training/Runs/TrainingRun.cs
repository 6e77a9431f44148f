using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

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
    private readonly BatchChecks<TShape> batches = new(gan, data);
    private Observers? observers;
    private RunFolder? folder;
    private TimeSpan lastPage;
    private int rollBacks;
    private DataPlace place = new(0, 0, 1, 1, 0);
    private bool isInStep;
    private StepReport? lastReport;
    private long lastRow;
    private long lastCheckpoint = -1;
    private long lastGood = -1;
    private int rollBacksFromThere;

    private long TotalSteps => Math.Min(options.Epochs is { } epochs ? (long)epochs * place.BatchesAnEpoch : long.MaxValue, options.Steps ?? long.MaxValue);

    /// <summary>
    /// Trains from the start to the end, or until asked to stop: then the step is finished; either way everything is saved. <see cref="RunOptions.Health"/>
    /// decides what happens if the game diverges. The folder is this run's alone meanwhile. An earlier run's files in it are replaced once this one's first
    /// checkpoint stands; until then it writes beside them.
    /// </summary>
    /// <remarks>
    /// Whatever else ends a run, an exception of the data or of <see cref="RunOptions.Metric"/> or a full disk, a checkpoint of the last whole step is saved
    /// before the exception leaves, if its numbers are finite and the disk takes it; a warning says which checkpoint is the last.
    /// </remarks>
    /// <param name="progress">Shows the run; null: nothing is shown.</param>
    /// <param name="stop">Requests a stop, see <see cref="StopSignals"/>.</param>
    /// <exception cref="ArgumentException">
    /// The options are inconsistent, the output is in the data's folder, the data are not of the game's shape or lack the labels that it needs, or the game has
    /// already taken steps.
    /// </exception>
    /// <exception cref="InvalidDataException">A sample has a number that is NaN or infinite; it is named, and no step was taken with it.</exception>
    /// <exception cref="DataFileException">
    /// The folder, or something in it, cannot be written to; another run is writing to it; or it has files in it that have the names of a run's files, but are
    /// no run's, see <see cref="RunOptions.Overwrite"/>. Earlier checkpoints are complete.
    /// </exception>
    public RunOutcome Train(RunProgress? progress = null, CancellationToken stop = default)
    {
        Check();
        if (gan.Steps > 0)
            throw new ArgumentException(
                FormattableString.Invariant($"The game has taken {gan.Steps} steps, and a run begins at the start; pass a new game, or resume."));
        place = DataPlace.Start(data, options.BatchSize);
        using var opened = folder = RunFolder.Begin(options);
        var latents = NewLatents();
        folder.SaveLatents(latents);
        var picture = SavePicture(0, latents, SampleGrid.Of(gan, latents));
        folder.BeginMetrics();
        return Show(progress, () => Play(latents, picture, stop));
    }

    /// <summary>
    /// Continues from the folder's newest complete checkpoint, as if the run had not been interrupted: bit for bit, see <see cref="Checkpoint.Load"/>. Warnings
    /// name the newer ones that cannot be used, and what has changed in the game's declaration.
    /// </summary>
    /// <param name="progress">Shows the run; null: nothing is shown.</param>
    /// <param name="stop">Requests a stop, see <see cref="StopSignals"/>.</param>
    /// <param name="ownRandomNumbers">
    /// Whether the game keeps its own random numbers, as one on another backend must; then it does not continue bit for bit.
    /// </param>
    /// <exception cref="ArgumentException">The options are inconsistent, or the data differ: in count, seed or <see cref="DataIdentity"/>.</exception>
    /// <exception cref="InvalidDataException">A sample has a number that is NaN or infinite; it is named, and no step was taken with it.</exception>
    /// <exception cref="DataFileException">
    /// There is no complete checkpoint that fits the game, another run is writing to the folder, or something cannot be written.
    /// </exception>
    public RunOutcome Resume(RunProgress? progress = null, CancellationToken stop = default, bool ownRandomNumbers = false)
    {
        Check();
        using var opened = folder = RunFolder.Continue(options);
        var found = folder.Checkpoints.Newest(gan)!;
        place = found.Data ?? throw new DataFileException(found.Path, "a run's checkpoint", "one without a place in the data", "load it by hand");
        place.CheckIn(data.Count, data.Seed, data.Identity);
        place = place with { Identity = data.Identity };
        if (place.BatchSize != options.BatchSize)
            throw new ArgumentException(
                FormattableString.Invariant($"The run has batches of {place.BatchSize}, not of {options.BatchSize}; go on with these."));
        var warnings = found.PassedOver.Select(other => $"a newer checkpoint is passed over, and stays: {other.Message}").ToList();
        warnings.AddRange(found.ChangesIn(gan).Select(change => $"the declaration has changed since step {found.Step}: {change}"));

        // Before the state: new latents would advance its random numbers.
        var latents = OldLatents(warnings);
        found.Load(gan, ownRandomNumbers);
        folder.RemoveWarningsAfter(gan.Steps);
        clock.Before = folder.ContinueMetrics(gan.Steps);
        (lastRow, lastCheckpoint) = (gan.Steps, gan.Steps);
        return Show(progress, () =>
        {
            Warn(warnings);
            observers!.Continue(gan.Steps);

            // The checkpoint at an epoch's end comes before the epoch's picture.
            var picture = folder.Picture(place.Epoch);
            if (place.Batch == 0) picture ??= SavePicture(place.Epoch, latents, SampleGrid.Of(gan, latents));
            return Play(latents, picture, stop);
        });
    }

    /// <summary>
    /// Marks a file that a callback writes to the run's folder as the run's own: a later run over this one removes it, as it does the run's other files.
    /// </summary>
    /// <param name="path">The file, in the run's folder.</param>
    /// <exception cref="InvalidOperationException">The run is not going on.</exception>
    /// <exception cref="DataFileException">The folder cannot be written to.</exception>
    public void AddFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        (folder ?? throw new InvalidOperationException("The run is not going on; add files from its callbacks.")).OwnExisting(Path.GetFullPath(path));
    }

    private void Check()
    {
        options.Check();
        DataChecks.Check(gan, data);
        DataFolders.Check(options.Output, data.Folders);
    }

    private float[] NewLatents() => gan.TakesSources ? FirstSources() : gan.Noise(options.PictureSamples);

    // Without them, a run's pictures are of others from now on: no reason not to go on.
    private float[] OldLatents(List<string> warnings)
    {
        try
        {
            return folder!.ReadLatents();
        }
        catch (DataFileException e)
        {
            warnings.Add($"pictures are of other latents from here on: {e.Message}");
            var latents = NewLatents();
            folder!.SaveLatents(latents);
            return latents;
        }
    }

    /// <summary>Runs within a display, which may fail at any time, or not begin.</summary>
    private RunOutcome Show(RunProgress? progress, Func<RunOutcome> play)
    {
        RunOutcome? outcome = null;
        ExceptionDispatchInfo? failure = null;
        RunOutcome PlayWith(Action<RunStatus> show)
        {
            observers = new Observers(options, progress, show, warning => Warn([warning]));
            try
            {
                return outcome = play();
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
                throw;
            }
        }

        if (progress is null) return PlayWith(_ => { });
        try
        {
            return progress.Watch(PlayWith);
        }
        catch (Exception e) when (failure?.SourceException != e && options.OnObserverError == OnObserverError.SwitchOff)
        {
            // It is the display itself that failed.
            failure?.Throw();
            return outcome ?? PlayWith(_ => { });
        }
    }

    private RunOutcome Play(float[] latents, string? picture, CancellationToken stop)
    {
        try
        {
            return PlayToEnd(latents, picture, stop);
        }
        catch (Exception e)
        {
            SaveBeforeLeaving(e);
            throw;
        }
    }

    private RunOutcome PlayToEnd(float[] latents, string? picture, CancellationToken stop)
    {
        Warn(DataChecks.Warnings(gan, data).Concat(batches.News()));
        clock.Start(gan.Steps);
        var epoch = place.Epoch;
        while (gan.Steps < TotalSteps && !stop.IsCancellationRequested)
        {
            epoch = place.Epoch + 1;
            PlayEpoch(epoch, stop);
            if (FindDivergence() is { } divergence)
            {
                if (RollBack(divergence)) continue;
                folder!.AppendWarning(gan.Steps, divergence);
                folder.WriteReport(gan);
                return new RunOutcome(gan.Steps, picture, Stopped: false, divergence);
            }

            SaveCheckpoint(epoch);
            var samples = SampleGrid.Of(gan, latents);
            Warn(signs.Look(gan.Steps, samples.Values, samples.Count, batches.SpreadOfReals));
            picture = SavePicture(epoch, latents, samples);
            if (gan.Steps > 0) TellEpoch(epoch);
            if (clock.Elapsed - lastPage < BetweenReports || gan.Steps == TotalSteps) continue;
            folder!.WriteReport(gan);
            lastPage = clock.Elapsed;
        }

        // The table ends with the run's last step.
        if (gan.Steps > lastRow) AppendRow(epoch, Report(epoch));
        folder!.SaveWeights(gan);
        if (!gan.TakesSources && latents.Length >= 2 * gan.Latent)
        {
            var pairs = latents.AsSpan(0, Math.Min(latents.Length / (2 * gan.Latent), InterpolationColumns) * 2 * gan.Latent);
            var rows = SampleGrid.Of(gan, Interpolation.Rows(pairs, gan.Latent, InterpolationColumns), ofEach: InterpolationColumns);
            folder.SaveInterpolation(rows.Values, rows.Shape);
        }

        var stopped = gan.Steps < TotalSteps;
        folder.WriteReport(gan);
        if (!stopped && options.Evaluate is { } evaluate) folder.WriteReport(gan, evaluate(gan));
        return new RunOutcome(gan.Steps, picture, stopped);
    }

    private void PlayEpoch(int epoch, CancellationToken stop)
    {
        var rest = data.Batches(place);
        var mayWait = data.IsInMemory ? CancellationToken.None : stop;
        foreach (var batch in options.BatchesAhead is { } ahead ? Prefetch.Of(rest, ahead, mayWait) : Prefetch.WhereItPays(rest, mayWait))
        {
            if (gan.Steps == TotalSteps || stop.IsCancellationRequested) break;
            Warn(batches.Look(batch, place));
            isInStep = true;
            if (gan.TakesSources) gan.StepPairs(batch.Values.Span, batch.Sources.Span);
            else if (gan.Classes > 0) gan.Step(batch.Values.Span, batch.Labels.Span);
            else gan.Step(batch.Values.Span);
            isInStep = false;
            place = place.Next;
            if (gan.Steps % options.StepsPerRow == 0) AppendRow(epoch, Report(epoch));
            else if (gan.Steps == 1 || gan.Steps % options.StepsPerReport == 0) Report(epoch);
            var checkpointIsDue = gan.Steps % options.StepsPerCheckpoint == 0;
            if ((checkpointIsDue || gan.Steps % options.Health.StepsPerCheck == 0) && FindDivergence() is not null) break;
            if (checkpointIsDue) SaveCheckpoint(epoch);
        }
    }

    /// <summary>Saves what can be saved, and says what that is, before an exception ends the run.</summary>
    private void SaveBeforeLeaving(Exception end)
    {
        var saved = true;
        try
        {
            if (isInStep || gan.Steps == 0) saved = false;
            else if (gan.Steps != lastCheckpoint && (saved = FindDivergence() is null)) WriteCheckpoint(metric: null);
        }
        catch (Exception e) when (e is DataFileException or InvalidOperationException or ExternalException)
        {
            // A full disk, or a device that is gone.
            (saved, end) = (false, e);
        }

        var last = lastCheckpoint > 0 ? FormattableString.Invariant($"the checkpoint of step {lastCheckpoint} is whole") : "there is no checkpoint";
        var lost = saved ? string.Empty : isInStep ? ", in the middle of a step" : ", which could not be saved";
        try
        {
            Warn([FormattableString.Invariant($"The run ends after step {gan.Steps}{lost}; {last}: {end.GetType().Name}, {end.Message}")]);
        }
        catch (Exception)
        {
            // The exception that ends the run is the one to be seen.
        }
    }

    // The sources of pictures, from the data's first batches.
    private float[] FirstSources()
    {
        var count = SampleGrid.Sources(gan, options.PictureSamples);
        var sources = new List<float>(count * gan.Latent);
        foreach (var batch in data.Batches(place))
        {
            sources.AddRange(batch.Sources.Span);
            if (sources.Count >= count * gan.Latent) break;
        }

        return [.. sources.Take(count * gan.Latent)];
    }

    private string? SavePicture(int epoch, float[] latents, SampleGrid samples)
    {
        var shown = gan.TakesSources ? samples.Beside(latents, data.SourceShape) : samples;
        return folder!.SavePicture(epoch, shown.Values, shown.Shape);
    }

    private string? FindDivergence() =>
        !gan.IsFinite() && Diverged.Find(gan.State()) is { } found ? FormattableString.Invariant($"After step {gan.Steps}, {found}") : null;

    /// <summary>Returns to the last checkpoint; all checkpoints are good.</summary>
    /// <returns>Whether there is one, and the options allow it.</returns>
    private bool RollBack(string divergence)
    {
        if (options.Health.OnDivergence == OnDivergence.Stop || rollBacks == options.Health.MostRollBacks
            || folder!.IsBeside || folder.Checkpoints.Newest(gan) is not { Data: { } reached } good)
            return false;
        rollBacks++;

        // The checkpoint's learning rates, reduced once for each failure from it.
        good.Load(gan);
        gan.LearningRateScale *= Math.Pow(options.Health.LearningRateFactor, good.Step == lastGood ? rollBacksFromThere += 1 : rollBacksFromThere = 1);
        (lastGood, place, lastReport, lastCheckpoint) = (good.Step, reached, null, good.Step);
        folder.Metrics.RemoveAfter(good.Step);
        clock.GoBack(good.Step);
        observers!.Continue(good.Step);
        Warn(good.PassedOver.Select(other => $"a newer checkpoint is passed over, and stays: {other.Message}"));
        lastRow = Math.Min(lastRow, good.Step);
        Warn([FormattableString.Invariant(
            $"{divergence}: back to step {good.Step}, with learning rates of {gan.LearningRateScale:G3} times what is declared.")]);
        return true;
    }

    private void Warn(IEnumerable<string> warnings)
    {
        foreach (var warning in warnings)
        {
            observers?.Warn(warning);
            folder?.AppendWarning(gan.Steps, warning);
        }
    }

    // A report waits for the device, so there is at most one per step.
    private StepReport Report(int epoch)
    {
        if (lastReport is not null && lastReport.Step == gan.Steps) return lastReport;
        lastReport = gan.Report();
        clock.Tick(lastReport.Step);
        Warn(signs.Look(lastReport));
        observers!.Report(Status(epoch, lastReport));
        return lastReport;
    }

    // A callback at an epoch's end may change the learning rates, which are part of the state.
    private void TellEpoch(int epoch)
    {
        if (options.OnEpoch is null) return;
        var before = gan.LearningRateScale;
        observers!.Epoch(Status(epoch, Report(epoch)));
        if (gan.LearningRateScale.Equals(before)) return;
        lastCheckpoint = -1;
        SaveCheckpoint(epoch);
    }

    private RunStatus Status(int epoch, StepReport report) => new(
        epoch,
        options.Epochs ?? epoch,
        TotalSteps,
        place.BatchSize / Math.Max(clock.Recent.TotalSeconds, 1e-9),
        clock.Elapsed,
        clock.Left(TotalSteps - report.Step),
        report);

    private void AppendRow(int epoch, StepReport report)
    {
        folder!.AppendRow(epoch, report.Step * place.BatchSize, clock.Elapsed.TotalSeconds, report);
        lastRow = report.Step;
    }

    private void SaveCheckpoint(int epoch)
    {
        if (gan.Steps == lastCheckpoint || gan.Steps == 0) return;
        WriteCheckpoint(options.Metric?.Invoke(Report(epoch)));
    }

    private void WriteCheckpoint(Metric? metric)
    {
        folder!.SaveCheckpoint(gan, place, metric);
        lastCheckpoint = gan.Steps;
    }
}
