using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GanDsl.Training.Tests;

/// <summary>Starts this program as a process of its own; see <see cref="Program"/>.</summary>
internal static class OwnProcess
{
    public static Process Start(params string[] arguments)
    {
        var host = Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        var start = new ProcessStartInfo(host, [typeof(OwnProcess).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A process lives for a second: no time to learn which methods are hot.
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start)!;
    }
}
