using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;

namespace GanDsl.Training;

/// <summary>
/// Files of the MNIST family. A header of big-endian 32-bit numbers (a magic number, then each dimension) and one byte per element
/// (<see href="http://yann.lecun.com/exdb/mnist/">LeCun, Cortes, Burges: the MNIST database</see>). Compressed files are recognised by their content, whatever
/// their name.
/// </summary>
public static class IdxFile
{
    private const uint ImagesMagic = 0x00000803;
    private const uint LabelsMagic = 0x00000801;
    private const string FreshCopy = "fetch the file again";

    /// <summary>Reads a file of images, magic number 0x00000803.</summary>
    /// <param name="path">The file, plain or compressed by gzip.</param>
    /// <exception cref="DataFileException">It is missing, unreadable, truncated, over-long, of another kind, or its compression is damaged.</exception>
    public static IdxImages ReadImages(string path)
    {
        var (dimensions, bytes) = Read(path, ImagesMagic, "images");
        return new IdxImages(path, dimensions[0], dimensions[1], dimensions[2], bytes);
    }

    /// <summary>Reads a file of labels, magic number 0x00000801.</summary>
    /// <param name="path">The file, plain or compressed by gzip.</param>
    /// <returns>One byte per image.</returns>
    /// <exception cref="DataFileException">It is missing, unreadable, truncated, over-long, of another kind, or its compression is damaged.</exception>
    public static byte[] ReadLabels(string path) => Read(path, LabelsMagic, "labels").Bytes;

    private static (int[] Dimensions, byte[] Bytes) Read(string path, uint magic, string kind)
    {
        using var file = InputFile.Open(path, $"an IDX file of {kind}");
        try
        {
            var gzip = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
            file.Position = 0;
            if (!gzip) return Content(file, path, magic, kind);
            using var content = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
            var read = Content(content, path, magic, kind);
            CheckGzipLength(file, path, (uint)(HeaderLength(read.Dimensions.Length) + (long)read.Bytes.Length));
            return read;
        }
        catch (InvalidDataException e)
        {
            throw new DataFileException(path, "whole gzip data", $"damage ({e.Message.TrimEnd('.')})", FreshCopy, e);
        }
        catch (Exception e) when (e is IOException and not DataFileException)
        {
            throw new DataFileException(path, $"an IDX file of {kind}", $"a read error ({e.Message.TrimEnd('.')})", "check the disk", e);
        }
    }

    private static (int[] Dimensions, byte[] Bytes) Content(Stream content, string path, uint magic, string kind)
    {
        Span<byte> number = stackalloc byte[4];
        var rank = (int)(magic & 0xFF);
        var read = content.ReadAtLeast(number, number.Length, throwOnEndOfStream: false);
        if (read == number.Length && BinaryPrimitives.ReadUInt32BigEndian(number) != magic)
        {
            var found = BinaryPrimitives.ReadUInt32BigEndian(number);
            throw new DataFileException(
                path, $"the magic number {Hex(magic)} of IDX {kind}", $"{Hex(found)}{Meaning(found)}", $"pass the file of {kind}, or fetch it again");
        }

        var dimensions = new int[rank];
        long elements = 1;
        for (var i = 0; i < rank; i++)
        {
            read += content.ReadAtLeast(number, number.Length, throwOnEndOfStream: false);
            if (read < 8 + (4 * i)) throw new DataFileException(path, $"an IDX header of {HeaderLength(rank)} bytes", $"{Text(read)} bytes", FreshCopy);
            var dimension = BinaryPrimitives.ReadUInt32BigEndian(number);
            elements = dimension is 0 or > int.MaxValue || elements * dimension > Array.MaxLength ? 0 : elements * dimension;
            if (elements == 0)
                throw new DataFileException(
                    path,
                    $"dimensions of at least 1 and at most {Text(Array.MaxLength)} bytes together",
                    $"dimension {i + 1} of {rank} is {Text(dimension)}",
                    FreshCopy);
            dimensions[i] = (int)dimension;
        }

        var shape = string.Join(" × ", dimensions.Select(d => Text(d)));
        return (dimensions, Elements(content, path, (int)elements, $"{Text(elements + HeaderLength(rank))} bytes for {shape} {kind}", HeaderLength(rank)));
    }

    // The buffer grows with the data actually read: a damaged header must not make us allocate two gigabytes.
    private static byte[] Elements(Stream content, string path, int count, string expected, int header)
    {
        var bytes = new byte[Math.Min(count, 1 << 20)];
        var filled = 0;
        while (true)
        {
            filled += content.ReadAtLeast(bytes.AsSpan(filled), bytes.Length - filled, throwOnEndOfStream: false);
            if (filled < bytes.Length) throw new DataFileException(path, expected, $"{Text(header + filled)}, it is truncated", FreshCopy);
            if (filled == count) break;
            Array.Resize(ref bytes, (int)Math.Min(count, 2L * bytes.Length));
        }

        if (content.ReadByte() != -1) throw new DataFileException(path, expected, "more, it is too long", FreshCopy);
        return bytes;
    }

    // GZipStream ends silently at a missing trailer or at bytes after it. The trailer's last number is the length (RFC 1952).
    private static void CheckGzipLength(FileStream file, string path, uint expected)
    {
        Span<byte> trailer = stackalloc byte[4];
        file.Seek(-trailer.Length, SeekOrigin.End);
        file.ReadExactly(trailer);
        var found = BinaryPrimitives.ReadUInt32LittleEndian(trailer);
        if (found != expected) throw new DataFileException(path, $"gzip data that end with their length, {Text(expected)}", Text(found), FreshCopy);
    }

    private static int HeaderLength(int rank) => 4 + (4 * rank);

    private static string Meaning(uint magic) => magic switch
    {
        ImagesMagic => " (images)",
        LabelsMagic => " (labels)",
        _ => string.Empty,
    };

    private static string Hex(uint number) => string.Create(CultureInfo.InvariantCulture, $"0x{number:X8}");

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
