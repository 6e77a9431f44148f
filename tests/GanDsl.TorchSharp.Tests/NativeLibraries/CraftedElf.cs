using System.Buffers.Binary;
using System.Text;

namespace GanDsl.Tests.Torch.NativeLibraries;

/// <summary>A minimal ELF64 file with the four sections of symbol versioning, laid out by the gABI and the LSB.</summary>
internal sealed class CraftedElf
{
    private const int HeaderSize = 64;
    private readonly List<byte> _strings = [0];

    /// <summary>What it needs: each library with its versions and their indices.</summary>
    public (string Library, (string Version, ushort Index, bool Weak)[] Versions)[] Needs { get; init; } = [];

    /// <summary>Its dynamic symbols with their entries in .gnu.version; the null symbol comes by itself.</summary>
    public (string Name, ushort Version)[] Symbols { get; init; } = [];

    /// <summary>The versions it defines.</summary>
    public string[] Definitions { get; init; } = [];

    public byte[] Build()
    {
        var needs = NeedBytes();
        var definitions = DefinitionBytes();
        var symbols = Symbols.Prepend(("", (ushort)0)).SelectMany(symbol => Bytes((4, Intern(symbol.Item1)), (4, 0), (8, 0), (8, 0))).ToArray();
        var versions = Symbols.Prepend(("", (ushort)0)).SelectMany(symbol => Bytes((2, symbol.Item2))).ToArray();

        // Section 1 is the string table that the others link to.
        (uint Type, byte[] Content, uint Link, int Count)[] sections =
        [
            (0, [], 0, 0),
            (3, [.. _strings], 0, 0),
            (11, symbols, 1, 0),
            (0x6fffffff, versions, 2, 0),
            (0x6ffffffe, needs, 1, Needs.Length),
            (0x6ffffffd, definitions, 1, Definitions.Length),
        ];
        sections = [.. sections.Where(section => section.Type == 0 || section.Content.Length > 0)];
        return [.. Header(sections.Length, HeaderSize + sections.Sum(section => section.Content.Length)), .. sections.SelectMany(section => section.Content),
            .. Headers(sections)];
    }

    private static byte[] Header(int sections, int table)
    {
        byte[] header = [0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, .. new byte[HeaderSize - 7]];
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(0x10), 3);       // ET_DYN
        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(0x28), (ulong)table);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(0x3A), 64);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(0x3C), (ushort)sections);
        return header;
    }

    private static IEnumerable<byte> Headers((uint Type, byte[] Content, uint Link, int Count)[] sections)
    {
        long offset = HeaderSize;
        foreach (var (type, content, link, count) in sections)
        {
            // sh_name, sh_type, sh_flags, sh_addr, sh_offset, sh_size, sh_link, sh_info, sh_addralign, sh_entsize
            foreach (var value in Bytes((4, 0), (4, type), (8, 0), (8, 0), (8, offset), (8, content.Length), (4, link), (4, count), (8, 0), (8, 0)))
                yield return value;
            offset += content.Length;
        }
    }

    private byte[] NeedBytes()
    {
        var bytes = new List<byte>();
        foreach (var (library, versions) in Needs)
        {
            var isLast = library == Needs[^1].Library;
            bytes.AddRange(Bytes((2, 1), (2, versions.Length), (4, Intern(library)), (4, 16), (4, isLast ? 0 : 16 + 16 * versions.Length)));
            foreach (var (version, index, weak) in versions)
            {
                bytes.AddRange(Bytes((4, Hash(version)), (2, weak ? 2 : 0), (2, index), (4, Intern(version)), (4, index == versions[^1].Index ? 0 : 16)));
            }
        }

        return [.. bytes];
    }

    private byte[] DefinitionBytes()
    {
        var bytes = new List<byte>();
        foreach (var version in Definitions)
        {
            bytes.AddRange(Bytes((2, 1), (2, 0), (2, 1), (2, 1), (4, Hash(version)), (4, 20), (4, version == Definitions[^1] ? 0 : 28)));
            bytes.AddRange(Bytes((4, Intern(version)), (4, 0)));
        }

        return [.. bytes];
    }

    private int Intern(string text)
    {
        if (text.Length == 0) return 0;
        var at = _strings.Count;
        _strings.AddRange(Encoding.UTF8.GetBytes(text));
        _strings.Add(0);
        return at;
    }

    /// <summary>The System V hash of symbol names, which the loader compares before the names.</summary>
    public static uint Hash(string name)
    {
        var hash = 0u;
        foreach (var character in name)
        {
            hash = (hash << 4) + character;
            var high = hash & 0xf0000000;
            hash = (hash ^ (high >> 24)) & ~high;
        }

        return hash;
    }

    private static byte[] Bytes(params (int Size, long Value)[] fields)
    {
        var bytes = new List<byte>();
        foreach (var (size, value) in fields) bytes.AddRange(BitConverter.GetBytes(value).Take(size));
        return [.. bytes];
    }
}
