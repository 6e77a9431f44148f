using GanDsl.Tests;

namespace GanDsl.Training.Tests.Reports;

/// <summary>A real browser, where the machine has one.</summary>
internal static class SystemChromium
{
    private static readonly string[] names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Its program, or null.</summary>
    public static string? Find() => names.FirstOrDefault(name => SystemProgram.Run(name, "--version") is not null);

    /// <summary>The page as it stands once its scripts have run.</summary>
    public static string Dom(string browser, string profile, Uri page) => Run(browser, [.. Headless(profile), "--dump-dom", page.AbsoluteUri]);

    /// <summary>The page as it looks.</summary>
    public static void Screenshot(string browser, string profile, Uri page, string path) => Run(browser, [.. Headless(profile), "--window-size=1280,1600", $"--screenshot={path}", page.AbsoluteUri]);

    // A user of its own: tests may run as root, where the sandbox refuses, and beside others.
    private static string[] Headless(string profile) => ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=2000", $"--user-data-dir={profile}"];

    private static string Run(string browser, string[] arguments)
    {
        var run = SystemProgram.Run(browser, arguments);
        return run is { Code: 0 } ? run.Output : throw new InvalidOperationException($"{browser} ended with {run?.Code}: {run?.Errors}");
    }
}
