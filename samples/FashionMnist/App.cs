using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using GanDsl;
using GanDsl.Ilgpu;
using GanDsl.Training;
using Spectre.Console;

namespace FashionMnist;

/// <summary>The program, but for its last dependency: the game.</summary>
internal static class App
{
    public const int Done = 0;
    public const int BadInput = 2;
    public const int Stopped = 130;

    /// <summary>Parses, checks everything that can be wrong before anything is written, trains.</summary>
    /// <returns>0 at the end; 2 after one line on <paramref name="err"/>: nonsense options, bad data, an output that cannot be written, a libtorch or a device that does not open; 130 when stopped by Ctrl-C or SIGTERM, with everything saved.</returns>
    public static int Run<TShape>(string[] args, TextWriter @out, TextWriter err, Func<Options, IGan> newGame)
        where TShape : struct, IShape
    {
        try
        {
            // Our own signals and our own errors: the library would end the process after two seconds, and print a page.
            var parsed = Options.Command(options => Train<TShape>(options, @out, newGame)).Parse(args);
            return parsed.Errors.OrderBy(error => error.SymbolResult is not OptionResult).FirstOrDefault() is { } error
                ? Refuse(err, error.Message)
                : parsed.Invoke(new InvocationConfiguration { Output = @out, Error = err, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DllNotFoundException or DeviceException)
        {
            return Refuse(err, e.Message);
        }
    }

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

    private static int Refuse(TextWriter err, string message)
    {
        // One line, whatever stands in a file's name.
        err.WriteLine(string.Concat(message.Select(c => char.IsControl(c) ? ' ' : c)));
        return BadInput;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
