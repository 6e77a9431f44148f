namespace GanDsl.Oracles;

/// <summary>A real browser.</summary>
public sealed class Chromium : IOracle
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly Lazy<string?> Found = new(() => Names.FirstOrDefault(name => SystemProgram.Run(name, "--version") is { Code: 0 }));

    /// <inheritdoc/>
    public static string Name => "Chromium";

    /// <inheritdoc/>
    public static string? Remedy => "apt-get install chromium";

    /// <inheritdoc/>
    public static bool IsThere => Found.Value is not null;

    /// <summary>The page as it stands once its scripts have run.</summary>
    /// <param name="profile">A folder of the browser's own.</param>
    /// <param name="page">The page.</param>
    /// <param name="width">The window's width in pixels.</param>
    /// <param name="isDark">Whether the user prefers dark pages.</param>
    public static string Dom(string profile, Uri page, int width = 1280, bool isDark = false)
    {
        ArgumentNullException.ThrowIfNull(page);
        return Run(
        [
            .. Headless(profile), FormattableString.Invariant($"--window-size={width},1600"), $"--blink-settings=preferredColorScheme={(isDark ? 0 : 1)}",
            "--dump-dom", page.AbsoluteUri,
        ]);
    }

    /// <summary>The page as it looks.</summary>
    public static void Screenshot(string profile, Uri page, string path)
    {
        ArgumentNullException.ThrowIfNull(page);
        Run([.. Headless(profile), "--window-size=1280,1600", $"--screenshot={path}", page.AbsoluteUri]);
    }

    // A user of its own: tests may run as root, where the sandbox refuses, and beside others.
    private static string[] Headless(string profile) =>
        ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=2000", $"--user-data-dir={profile}"];

    private static string Run(string[] arguments)
    {
        var browser = Found.Value ?? throw new InvalidOperationException($"{Name} is not there: {Remedy}.");
        var run = SystemProgram.Run(browser, arguments);
        return run is { Code: 0 } ? run.Output : throw new InvalidOperationException($"{browser} ended with {run?.Code}: {run?.Errors}");
    }
}
