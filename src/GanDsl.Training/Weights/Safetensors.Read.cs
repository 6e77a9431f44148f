using System.Buffers.Binary;
using System.Text.Unicode;

namespace GanDsl.Training;

public static partial class Safetensors
{
    /// <summary>Reads a file, and validates all of it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFileException">
    /// It is missing, unreadable, truncated or over-long; its header is too long, not JSON, or names a tensor twice; an element type is neither F32 nor I64;
    /// offsets overlap, leave holes, or are not those of the shape.
    /// </exception>
    public static SafetensorsFile Read(string path)
    {
        using var file = InputFile.Open(path, "a safetensors file");
        try
        {
            var header = ReadHeader(file, path);
            var data = file.Position;
            var (entries, metadata) = SafetensorsHeader.Parse(path, header);
            CheckLayout(path, entries, file.Length - data);
            var tensors = new List<NamedTensor>(entries.Count);
            foreach (var entry in entries)
            {
                file.Position = data + entry.Begin;
                tensors.Add(new NamedTensor(entry.Name, entry.Shape, ReadElements(file, entry)));
            }

            return new SafetensorsFile(tensors, metadata);
        }
        catch (Exception e) when (e is IOException and not DataFileException)
        {
            throw new DataFileException(path, "a safetensors file", $"a read error ({e.Message.TrimEnd('.')})", "check the disk", e);
        }
    }

    private static byte[] ReadHeader(FileStream file, string path)
    {
        Span<byte> length = stackalloc byte[LengthBytes];
        var read = file.ReadAtLeast(length, length.Length, throwOnEndOfStream: false);
        if (read < length.Length)
            throw new DataFileException(path, $"the {Text(LengthBytes)} bytes of the header's length", $"{Text(read)} bytes, it is truncated", FreshCopy);
        var declared = BinaryPrimitives.ReadUInt64LittleEndian(length);
        var longest = Math.Min(LongestHeader, file.Length - LengthBytes);
        if (declared < 2 || declared > (ulong)longest)
        {
            throw new DataFileException(
                path,
                $"a header of 2 to {Text(longest)} bytes",
                FormattableString.Invariant($"a length of {declared}"),
                "the file is truncated or no safetensors file: write or fetch it again");
        }

        var header = new byte[declared];
        file.ReadExactly(header);
        if (!Utf8.IsValid(header)) throw new DataFileException(path, "a header in UTF-8", "other bytes", FreshCopy);
        return header;
    }

    /// <summary>
    /// The data must be covered from first byte to last, without holes or overlaps: the format requires this, so that a file has no hidden content.
    /// </summary>
    private static void CheckLayout(string path, IReadOnlyList<SafetensorsEntry> entries, long bytes)
    {
        long end = 0;
        foreach (var entry in entries.OrderBy(e => e.Begin).ThenBy(e => e.End))
        {
            if (entry.Begin != end)
                throw new DataFileException(
                    path, $"tensor {entry.Name} to begin at byte {Text(end)}, where the one before ends", $"it begins at {Text(entry.Begin)}", FreshCopy);
            end = entry.End;
        }

        if (end != bytes)
            throw new DataFileException(path, $"{Text(end)} bytes of elements", $"{Text(bytes)}, it is {(bytes < end ? "truncated" : "too long")}", FreshCopy);
    }

    private static TensorValues ReadElements(FileStream file, SafetensorsEntry entry) => entry.Type switch
    {
        SafetensorsType.F32 => new TensorValues.Float32(ReadLittleEndian(file, entry, sizeof(float), BinaryPrimitives.ReadSingleLittleEndian)),
        _ => new TensorValues.Int64(ReadLittleEndian(file, entry, sizeof(long), BinaryPrimitives.ReadInt64LittleEndian)),
    };

    private delegate T Decode<T>(ReadOnlySpan<byte> bytes);

    private static T[] ReadLittleEndian<T>(FileStream file, SafetensorsEntry entry, int size, Decode<T> decode)
    {
        var elements = new T[(entry.End - entry.Begin) / size];
        var buffer = new byte[64 * 1024];
        for (var first = 0; first < elements.Length;)
        {
            var count = Math.Min(buffer.Length / size, elements.Length - first);
            file.ReadExactly(buffer.AsSpan(0, count * size));
            for (var i = 0; i < count; i++) elements[first + i] = decode(buffer.AsSpan(i * size));
            first += count;
        }

        return elements;
    }
}
