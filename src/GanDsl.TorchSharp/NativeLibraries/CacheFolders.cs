namespace GanDsl.Torch;

/// <summary>Where patched copies are stored on Linux.</summary>
internal static class CacheFolders
{
    /// <summary>The user's cache folders, by the XDG base directory specification; they need not exist or be writable.</summary>
    public static IEnumerable<string> OfUser()
    {
        var candidates = new[]
        {
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") ?? "",
            InHome(Environment.GetEnvironmentVariable("HOME")),
            // The account's home folder, which the environment need not name.
            InHome(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify)),
        };
        return candidates.Where(Path.IsPathFullyQualified).Distinct(StringComparer.Ordinal).Select(folder => Path.Combine(folder, "GanDsl"));
    }

    private static string InHome(string? home) => string.IsNullOrEmpty(home) ? "" : Path.Combine(home, ".cache");
}
