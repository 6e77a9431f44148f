using System.Buffers.Binary;
using System.IO.Compression;

namespace GanDsl.Training.Tests;

/// <summary>Writes IDX files as the MNIST page describes them.</summary>
internal static class Idx
{
    public const uint ImagesMagic = 0x00000803;
    public const uint LabelsMagic = 0x00000801;

    public static byte[] Images(uint count, uint height, uint width, byte[] pixels) => [.. Header(ImagesMagic, count, height, width), .. pixels];

    public static byte[] Labels(byte[] labels) => [.. Header(LabelsMagic, (uint)labels.Length), .. labels];

    public static byte[] Header(params uint[] numbers)
    {
        var bytes = new byte[4 * numbers.Length];
        for (var i = 0; i < numbers.Length; i++) BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4 * i), numbers[i]);
        return bytes;
    }

    /// <summary>Pixels that differ from their neighbours: 0, 1, 2, …</summary>
    public static byte[] Counting(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)i)];

    public static byte[] Gzip(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal)) gzip.Write(content);
        return compressed.ToArray();
    }
}
