using System.Text;
using GanDsl;
using GanDsl.Samples;
using GanDsl.Training;
using static GanDsl.Samples.CommandLine;

namespace FashionMnist;

/// <summary>The program, with the game as its last dependency.</summary>
internal static class App
{
    public const int Done = CommandLine.Done;
    public const int BadInput = CommandLine.BadInput;
    public const int Stopped = CommandLine.Stopped;
    public const int Diverged = 3;

    /// <summary>About twenty seconds on two cores; a checkpoint takes one percent of that.</summary>
    private const int StepsPerCheckpoint = 500;

    /// <summary>About two minutes on two cores over 60,000 images; nine of ten test images are then classified correctly.</summary>
    private const int ClassifierEpochs = 5;

    /// <summary>Parses, checks for all errors before anything is written, and runs the verb.</summary>
    /// <returns>
    /// 0 at the end; 2 after one line on <paramref name="err"/>: invalid options, bad data, an output that cannot be written, a libtorch or a device that does
    /// not open; 130 when stopped by Ctrl-C or SIGTERM, with everything saved; 3 when the game diverged.
    /// </returns>
    public static int Run<TShape>(string[] args, TextWriter @out, TextWriter err, Func<Backends, long, IGan> newGame)
        where TShape : struct, IShape =>
        CommandLine.Run(
            Options.Command(
                train: options => Train<TShape>(options, @out, newGame),
                resume: options => Resume<TShape>(options, @out, newGame),
                sample: options => Sample(options, @out, newGame),
                export: options => Export(options, @out, newGame),
                evaluate: options => Evaluate(options, @out, newGame)),
            args,
            @out,
            err);

    private static int Train<TShape>(Options options, TextWriter @out, Func<Backends, long, IGan> newGame)
        where TShape : struct, IShape
    {
        var data = Data<TShape>(options, out var choice);
        if (options.Batch > data.Count)
        {
            throw new DataFileException(
                choice.Images.Path, Text($"at least one batch of {options.Batch} images"), Text($"{data.Count}"), "pass a smaller --batch");
        }

        Folders.Open(options.Output);
        return Train(options, data, choice, @out, newGame, (run, progress, stop) => run.Train(progress, stop));
    }

    private static int Resume<TShape>(Options options, TextWriter @out, Func<Backends, long, IGan> newGame)
        where TShape : struct, IShape
    {
        // An older run's options that determine its data.
        var place = Newest(options).Data!;
        options = options with { Batch = place.BatchSize, Seed = place.Seed };
        var data = Data<TShape>(options, out var choice);
        if (data.Count != place.Samples)
            throw new DataFileException(choice.Images.Path, Text($"the {place.Samples} images of the run"), Text($"{data.Count}"), "pass the run's --data");
        return Train(options, data, choice, @out, newGame, (run, progress, stop) => run.Resume(progress, stop, options.OwnRandomNumbers));
    }

    private static int Sample(Options options, TextWriter @out, Func<Backends, long, IGan> newGame)
    {
        using var gan = Load(options, newGame);
        const string Name = "sample.png";
        var path = Path.Combine(Folders.Add(options.Output, Name), Name);
        var shape = gan.SampleShape;
        ImageGrid.Save(path, gan.Sample(gan.Noise(options.Count)), options.Count, shape[0], shape[1], shape[2], magnification: 2);
        @out.WriteLine(Text($"{options.Count} pictures after {gan.Steps} steps: {path}"));
        return Done;
    }

    private static int Export(Options options, TextWriter @out, Func<Backends, long, IGan> newGame)
    {
        using var gan = Load(options, newGame);
        const string Name = "generator.safetensors";
        var path = Path.Combine(Folders.Add(options.Output, Name, Path.ChangeExtension(Name, ".py"), Path.ChangeExtension(Name, ".onnx")), Name);
        Weights.Save(path, gan);
        @out.WriteLine(Text($"The generator's weights after {gan.Steps} steps: {path}"));
        var source = Path.ChangeExtension(path, ".py");
        AtomicFile.Write(source, stream => stream.Write(Encoding.UTF8.GetBytes(ClothingGenerator.ToPyTorch())));
        @out.WriteLine($"The same network for PyTorch, which loads them: {source}");
        var onnx = Path.ChangeExtension(path, ".onnx");
        OnnxFile.Save(onnx, ClothingGenerator.ToOnnx(), gan);
        @out.WriteLine($"And with them as a file of ONNX: {onnx}");
        return Done;
    }

