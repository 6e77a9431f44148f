using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace GanDsl.Torch;

/// <summary>A 64-bit little-endian ELF file's sections, every read checked against the file's length.</summary>
/// <remarks>Layouts: System V gABI, chapter 4; symbol versions: the Linux Standard Base core specification, "Symbol Versioning".</remarks>
internal sealed class ElfFile
{
    private const int SectionHeaderSize = 64;
    private readonly byte[] _content;
    private readonly List<ElfSection> _sections;

    /// <exception cref="ElfFormatException">It is not an ELF file of 64 bits, little-endian, with section headers.</exception>
    public ElfFile(byte[] content)
    {
        _content = content;
        if (content.Length < 64 || !content.AsSpan(0, 4).SequenceEqual("\u007fELF"u8)) throw new ElfFormatException("it is not an ELF file");
        if (content[4] != 2 || content[5] != 1) throw new ElfFormatException("it is not a 64-bit little-endian ELF file");
        _sections = ReadSections();
    }

    /// <summary>The one section of this type, or null.</summary>
    /// <exception cref="ElfFormatException">There are several.</exception>
    public ElfSection? Find(ElfSectionType type)
    {
        var found = _sections.FindAll(section => section.Type == type);
        return found.Count <= 1 ? found.FirstOrDefault() : throw new ElfFormatException(Invariant($"it has {found.Count} sections of type {type}"));
    }

    /// <summary>The section that another one's sh_link names, such as its strings.</summary>
    public ElfSection Linked(ElfSection section) =>
        section.Link < _sections.Count
            ? _sections[(int)section.Link]
            : throw new ElfFormatException(Invariant($"a section links to section {section.Link} of {_sections.Count}"));

    public ushort U16(ElfSection section, long at) => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(section, at, sizeof(ushort)));

    public uint U32(ElfSection section, long at) => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(section, at, sizeof(uint)));

    /// <summary>The zero-ended string at an offset of a string table.</summary>
    public string Text(ElfSection strings, uint at)
    {
        var tail = Bytes(strings, at, Math.Max(0, strings.Size - at));
        var length = tail.IndexOf((byte)0);
        return length >= 0
            ? Encoding.UTF8.GetString(tail[..length])
            : throw new ElfFormatException(Invariant($"the string at {at} of its string table has no end"));
    }

    private List<ElfSection> ReadSections()
    {
        var table = BinaryPrimitives.ReadUInt64LittleEndian(_content.AsSpan(0x28));
        var entry = BinaryPrimitives.ReadUInt16LittleEndian(_content.AsSpan(0x3A));
        var count = BinaryPrimitives.ReadUInt16LittleEndian(_content.AsSpan(0x3C));
        if (count == 0 || entry != SectionHeaderSize) throw new ElfFormatException("it has no table of section headers");
        if (table > (ulong)_content.Length || (ulong)count * SectionHeaderSize > (ulong)_content.Length - table)
        {
            throw new ElfFormatException(Invariant($"its {count} section headers at {table} end beyond its {_content.Length} bytes"));
        }

        var sections = new List<ElfSection>(count);
        for (var i = 0; i < count; i++) sections.Add(ReadSection(_content.AsSpan((int)table + i * SectionHeaderSize, SectionHeaderSize)));
        return sections;
    }

    private static ElfSection ReadSection(ReadOnlySpan<byte> header) => new(
        (ElfSectionType)BinaryPrimitives.ReadUInt32LittleEndian(header[4..]),
        BinaryPrimitives.ReadInt64LittleEndian(header[24..]),
        BinaryPrimitives.ReadInt64LittleEndian(header[32..]),
        BinaryPrimitives.ReadUInt32LittleEndian(header[40..]),
        BinaryPrimitives.ReadUInt32LittleEndian(header[44..]));

    // Every read of a section goes through here, so a damaged file can ask for anything and gets this error.
    private ReadOnlySpan<byte> Bytes(ElfSection section, long at, long length)
    {
        if (section.Offset < 0 || section.Size < 0 || section.Offset > _content.Length || section.Size > _content.Length - section.Offset)
        {
            throw new ElfFormatException(Invariant($"a section of {section.Size} bytes at {section.Offset} ends beyond its {_content.Length} bytes"));
        }

        return at >= 0 && at <= section.Size && length <= section.Size - at
            ? _content.AsSpan((int)(section.Offset + at), (int)length)
            : throw new ElfFormatException(Invariant($"an entry of {length} bytes at {at} ends beyond its section of {section.Size} bytes"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
