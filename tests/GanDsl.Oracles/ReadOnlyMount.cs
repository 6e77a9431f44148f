namespace GanDsl.Oracles;

/// <summary>The right to mount, which makes a folder read-only also for root.</summary>
public sealed class ReadOnlyMounts : IOracle
{
    private static readonly Lazy<bool> CanBeMade = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("gandsl-mount-").FullName;
        try
        {
            using var mount = ReadOnlyMount.TryMake(folder);
            return mount is not null;
        }
        finally
        {
            Directory.Delete(folder);
        }
    });

    /// <inheritdoc/>
    public static string Name => "The right to mount a folder, which root has outside of most containers,";

    /// <inheritdoc/>
    public static string? Remedy => null;

    /// <inheritdoc/>
    public static bool IsThere => CanBeMade.Value;
}

/// <summary>A folder on a file system that is read-only until this is disposed.</summary>
public sealed class ReadOnlyMount : IDisposable
{
    private readonly string path;

    private ReadOnlyMount(string path) => this.path = path;

    /// <summary>Mounts an existing folder on itself, read-only.</summary>
    public static ReadOnlyMount Make(string path) => TryMake(path) ?? throw new InvalidOperationException($"{ReadOnlyMounts.Name} is not there.");

    /// <summary>The same; null where it cannot be done.</summary>
    public static ReadOnlyMount? TryMake(string path)
    {
        if (!OperatingSystem.IsLinux() || !Run("mount", "--bind", path, path)) return null;
        var mount = new ReadOnlyMount(path);
        if (Run("mount", "-o", "remount,ro,bind", path)) return mount;
        mount.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => Run("umount", path);

    private static bool Run(string program, params string[] arguments) => SystemProgram.Run(program, arguments) is { Code: 0 };
}
