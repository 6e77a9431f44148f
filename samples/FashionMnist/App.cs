using GanDsl;
using GanDsl.Samples;
using GanDsl.Training;
using Spectre.Console;
using static GanDsl.Samples.CommandLine;

namespace FashionMnist;

/// <summary>The program, but for its last dependency: the game.</summary>
internal static class App
{
    public const int Done = CommandLine.Done;
    public const int BadInput = CommandLine.BadInput;
    public const int Stopped = CommandLine.Stopped;

    /// <summary>Parses, checks everything that can be wrong before anything is written, trains.</summary>
    /// <returns>0 at the end; 2 after one line on <paramref name="err"/>: nonsense options, bad data, an output that cannot be written, a libtorch or a device that does not open; 130 when stopped by Ctrl-C or SIGTERM, with everything saved.</returns>
    public static int Run<TShape>(string[] args, TextWriter @out, TextWriter err, Func<Options, IGan> newGame)
        where TShape : struct, IShape =>
        CommandLine.Run(Options.Command(options => Train<TShape>(options, @out, newGame)), args, @out, err);

    private static int Train<TShape>(Options options, TextWriter @out, Func<Options, IGan> newGame)
        where TShape : struct, IShape
    {
        using var signals = new StopSignals();
        var choice = DataChoice.Make(options.Data);
        var data = new ImageDataset<TShape>(choice.Images, options.Seed);
        if (options.Batch > data.Count)
        {
            throw new DataFileException(choice.Images.Path, Text($"at least one batch of {options.Batch} images"), Text($"{data.Count}"), "pass a smaller --batch");
        }

        var output = OutputFolder.Open(options.Output);
        @out.WriteLine(choice.Says);
        using var gan = newGame(options);
        @out.WriteLine($"Playing on {gan.DeviceName}.");
        var progress = ProgressView.For(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(@out) }), @out);
        var outcome = progress.Watch(show => new TrainingLoop<TShape>(gan, data, output, options).Run(show, signals.Token));
        @out.WriteLine(Text($"{(outcome.Stopped ? "Stopped" : "Done")} after {outcome.Steps} steps; the pictures: {outcome.Picture}"));
        return outcome.Stopped ? Stopped : Done;
    }
}
