using System.Globalization;

namespace GanDsl.Training;

/// <summary>
/// A run's folder while the run writes to it: marked as its own, and locked. A new run over an earlier one writes beside it, in <c>.new-run</c>, until its
/// first checkpoint stands; then it takes the earlier one's place, of which it removes what that one's mark lists.
/// </summary>
internal sealed class RunFolder : IDisposable
{
    private const string Remedy = "choose another";

    private readonly RunLock held;
    private readonly RunOptions options;
    private readonly RunProcess process = RunProcess.Current();
    private readonly List<string> earlier;
    private readonly List<string> files;
    private MetricsCsv? metrics;
    private CheckpointFolder? checkpoints;

    private RunFolder(RunOptions options, string output, string root, RunLock held, IEnumerable<string> earlier, IEnumerable<string> files)
    {
        (this.options, Output, Root, this.held) = (options, output, root, held);
        (this.earlier, this.files) = ([.. earlier], [.. files]);
    }

    /// <summary>The folder.</summary>
    public string Output { get; }

    /// <summary>Where files other than checkpoints go: the folder, or the one inside it beside an earlier run.</summary>
    public string Root { get; private set; }

    /// <summary>Whether there is an earlier run whose place this one has not yet taken.</summary>
    public bool IsBeside => Root != Output;

    /// <summary>The table of numbers, once it is open.</summary>
    public MetricsCsv Metrics => metrics!;

    /// <summary>The folder's checkpoints, an earlier run's among them until this one has taken its place.</summary>
    public CheckpointFolder Checkpoints => checkpoints!;

    /// <summary>Takes a folder for a new run. Nothing of an earlier one in it changes yet.</summary>
    /// <exception cref="DataFileException">
    /// It cannot be written to, another run is writing to it, or files are in the way: they have names of a run's files, but no run has marked them.
    /// </exception>
    public static RunFolder Begin(RunOptions options) => Lock(options, (output, held) =>
    {
        var mark = RunMark.Read(output);
        var inTheWay = RunNames.In(output).Except(mark is null ? [] : [.. mark.Files, RunMark.FileName]).ToList();
        if (inTheWay.Count > 0 && !options.Overwrite) throw RunNames.InTheWay(output, inTheWay);
        List<string> earlier =
            [.. (mark?.Files ?? []).Concat(inTheWay).Distinct().Where(name => name != RunMark.FileName && File.Exists(Path.Combine(output, name)))];
        var root = earlier.Count == 0 ? output : Path.Combine(output, RunNames.Beside);
        var folder = new RunFolder(options, output, root, held, earlier, []);
        new RunMark(folder.process, earlier).Write(output);
        folder.Open();
        return folder;
    });

    /// <summary>Takes the folder of a run to continue it.</summary>
    /// <exception cref="DataFileException">It has no checkpoints, cannot be written to, or another run is writing to it.</exception>
    public static RunFolder Continue(RunOptions options)
    {
        if (CheckpointName.In(Path.Combine(options.Output, RunNames.Checkpoints)).Count == 0)
        {
            throw new DataFileException(
                options.Output, "the folder of a run with checkpoints", Directory.Exists(options.Output) ? "none" : "no such folder",
                "name the folder of a run, or begin one");
        }

        return Lock(options, (output, held) =>
        {
            // A run of an earlier version has no mark: what has the names of a run's files is its own.
            var folder = new RunFolder(options, output, output, held, [], (RunMark.Read(output)?.Files ?? RunNames.In(output)).Except([RunMark.FileName]));
            folder.Open();
            return folder;
        });
    }

    /// <summary>Marks a file as the run's, before it is written.</summary>
    /// <param name="name">The file, relative to the folder.</param>
    /// <returns>Its full path.</returns>
    /// <exception cref="DataFileException">It is in the way: it was not there when the run began, and is not the run's.</exception>
    public string Own(string name)
    {
        Own([name]);
        return Path.Combine(Root, name);
    }

    /// <summary>Marks a file that somebody else writes for the run, such as an observer's.</summary>
    /// <param name="path">The file, in the run's folder; others are left alone.</param>
    public void OwnExisting(string path)
    {
        var name = Path.GetRelativePath(Output, path).Replace(Path.DirectorySeparatorChar, '/');
        if (Path.IsPathRooted(name) || name.Split('/').Contains("..") || files.Contains(name)) return;
        files.Add(name);
        WriteMark();
    }

    /// <summary>Writes the grid of an epoch.</summary>
    /// <returns>Its full path; null where samples are not pictures.</returns>
    public string? SavePicture(int epoch, float[] samples, IReadOnlyList<int> shape) => Save(RunNames.Grid(epoch), samples, shape);

    /// <summary>The grid of an epoch; null where there is none yet.</summary>
    public string? Picture(int epoch) => Path.Combine(Root, RunNames.Grid(epoch)) is var path && File.Exists(path) ? path : null;

    /// <summary>Writes rows of samples between latents.</summary>
    public void SaveInterpolation(float[] samples, IReadOnlyList<int> shape) => Save(RunNames.Interpolation, samples, shape);

    /// <summary>Starts the table of numbers.</summary>
    public void BeginMetrics() => Write(RunNames.Metrics, path => metrics = new MetricsCsv(path));

    /// <summary>Continues the table after a step.</summary>
    /// <returns>The time of its last row.</returns>
    public TimeSpan ContinueMetrics(long step)
    {
        var elapsed = TimeSpan.Zero;
        Write(RunNames.Metrics, path => metrics = MetricsCsv.Resume(path, step, out elapsed));
        return elapsed;
    }

