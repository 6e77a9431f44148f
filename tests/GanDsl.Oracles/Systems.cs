namespace GanDsl.Oracles;

/// <summary>Linux, for what only its files and processes do.</summary>
public sealed class Linux : IOracle
{
    /// <inheritdoc/>
    public static string Name => "Linux";

    /// <inheritdoc/>
    public static string? Remedy => null;

    /// <inheritdoc/>
    public static bool IsThere => OperatingSystem.IsLinux();
}

/// <summary>Any system but Windows.</summary>
public sealed class Unix : IOracle
{
    /// <inheritdoc/>
    public static string Name => "A system of the Unix family";

    /// <inheritdoc/>
    public static string? Remedy => null;

    /// <inheritdoc/>
    public static bool IsThere => !OperatingSystem.IsWindows();
}