    private static int Evaluate(Options options, TextWriter @out, Func<Backends, long, IGan> newGame)
    {
        var (training, test) = LabelledClothes.Both(options.Data);
        using var gan = Load(options, newGame);
        ClothingClassifier? classifier = null;
        string? report = null;
        try
        {
            var console = Consoles.On(@out);
            ProgressBars.Watch(console, @out, show => classifier = ClothingClassifier.Train(
                training, test, options.Seed, options.Epochs ?? ClassifierEpochs,
                fraction => show(Text($"A classifier learns from {training.Images.Count:N0} images"), fraction)));
            @out.WriteLine(Text(
                $"It classifies {classifier!.Accuracy:P1} of {test.Images.Count:N0} test images correctly. {options.Count} pictures after {gan.Steps} steps:"));
            var values = Evaluation.Of(count => gan.Sample(gan.Noise(count)), classifier, test, options.Count);
            foreach (var value in values) @out.WriteLine(value.ToString());
            report = RunReport.Write(options.Output, gan, values);
        }
        finally
        {
            classifier?.Dispose();
        }

        @out.WriteLine($"The table, beside the run's other numbers: {report}");
        return Done;
    }

    private static int Train<TShape>(
        Options options, ImageDataset<TShape> data, DataChoice choice, TextWriter @out, Func<Backends, long, IGan> newGame,
        Func<TrainingRun<TShape>, RunProgress, CancellationToken, RunOutcome> game)
        where TShape : struct, IShape
    {
        using var signals = new StopSignals();
        @out.WriteLine(choice.Says);
        using var gan = newGame(options.Backend, options.Seed);
        @out.WriteLine($"Playing on {gan.DeviceSummary}.");
        var progress = RunProgress.For(Consoles.On(@out), @out);
        TrainingRun<TShape>? run = null;
        using var log = new EventLog(Path.Combine(options.Output, "events"), path => run!.AddFile(path));
        run = new TrainingRun<TShape>(gan, data, new RunOptions(options.Output, options.Batch)
        {
            Epochs = options.EpochsOver(data.Count),
            Steps = options.Steps,
            StepsPerCheckpoint = StepsPerCheckpoint,
            Overwrite = options.Overwrite,
            OnReport = status => log.Opened.Write(status.Report),
            OnContinue = step => log.Opened.ContinueFrom(step),
        });
        var outcome = game(run, progress, signals.Token);
        var pictures = outcome.Picture ?? Path.Combine(Path.GetFullPath(options.Output), "samples");
        @out.WriteLine(Text($"{(outcome.Stopped ? "Stopped" : "Done")} after {outcome.Steps} steps; the pictures: {pictures}"));
        @out.WriteLine($"All of it on one page: {Path.Combine(Path.GetFullPath(options.Output), RunReport.FileName)}");
        if (outcome.Divergence is null) return outcome.Stopped ? Stopped : Done;
        @out.WriteLine($"The game has diverged. {outcome.Divergence}. The last checkpoint is a good one.");
        return Diverged;
    }

    private static IGan Load(Options options, Func<Backends, long, IGan> newGame)
    {
        var found = Newest(options);
        var gan = newGame(options.Backend, options.Seed);
        try
        {
            // Its own random numbers: --seed determines the pictures, on any backend.
            found.Load(gan, ownRandomNumbers: true);
            return gan;
        }
        catch
        {
            gan.Dispose();
            throw;
        }
    }

    private static Checkpoint Newest(Options options) => Checkpoint.Newest(Path.Combine(options.Output, "checkpoints"))
        ?? throw new DataFileException(
            options.Output,
            "the folder of a run with checkpoints",
            Directory.Exists(options.Output) ? "none" : "no such folder",
            "name a run's with --output, or train one");

    private static ImageDataset<TShape> Data<TShape>(Options options, out DataChoice choice)
        where TShape : struct, IShape
    {
        choice = DataChoice.Make(options.Data);
        return new ImageDataset<TShape>(choice.Images, options.Seed);
    }
}
