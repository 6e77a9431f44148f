namespace GanDsl.Torch;

/// <summary>Removes from a library the need of versions that only the link marker of iostream's initialisation has.</summary>
/// <remarks>
/// From GCC 13 on, libstdc++ itself initialises std::cout and its like, no longer every object that includes iostream;
/// such objects carry an undefined symbol of version GLIBCXX_3.4.32 instead, so that they do not start with an older
/// library and uninitialised streams. The symbol has no relocation and is never called. It guards against nothing here:
/// libc10.so and libtorch_cpu.so, which are loaded before, are built the old way and construct std::ios_base::Init.
/// </remarks>
internal static class LinkMarkerPatch
{
    private const string Marker = "_ZSt21ios_base_library_initv";

    /// <summary>A copy of the file that asks <paramref name="library"/> for provided versions only.</summary>
    /// <param name="content">The file, which stays as it is.</param>
    /// <param name="path">Its name, for errors.</param>
    /// <param name="library">The library whose versions may be missing, by its soname.</param>
    /// <param name="provided">The versions that library provides here.</param>
    /// <returns>The patched copy, or null where no version is missing.</returns>
    /// <exception cref="TorchLibraryException">Real symbols need a missing version.</exception>
    /// <exception cref="ElfFormatException">The file is damaged or of another kind.</exception>
    public static byte[]? Apply(byte[] content, string path, string library, IReadOnlySet<string> provided)
    {
        var file = new ElfFile(content);
        var needs = ElfVersions.Needs(file).FindAll(need => need.Library == library);
        var missing = needs.FindAll(need => !need.IsWeak && !provided.Contains(need.Version));
        if (missing.Count == 0) return null;

        // Nothing binds through the entry, so any available version will do.
        var substitute = needs.Find(need => provided.Contains(need.Version))
            ?? throw Refusal(path, library, missing[0], "and none of the other versions it asks for is there either");
        var patched = content.AsSpan().ToArray();
        foreach (var need in missing)
        {
            var users = ElfVersions.Symbols(file, need.Index);
            if (users.Find(symbol => symbol != Marker) is { } symbol) throw Refusal(path, library, need, $"and its symbol {symbol} is of that version");
            CopyName(patched, substitute.FileOffset, need.FileOffset);
        }

        return patched;
    }

    // vna_hash at 0 and vna_name at 8; flags, index and the link to the next entry stay unchanged.
    private static void CopyName(byte[] content, int from, int to)
    {
        content.AsSpan(from, 4).CopyTo(content.AsSpan(to));
        content.AsSpan(from + 8, 4).CopyTo(content.AsSpan(to + 8));
    }

    private static TorchLibraryException Refusal(string path, string library, ElfVersionNeed need, string why) => new(
        $"{path} asks for version {need.Version} of {library}, which this system's does not have, {why}; "
        + $"install a newer {library} (Debian and Ubuntu: package libstdc++6), or use a TorchSharp built against this one.");
}
