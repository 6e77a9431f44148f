namespace GanDsl.Torch;

/// <summary>A version that a file needs of a library: one Elf64_Vernaux.</summary>
/// <param name="Library">The library's soname, vn_file.</param>
/// <param name="Version">The version's name, vna_name.</param>
/// <param name="Index">The index in .gnu.version of the symbols that need it, vna_other.</param>
/// <param name="IsWeak">VER_FLG_WEAK: the loader does without it.</param>
/// <param name="FileOffset">Where the entry begins in the file.</param>
internal sealed record ElfVersionNeed(string Library, string Version, ushort Index, bool IsWeak, int FileOffset);

/// <summary>Symbol versions in an ELF file: what it needs, what it provides, which symbols use which.</summary>
internal static class ElfVersions
{
    private const int NeedSize = 16;        // Elf64_Verneed: vn_version, vn_cnt (2 bytes each), vn_file, vn_aux, vn_next (4)
    private const int AuxiliarySize = 16;   // Elf64_Vernaux: vna_hash (4), vna_flags, vna_other (2), vna_name, vna_next (4)
    private const int DefinitionSize = 20;  // Elf64_Verdef: vd_version, vd_flags, vd_ndx, vd_cnt (2), vd_hash, vd_aux, vd_next (4)
    private const int SymbolSize = 24;      // Elf64_Sym: st_name (4), …
    private const ushort WeakFlag = 2;
    private const ushort HiddenBit = 0x8000;

    /// <summary>Every version the file needs, in its order.</summary>
    public static List<ElfVersionNeed> Needs(ElfFile file)
    {
        var needs = new List<ElfVersionNeed>();
        if (file.Find(ElfSectionType.VersionNeeds) is not { } section) return needs;

        var strings = file.Linked(section);
        foreach (var need in Chain(file, section, first: 0, next: 12, section.Size / NeedSize))
        {
            var library = file.Text(strings, file.U32(section, need + 4));
            foreach (var at in Chain(file, section, need + file.U32(section, need + 8), next: 12, section.Size / AuxiliarySize))
            {
                var flags = file.U16(section, at + 4);
                var index = file.U16(section, at + 6);
                var version = file.Text(strings, file.U32(section, at + 8));
                needs.Add(new(library, version, index, (flags & WeakFlag) != 0, (int)(section.Offset + at)));
            }
        }

        return needs;
    }

    /// <summary>The names of the versions that the library defines.</summary>
    public static HashSet<string> Provided(ElfFile file)
    {
        var provided = new HashSet<string>(StringComparer.Ordinal);
        if (file.Find(ElfSectionType.VersionDefinitions) is not { } section) return provided;

        var strings = file.Linked(section);
        foreach (var definition in Chain(file, section, first: 0, next: 16, section.Size / DefinitionSize))
        {
            // The first Elf64_Verdaux names the version; further ones name what it inherits from.
            provided.Add(file.Text(strings, file.U32(section, definition + file.U32(section, definition + 12))));
        }

        return provided;
    }

    /// <summary>The names of the dynamic symbols that carry a version's index.</summary>
    public static List<string> Symbols(ElfFile file, ushort index)
    {
        if (file.Find(ElfSectionType.SymbolVersions) is not { } versions || file.Find(ElfSectionType.DynamicSymbols) is not { } symbols)
        {
            throw new ElfFormatException("it needs versions, but has no .gnu.version or .dynsym to tell which symbols need them");
        }

        var count = symbols.Size / SymbolSize;
        if (versions.Size / sizeof(ushort) != count) throw new ElfFormatException("its .gnu.version and .dynsym differ in length");

        var strings = file.Linked(symbols);
        var users = new List<string>();
        for (long i = 0; i < count; i++)
        {
            if ((file.U16(versions, i * sizeof(ushort)) & ~HiddenBit) != index) continue;
            users.Add(file.Text(strings, file.U32(symbols, i * SymbolSize)));
        }

        return users;
    }

    // Entries link to the next by a distance in bytes, 0 at the end.
    private static List<long> Chain(ElfFile file, ElfSection section, long first, int next, long most)
    {
        var entries = new List<long>();
        for (var at = first; ;)
        {
            if (entries.Count == most) throw new ElfFormatException("a chain of version entries is longer than its section");
            entries.Add(at);
            var distance = file.U32(section, at + next);
            if (distance == 0) return entries;
            at += distance;
        }
    }
}
