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
    public static string Dom(string profile, Uri page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return Run([.. Headless(profile), "--dump-dom", page.AbsoluteUri]);
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
