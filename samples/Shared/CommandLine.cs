using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using GanDsl.Ilgpu;

namespace GanDsl.Samples;

/// <summary>Shared by the samples' command lines: culture-invariant options, and one-line errors.</summary>
public static class CommandLine
{
    public const int Done = 0;
    public const int BadInput = 2;
    public const int Stopped = 130;

    /// <summary>Parses and runs.</summary>
    /// <returns>
    /// What the command returns; 2 after one line on <paramref name="err"/>: invalid options, bad data, an output that cannot be written, a libtorch or a
    /// device that does not open.
    /// </returns>
    public static int Run(RootCommand command, string[] args, TextWriter @out, TextWriter err)
    {
        try
        {
            // Our own signals and our own errors: the library would end the process after two seconds, and print a page.
            var parsed = command.Parse(args);
            return parsed.Errors.OrderBy(error => error.SymbolResult is not OptionResult).FirstOrDefault() is { } error
                ? Refuse(err, error.Message)
                : parsed.Invoke(
                    new InvocationConfiguration { Output = @out, Error = err, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DllNotFoundException or DeviceException)
        {
            return Refuse(err, e.Message);
        }
    }

    /// <summary>A whole-number option with a default.</summary>
    public static Option<int> Number(string name, string description, int least, int most, int standard) => new(name)
    {
        Description = description,
        CustomParser = argument => (int)Parse(argument, name, least, most),
        DefaultValueFactory = _ => standard,
    };

    /// <summary>An optional whole-number option.</summary>
    public static Option<int?> OptionalNumber(string name, string description, int least, int most) => new(name)
    {
        Description = description,
        CustomParser = argument => (int?)Parse(argument, name, least, most),
    };

    /// <summary><c>--seed</c>.</summary>
    /// <param name="description">The help text.</param>
    public static Option<long> Seed(string description) => new("--seed")
    {
        Description = description,
        CustomParser = argument => Parse(argument, "--seed", long.MinValue, long.MaxValue),
        DefaultValueFactory = _ => 42,
    };

    /// <summary><c>--backend</c>.</summary>
    public static Option<Backends> Backend() => new("--backend")
    {
        Description = "torch (libtorch), or ilgpu (our own kernels: on CUDA or OpenCL where there is a GPU; on a CPU they are emulated, very slowly).",
        CustomParser = BackendOf,
        DefaultValueFactory = _ => Backends.Torch,
        HelpName = "torch|ilgpu",
    };

    /// <summary>Refuses an empty folder name.</summary>
    public static void NotEmpty<T>(Option<T> option)
    {
        ArgumentNullException.ThrowIfNull(option);
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
                result.AddError($"{option.Name}: expected a folder, found an empty name; leave the option out for the default.");
        });
    }

    /// <summary>Text in the invariant culture.</summary>
    public static string Text(FormattableString text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.ToString(CultureInfo.InvariantCulture);
    }

    private static int Refuse(TextWriter err, string message)
    {
        try
        {
            // One line, whatever a file's name contains.
            err.WriteLine(string.Concat(message.Select(c => char.IsControl(c) ? ' ' : c)));
        }
        catch (IOException)
        {
            // The terminal is gone, and nobody reads it.
        }

        return BadInput;
    }

    // The library's own parser would use the machine's culture, and its errors say less.
    private static long Parse(ArgumentResult argument, string name, long least, long most)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : string.Join(' ', argument.Tokens);
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        argument.AddError(Text($"{name}: expected a whole number from {least} to {most}, found '{text}'; see --help."));
        return 0;
    }

    private static Backends BackendOf(ArgumentResult argument)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : string.Join(' ', argument.Tokens);
        if (text == "torch") return Backends.Torch;
        if (text == "ilgpu") return Backends.Ilgpu;
        argument.AddError($"--backend: expected torch or ilgpu, found '{text}'; see --help.");
        return Backends.Torch;
    }
}
