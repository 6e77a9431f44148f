using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace GanDsl.Training.Tests;

/// <summary>Runs something as a user whom permissions stop, also where tests run as root. On Linux a thread has its own user for files.</summary>
[UnsupportedOSPlatform("windows")]
internal static partial class Unprivileged
{
    private const int Nobody = 65534;

    /// <param name="folder">A folder that the user may look into.</param>
    /// <param name="action">What is run.</param>
    public static void Run(TempFolder folder, Action action)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            action();
            return;
        }

        // The thread's group stays root's.
        File.SetUnixFileMode(folder.Path, File.GetUnixFileMode(folder.Path) | UnixFileMode.GroupRead | UnixFileMode.GroupExecute);
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            var before = SetUser(Nobody);
            try
            {
                action();
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
            finally
            {
                _ = SetUser(before);
            }
        });
        thread.Start();
        thread.Join();
        failure?.Throw();
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int SetUser(int user);
}