    /// <summary>Adds a row to the table.</summary>
    public void AppendRow(int epoch, long images, double seconds, StepReport report) =>
        Guard(Path.Combine(Root, RunNames.Metrics), _ => Metrics.Append(epoch, images, seconds, report));

    /// <summary>Writes the latents that every picture is made from.</summary>
    public void SaveLatents(float[] latents) => Write(
        RunNames.Latents, path => Safetensors.Write(path, [new NamedTensor("latents", [latents.Length], new TensorValues.Float32(latents))]));

    /// <summary>Reads them.</summary>
    /// <exception cref="DataFileException">They are missing or damaged.</exception>
    public float[] ReadLatents() =>
        Path.Combine(Root, RunNames.Latents) is var path && Safetensors.Read(path).Tensors is [{ Values: TensorValues.Float32 latents }]
        ? latents.Elements
        : throw new DataFileException(path, "the latents of a run's pictures", "other tensors", "remove it");

    /// <summary>Writes G's weights.</summary>
    public void SaveWeights(IGan gan) => Write(RunNames.Weights, path => Weights.Save(path, gan));

    /// <summary>Saves a warning for the report.</summary>
    public void AppendWarning(long step, string warning) => Write(
        RunNames.Warnings,
        path => File.AppendAllText(path, string.Create(CultureInfo.InvariantCulture, $"{step}\t{warning.ReplaceLineEndings(" ")}\n")));

    /// <summary>Removes the warnings after a step: they are of an abandoned path.</summary>
    public void RemoveWarningsAfter(long step) => Write(RunNames.Warnings, path => RunContents.RemoveWarningsAfter(path, step));

    /// <summary>Writes the page with everything on it.</summary>
    public void WriteReport(IGan gan, IReadOnlyList<MetricValue>? metrics = null)
    {
        Own([RunNames.Report, .. metrics is null ? [] : (string[])[RunNames.Evaluation]]);
        Guard(Path.Combine(Root, RunNames.Report), _ => RunReport.Write(Root, gan, metrics));
    }

    /// <summary>Writes a checkpoint. The first one ends an earlier run.</summary>
    /// <exception cref="DataFileException">It cannot be written; those before it are unchanged.</exception>
    public void SaveCheckpoint(IGan gan, DataPlace place, Metric? metric)
    {
        Checkpoints.Save(gan, place, metric, name => Own(RunNames.Of(name)));
        if (IsBeside) TakeThePlace();
    }

    /// <summary>Closes the table, and gives the folder back.</summary>
    public void Dispose()
    {
        try
        {
            metrics?.Dispose();
        }
        finally
        {
            held.Dispose();
        }
    }

    private static RunFolder Lock(RunOptions options, Func<string, RunLock, RunFolder> open)
    {
        var output = WritableFolder.Make(options.Output, "an output folder", Remedy);
        var held = RunLock.Take(output);
        try
        {
            NewRun.Settle(output);
            return open(output, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private void Open()
    {
        WritableFolder.Make(Path.Combine(Root, RunNames.Samples), "an output folder", Remedy);
        checkpoints = CheckpointFolder.Open(Path.Combine(Output, RunNames.Checkpoints), options.KeepCheckpoints, options.LowerIsBetter);
        WriteMark();
    }

    private void Own(IEnumerable<string> names)
    {
        var others = names.Except(files).ToList();
        if (others.Count == 0) return;
        var inTheWay = others.Where(name => !earlier.Contains(name) && File.Exists(Path.Combine(Output, name))).ToList();
        if (inTheWay.Count > 0 && !options.Overwrite) throw RunNames.InTheWay(Output, inTheWay);

        // What was marked from outside while the run goes on, such as a report.
        files.AddRange((RunMark.Read(Root)?.Files ?? []).Except(files).Where(name => File.Exists(Path.Combine(Root, name))).ToList());

        // Of checkpoints that are removed again no trace stays.
        files.RemoveAll(name => name.StartsWith(RunNames.Checkpoints, StringComparison.Ordinal) && !File.Exists(Path.Combine(Output, name)));
        files.AddRange(others);
        WriteMark();
    }

    private void WriteMark() => Guard(Path.Combine(Root, RunMark.FileName), _ => new RunMark(process, files).Write(Root));

    private void Write(string name, Action<string> write) => Guard(Own(name), write);

    /// <summary>Writes a file, with one kind of exception for whatever the disk has against it.</summary>
    private static void Guard(string path, Action<string> write)
    {
        try
        {
            write(path);
        }
        catch (Exception e) when (e is (IOException or UnauthorizedAccessException) and not DataFileException)
        {
            throw new DataFileException(path, "room for it, in a folder that can be written to", e.Message.TrimEnd('.'), "make room, and resume the run", e);
        }
    }

    private string? Save(string name, float[] samples, IReadOnlyList<int> shape)
    {
        if (shape is not [1 or 3, var height, var width]) return null;
        var count = samples.Length / (shape[0] * height * width);
        var magnification = GridSize.Of(count, height, width).Magnification;
        Write(name, path => ImageGrid.Save(path, samples, count, shape[0], height, width, GridSize.Columns, GridSize.Gap, magnification));
        return Path.Combine(Root, name);
    }

    private void TakeThePlace()
    {
        // Windows does not rename open files.
        metrics?.Close();
        NewRun.TakeThePlace(Output, new RunMark(process, files), earlier);
        metrics?.Reopen(Path.Combine(Output, RunNames.Metrics));
        earlier.Clear();
        Root = Output;
    }
}
