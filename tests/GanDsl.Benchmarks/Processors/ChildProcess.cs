using System.Diagnostics;
using System.Text;
using GanDsl.Processors;

namespace GanDsl.Benchmarks.Processors;

/// <summary>Processes that are started under a setting: libraries read their variables when they are loaded.</summary>
internal static class ChildProcess
{
    /// <summary>What a process printed, on both of its outputs, and how it ended.</summary>
    public sealed record Outcome(int ExitCode, string Printed, double Seconds);

    /// <summary>This program again.</summary>
    public static Outcome Self(IEnumerable<(string Name, string Value)> variables, params string[] arguments)
    {
        var host = Environment.ProcessPath!;
        string[] program = Path.GetFileNameWithoutExtension(host) == "dotnet" ? [typeof(ChildProcess).Assembly.Location] : [];
        return Run(host, variables, [.. program, .. arguments]);
    }

    /// <summary>The command dotnet.</summary>
    public static Outcome Dotnet(IEnumerable<(string Name, string Value)> variables, params string[] arguments)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        return Run(host, [.. variables, ("DOTNET_CLI_UI_LANGUAGE", "en"), ("DOTNET_NOLOGO", "1")], arguments);
    }

    private static Outcome Run(string file, IEnumerable<(string Name, string Value)> variables, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in ProcessorSetting.AllVariables) start.Environment.Remove(name);
        foreach (var (name, value) in variables) start.Environment[name] = value;

        var (from, printed) = (Stopwatch.GetTimestamp(), new StringBuilder());
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return new Outcome(process.ExitCode, printed.ToString(), Stopwatch.GetElapsedTime(from).TotalSeconds);

        void Add(string? line)
        {
            // NNPACK warns on some processors, once a thread.
            if (line is null || line.Contains("NNPACK", StringComparison.Ordinal)) return;
            lock (printed) printed.Append(line).Append('\n');
        }
    }
}
