using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GanDsl.Tests.Torch.NativeLibraries;

/// <summary>Runs this test assembly's <see cref="Program"/> in a process of its own, in which nothing is loaded yet.</summary>
internal static class FreshProcess
{
    public static string Assembly { get; } = typeof(FreshProcess).Assembly.Location;

    public static (int ExitCode, string Output) Run(string assembly, string argument, params (string Name, string Value)[] environment)
    {
        var runtime = RuntimeEnvironment.GetRuntimeDirectory();
        var host = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        var start = new ProcessStartInfo(host, [assembly, argument]) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.Trim());
    }
}
