using System.Runtime.InteropServices;

namespace GanDsl.Torch;

/// <summary>
/// Asks libgomp to let libtorch's threads sleep while they wait for each other. By default they spin for milliseconds, and where other programs want the
/// processors too, those that spin keep off the one that is waited for: on two cores at a load of eight, a step takes ten times as long.
/// </summary>
internal static partial class WaitingThreads
{
    private const string Policy = "OMP_WAIT_POLICY";

    // Either is the user's own decision.
    private static readonly string[] decisions = [Policy, "GOMP_SPINCOUNT"];

    /// <summary>
    /// Sets the policy in the process's native environment, which libgomp reads when it is loaded and .NET's own functions do not reach; not where the user has
    /// set one.
    /// </summary>
    public static void Sleep()
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            if (decisions.All(name => Get(name) == 0)) _ = Set(Policy, "PASSIVE", overwrite: 0);
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            // Another C library: only time is lost.
        }
    }

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Get(string name);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Set(string name, string value, int overwrite);
}
