using System.ComponentModel;
using System.Diagnostics;

namespace GanDsl.Oracles;

/// <summary>A program of the machine's that has run to its end.</summary>
/// <param name="Code">What it ended with.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Errors">What it complained of.</param>
public sealed record SystemProgram(int Code, string Output, string Errors)
{
    /// <summary>Runs one; null where the machine has none of that name.</summary>
    public static SystemProgram? Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new SystemProgram(process.ExitCode, output, errors.Result);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
