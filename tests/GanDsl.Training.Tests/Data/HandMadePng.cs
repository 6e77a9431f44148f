using System.Buffers.Binary;
using System.IO.Compression;

namespace GanDsl.Training.Tests;

/// <summary>PNGs of 16 bits a channel, which SkiaSharp does not write.</summary>
internal static class HandMadePng
{
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="colours">The format's number: 0 grey, 2 colours, 4 grey with alpha, 6 colours with alpha.</param>
    /// <param name="level">The value of a channel of a pixel, by column, row and channel.</param>
    /// <param name="filter">The filter of a row, 0 to 4.</param>
    /// <param name="interlaced">Whether its rows are in Adam7's order.</param>
    /// <param name="transparent">The colour that is transparent; null: none.</param>
    public static byte[] Make(
        int width, int height, int colours, Func<int, int, int, int> level, Func<int, int>? filter = null, bool interlaced = false, int[]? transparent = null)
    {
        byte[] header = [.. Number(width), .. Number(height), 16, (byte)colours, 0, 0, (byte)(interlaced ? 1 : 0)];
        using var packed = new MemoryStream();
        using (var rows = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var columnsAndRows in interlaced ? Adam7(width, height) : [([.. Enumerable.Range(0, width)], [.. Enumerable.Range(0, height)])])
                WritePass(rows, columnsAndRows, colours switch { 0 => 1, 2 => 3, 4 => 2, _ => 4 }, level, filter ?? (_ => 0));
        }

        // In two pieces, as encoders write it.
        var data = packed.ToArray();
        return
        [
            0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n',
            .. Chunk("IHDR", header),
            .. transparent is null ? [] : Chunk("tRNS", [.. transparent.SelectMany(value => new[] { (byte)(value >> 8), (byte)value })]),
            .. Chunk("IDAT", data[..(data.Length / 2)]),
            .. Chunk("IDAT", data[(data.Length / 2)..]),
            .. Chunk("IEND", []),
        ];
    }

    // Each pixel of a square of 8 × 8 by its pass, as the standard draws it.
    private static IEnumerable<(int[] Columns, int[] Rows)> Adam7(int width, int height)
    {
        string[] square = ["16462646", "77777777", "56565656", "77777777", "36463646", "77777777", "56565656", "77777777"];
        for (var pass = '1'; pass <= '7'; pass++)
        {
            int[] rows = [.. Enumerable.Range(0, height).Where(y => square[y % 8].Contains(pass))];
            if (rows.Length == 0) continue;
            int[] columns = [.. Enumerable.Range(0, width).Where(x => square[rows[0] % 8][x % 8] == pass)];
            if (columns.Length > 0) yield return (columns, rows);
        }
    }

    private static void WritePass(Stream to, (int[] Columns, int[] Rows) pass, int channels, Func<int, int, int, int> level, Func<int, int> filter)
    {
        var above = new byte[pass.Columns.Length * channels * 2];
        foreach (var y in pass.Rows)
        {
            byte[] row = [.. pass.Columns.SelectMany(x => Enumerable.Range(0, channels).Select(c => level(x, y, c)))
                .SelectMany(value => new[] { (byte)(value >> 8), (byte)value })];
            to.WriteByte((byte)filter(y));
            for (var i = 0; i < row.Length; i++)
            {
                int left = i < channels * 2 ? 0 : row[i - (channels * 2)], up = above[i], corner = i < channels * 2 ? 0 : above[i - (channels * 2)];
                var prediction = filter(y) switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => Nearest(left + up - corner, left, up, corner) };
                to.WriteByte((byte)(row[i] - prediction));
            }

            above = row;
        }
    }

    // Of left, up and corner, in this order, the first of those nearest to the estimate.
    private static int Nearest(int estimate, params int[] candidates) => candidates.MinBy(candidate => Math.Abs(candidate - estimate));

    /// <summary>One chunk, with its checksum.</summary>
    public static byte[] Chunk(string type, byte[] content)
    {
        byte[] checkedPart = [.. type.Select(c => (byte)c), .. content];
        return [.. Number(content.Length), .. checkedPart, .. Number((int)Crc(checkedPart))];
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return ~crc;
    }
}
