namespace GanDsl.Torch;

/// <summary>The C++ standard library of this process.</summary>
internal static class LibStdCpp
{
    public const string SoName = "libstdc++.so.6";

    /// <summary>The versions that the loaded library provides: the loader checks others against it.</summary>
    /// <exception cref="TorchLibraryException">None is loaded.</exception>
    public static HashSet<string> ProvidedVersions()
    {
        var path = PathIn(File.ReadLines("/proc/self/maps"))
            ?? throw new TorchLibraryException($"{SoName}, which libtorch needs, is not loaded; install it (Debian and Ubuntu: package libstdc++6).");
        return ElfVersions.Provided(new ElfFile(File.ReadAllBytes(path)));
    }

    /// <summary>The library's path in lines of /proc/self/maps: address, permissions, offset, device, inode, path.</summary>
    internal static string? PathIn(IEnumerable<string> maps)
    {
        foreach (var line in maps)
        {
            var slash = line.IndexOf('/', StringComparison.Ordinal);
            if (slash >= 0 && Path.GetFileName(line[slash..]).StartsWith(SoName, StringComparison.Ordinal)) return line[slash..];
        }

        return null;
    }
}
