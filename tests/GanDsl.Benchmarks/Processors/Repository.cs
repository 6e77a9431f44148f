namespace GanDsl.Benchmarks.Processors;

/// <summary>The checkout that this program was built in.</summary>
internal static class Repository
{
    /// <exception cref="InvalidOperationException">The program does not lie in its checkout.</exception>
    public static string Folder(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GanDsl.sln"))) return Path.Combine(folder.FullName, name);
        }

        throw new InvalidOperationException($"{AppContext.BaseDirectory} lies in no checkout of GanDsl; the tests are run from theirs.");
    }
}
