using CsCheck;

namespace GanDsl.Training.Tests;

/// <summary>Damage of any kind is refused, or does not change what is read.</summary>
public sealed class IdxDamageTests : IDisposable
{
    private static readonly byte[] Pixels = [.. Enumerable.Range(0, 7 * 4 * 5).Select(i => (byte)(i * i))];
    private static readonly byte[] Plain = Idx.Images(7, 4, 5, Pixels);
    private static readonly byte[] Compressed = Idx.Gzip(Plain);

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void EveryTruncation_OfAPlainFile_IsRefused()
    {
        for (var length = 0; length < Plain.Length; length++) Assert.True(IsRefused(Plain[..length]), $"{length} bytes were read");
    }

    [Fact]
    public void EveryTruncation_OfACompressedFile_IsRefused()
    {
        for (var length = 0; length < Compressed.Length; length++) Assert.True(IsRefused(Compressed[..length]), $"{length} bytes were read");
    }

    [Fact]
    public void AnyExtension_OfAPlainFile_IsRefused() =>
        Gen.Byte.Array[1, 64].Sample(more => IsRefused([.. Plain, .. more]), threads: 1);

    [Fact]
    public void AnyExtension_OfACompressedFile_IsRefused() =>
        Gen.Byte.Array[1, 64].Where(more => !more.EndsWithLengthOf(Plain)).Sample(more => IsRefused([.. Compressed, .. more]), threads: 1);

    [Fact]
    public void ASecondGzipMember_IsRefused() => Assert.True(IsRefused([.. Compressed, .. Compressed]));

    [Fact]
    public void AnyFlippedHeaderByte_OfAPlainFile_IsRefused() =>
        Gen.Select(Gen.Int[0, 15], Gen.Byte[1, 255]).Sample((at, bits) => IsRefused(Flipped(Plain, at, bits)), threads: 1);

    [Fact]
    public void AnyFlippedHeaderByte_InsideACompressedFile_IsRefused() =>
        Gen.Select(Gen.Int[0, 15], Gen.Byte[1, 255]).Sample((at, bits) => IsRefused(Idx.Gzip(Flipped(Plain, at, bits))), threads: 1);

    [Fact]
    public void AnyFlippedByte_OfACompressedFile_IsRefusedOrHarmless() =>
        Gen.Select(Gen.Int[0, Compressed.Length - 1], Gen.Byte[1, 255]).Sample(
            (at, bits) => Read(Flipped(Compressed, at, bits)) is not { } images
                || (images is { Count: 7, Height: 4, Width: 5 } && images.Pixels.Span.SequenceEqual(Pixels)),
            threads: 1);

    [Fact]
    public void AnyBytesAtAll_AreReadOrRefused() => Gen.Byte.Array[0, 100].Sample(bytes => Read(bytes) is null, threads: 1);

    private static byte[] Flipped(byte[] content, int at, byte bits)
    {
        var copy = content.ToArray();
        copy[at] ^= bits;
        return copy;
    }

    private bool IsRefused(byte[] content) => Read(content) is null;

    private IdxImages? Read(byte[] content)
    {
        try
        {
            return IdxFile.ReadImages(folder.Write("images", content));
        }
        catch (DataFileException)
        {
            return null;
        }
    }
}

internal static class Trailers
{
    /// <summary>Whether bytes end as a gzip trailer of <paramref name="content"/> would: one chance in 2^32.</summary>
    public static bool EndsWithLengthOf(this byte[] bytes, byte[] content) =>
        bytes.Length >= 4 && BitConverter.ToUInt32(bytes.AsSpan(bytes.Length - 4)) == content.Length;
}
