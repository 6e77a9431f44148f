using System.Buffers.Binary;
using System.IO.Compression;

namespace GanDsl.Training;

/// <summary>
/// PNGs of 16 bits a channel, all of their bits: SkiaSharp gives 8 of grey, and 11 of colours. It has read the file before, and found it whole
/// (<see href="https://www.w3.org/TR/png-3/">PNG, third edition</see>).
/// </summary>
internal static class DeepPng
{
    private const int Header = 8;
    private const int Grey = 0;
    private const int Colours = 2;
    private const int GreyAlpha = 4;

    // Adam7's seven passes: the first column and row, and the distances from one to the next.
    private static readonly (int X, int Y, int Right, int Down)[] passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>Whether a file is such a PNG.</summary>
    public static bool Is(ReadOnlySpan<byte> file) =>
        file.Length > 28 && file.StartsWith((ReadOnlySpan<byte>)[0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']) && file[24] == 16;

    /// <summary>Reads one.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="pixels">Red, green, blue and alpha of each pixel, row by row; colours are multiplied by alpha.</param>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static void Read(ReadOnlySpan<byte> file, Span<ushort> pixels)
    {
        var (width, height) = ((int)Number(file[16..]), (int)Number(file[20..]));
        var (colours, interlaced) = (file[25], file[28] == 1);
        using var packed = new MemoryStream();
        ushort[]? transparent = null;
        for (var at = Header; at + 12 <= file.Length;)
        {
            var length = (int)Math.Min(Number(file[at..]), (uint)(file.Length - at - 12));
            var content = file.Slice(at + 8, length);
            var type = file.Slice(at + 4, 4);
            if (type.SequenceEqual("IDAT"u8)) packed.Write(content);
            else if (type.SequenceEqual("tRNS"u8) && length % 2 == 0)
                transparent = [.. content.ToArray().Chunk(2).Select(pair => BinaryPrimitives.ReadUInt16BigEndian(pair))];
            at += 12 + length;
        }

        packed.Position = 0;
        using var rows = new ZLibStream(packed, CompressionMode.Decompress);
        foreach (var (x, y, right, down) in interlaced ? passes : [(0, 0, 1, 1)])
            ReadPass(rows, pixels, (width, height), (x, y, right, down), colours, transparent);
    }

    private static void ReadPass(
        Stream rows, Span<ushort> pixels, (int Width, int Height) size, (int X, int Y, int Right, int Down) pass, int colours, ushort[]? transparent)
    {
        var channels = colours switch { Grey => 1, Colours => 3, GreyAlpha => 2, _ => 4 };
        var across = (size.Width - pass.X + pass.Right - 1) / pass.Right;
        if (across == 0) return;
        var row = new byte[1 + (across * channels * 2)];
        var above = new byte[row.Length];
        for (var y = pass.Y; y < size.Height; y += pass.Down)
        {
            ReadRow(rows, row, above, channels * 2);
            for (var i = 0; i < across; i++)
            {
                var pixel = row.AsSpan(1 + (i * channels * 2), channels * 2);
                Put(pixel, colours, transparent, pixels.Slice(4 * ((y * size.Width) + pass.X + (i * pass.Right)), 4));
            }

            (row, above) = (above, row);
        }
    }

    /// <summary>Reads a row and undoes its filter; each of its first byte's five kinds predicts a byte from those left of it, above, and above that.</summary>
    private static void ReadRow(Stream rows, byte[] row, byte[] above, int distance)
    {
        try
        {
            rows.ReadExactly(row);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("rows are missing", e);
        }

        for (var i = 1; i < row.Length; i++)
        {
            int left = i > distance ? row[i - distance] : 0, up = above[i], corner = i > distance ? above[i - distance] : 0;
            row[i] += (byte)(row[0] switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                var other => throw new InvalidDataException($"there is no filter {other}"),
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (fromLeft, fromUp, fromCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - (2 * corner)));
        return fromLeft <= fromUp && fromLeft <= fromCorner ? left : fromUp <= fromCorner ? up : corner;
    }

    private static void Put(ReadOnlySpan<byte> pixel, int colours, ushort[]? transparent, Span<ushort> to)
    {
        Span<ushort> channels = stackalloc ushort[4];
        channels = channels[..(pixel.Length / 2)];
        for (var i = 0; i < channels.Length; i++) channels[i] = BinaryPrimitives.ReadUInt16BigEndian(pixel[(2 * i)..]);
        var isGrey = colours is Grey or GreyAlpha;
        long alpha = colours is Grey or Colours ? channels.SequenceEqual(transparent) ? 0 : ushort.MaxValue : channels[^1];
        for (var i = 0; i < 3; i++) to[i] = (ushort)(((channels[isGrey ? 0 : i] * alpha) + (ushort.MaxValue / 2)) / ushort.MaxValue);
        to[3] = (ushort)alpha;
    }

    private static uint Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
