using System.Diagnostics;
using System.Globalization;

namespace GanDsl.Training.Tests.Checkpoints;

/// <summary>A disk in memory that is soon full. Only root can make one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string path;

    private SmallDisk(string path) => this.path = path;

    public static SmallDisk Mount(string path, int kilobytes) =>
        TryMount(path, kilobytes) ?? throw new InvalidOperationException($"{SmallDisks.Name} is not there.");

    public static SmallDisk? TryMount(string path, int kilobytes)
    {
        Directory.CreateDirectory(path);
        return OperatingSystem.IsLinux()
            && Command.Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={kilobytes}k"), "tmpfs", path)
            ? new SmallDisk(path)
            : null;
    }

    public void Dispose() => Command.Run("umount", path);
}

/// <summary>Whether there can be disks that are soon full.</summary>
internal sealed class SmallDisks : IOracle
{
    private static readonly Lazy<bool> CanBeMade = new(() =>
    {
        using var folder = new TempFolder();
        using var disk = SmallDisk.TryMount(folder["disk"], kilobytes: 64);
        return disk is not null;
    });

    public static string Name => "The right to mount a disk, which root has outside of most containers,";

    public static string? Remedy => null;

    public static bool IsThere => CanBeMade.Value;
}

/// <summary>A folder that nobody can write to: its mode says so, and for root, whom modes do not bind, its mount.</summary>
internal sealed class ReadOnlyFolder : IDisposable
{
    private readonly string path;
    private readonly bool mounted;

    private ReadOnlyFolder(string path)
    {
        this.path = path;
        mounted = Command.Run("mount", "--bind", path, path) && Command.Run("mount", "-o", "remount,ro,bind", path);
        Command.Run("chmod", "555", path);
    }

    public static ReadOnlyFolder Make(string path) => new(path);

    public void Dispose()
    {
        if (mounted) Command.Run("umount", path);
        Command.Run("chmod", "755", path);
    }
}

internal static class Command
{
    public static bool Run(string name, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(name, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
