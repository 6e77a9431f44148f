using System.Runtime.InteropServices;

namespace GanDsl.Torch;

/// <summary>The folders in which an application's native libraries may lie.</summary>
internal static class NativeFolders
{
    /// <summary>The runtime identifier that packages use for this process, such as linux-x64.</summary>
    public static string RuntimeIdentifier { get; } = $"linux-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    /// <summary>The folders that exist, the likeliest first.</summary>
    public static List<string> All()
    {
        // The host lists here what the application's deps.json names, also where that is the package folder itself.
        var folders =
            (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).ToList();
        AddWithRuntimes(folders, AppContext.BaseDirectory);

        var assembly = Path.GetDirectoryName(typeof(TorchSharp.torch).Assembly.Location);
        if (!string.IsNullOrEmpty(assembly))
        {
            AddWithRuntimes(folders, assembly);
            // In a package the assembly is lib/<framework>/TorchSharp.dll.
            if (Directory.GetParent(assembly) is { Name: "lib", Parent: { } package }) AddWithRuntimes(folders, package.FullName);
        }

        return [.. folders.Select(Path.TrimEndingDirectorySeparator).Where(Directory.Exists).Distinct(StringComparer.Ordinal)];
    }

    private static void AddWithRuntimes(List<string> folders, string folder)
    {
        folders.Add(folder);
        folders.Add(Path.Combine(folder, "runtimes", RuntimeIdentifier, "native"));
    }
}
