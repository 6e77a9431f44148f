namespace GanDsl.Torch;

/// <summary>A section header's fields, as the file has them: not yet checked against its length.</summary>
internal sealed record ElfSection(ElfSectionType Type, long Offset, long Size, uint Link, uint Info);

/// <summary>The section types read here, by their names in elf.h.</summary>
internal enum ElfSectionType : uint
{
    /// <summary>SHT_DYNSYM.</summary>
    DynamicSymbols = 11,

    /// <summary>SHT_GNU_verdef.</summary>
    VersionDefinitions = 0x6ffffffd,

    /// <summary>SHT_GNU_verneed.</summary>
    VersionNeeds = 0x6ffffffe,

    /// <summary>SHT_GNU_versym.</summary>
    SymbolVersions = 0x6fffffff,
}
