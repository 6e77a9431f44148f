namespace GanDsl.Training.Tests;

public sealed class IdxFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false, "images")]
    [InlineData(true, "images.gz")]
    [InlineData(true, "compressed-under-a-plain-name")]
    [InlineData(false, "plain-under-a-compressed-name.gz")]
    public void ImagesAreRead_WhateverTheName(bool compressed, string name)
    {
        var content = Idx.Images(5, 2, 3, Idx.Counting(30));
        var images = IdxFile.ReadImages(folder.Write(name, compressed ? Idx.Gzip(content) : content));
        Assert.Equal((5, 2, 3), (images.Count, images.Height, images.Width));
        Assert.Equal(Idx.Counting(30), images.Pixels.ToArray());
        Assert.Equal(folder[name], images.Path);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void FilesBeyondOneBuffer_AreReadWhole(bool compressed)
    {
        var content = Idx.Images(5_000, 28, 28, Idx.Counting(5_000 * 784));
        var images = IdxFile.ReadImages(folder.Write("big", compressed ? Idx.Gzip(content) : content));
        Assert.True(images.Pixels.Span.SequenceEqual(Idx.Counting(5_000 * 784)));
    }

    [Fact]
    public void LabelsAreRead() => Assert.Equal([9, 0, 3], IdxFile.ReadLabels(folder.Write("labels", Idx.Labels([9, 0, 3]))));

    [Fact]
    public void AMissingFile_IsNamed() => Refused(folder["none"], "no such file", "check the path");

    [Fact]
    public void AMissingFolder_IsNamed() => Refused(Path.Combine(folder["none"], "images"), "no such file", "check the path");

    [Fact]
    public void AFolder_IsRefused() => Refused(folder.Path, "a folder");

    [Fact]
    public void AFileThatIsInUse_IsRefused()
    {
        var path = folder.Write("locked", Idx.Images(1, 2, 3, Idx.Counting(6)));
        using var locked = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Refused(path, "cannot be read", "permissions");
    }

    // A file that opens and fails to read is hard to come by elsewhere.
    [OracleFact<Linux>]
    public void ADiskThatCannotBeRead_IsSaid()
    {
        Refused("/proc/self/mem", "a read error", "check the disk");
    }

    [Fact]
    public void AnEmptyFile_IsRefused() => Refused(folder.Write("empty", []), "an IDX header of 16 bytes", "found 0 bytes");

    [Fact]
    public void ATruncatedHeader_IsRefused() => Refused(folder.Write("cut", Idx.Header(Idx.ImagesMagic, 5, 2)), "an IDX header of 16 bytes", "found 12 bytes");

    [Fact]
    public void LabelsForImages_AreRefusedByName() =>
        Refused(folder.Write("labels", Idx.Labels([1, 2])), "0x00000803", "0x00000801 (labels)", "pass the file of images");

    [Fact]
    public void ImagesForLabels_AreRefusedByName()
    {
        var path = folder.Write("images", Idx.Images(1, 1, 1, [7]));
        var error = Assert.Throws<DataFileException>(() => IdxFile.ReadLabels(path));
        Assert.Contains("expected the magic number 0x00000801 of IDX labels, found 0x00000803 (images)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherKindOfFile_IsRefused() => Refused(folder.Write("picture.png", [0x89, 0x50, 0x4E, 0x47, 1, 2, 3, 4]), "0x00000803", "0x89504E47");

    [Fact]
    public void TooFewPixels_AreRefused_WithBothNumbers() =>
        Refused(folder.Write("cut", Idx.Images(5, 2, 3, Idx.Counting(29))), "46 bytes for 5 × 2 × 3 images", "found 45", "truncated");

    [Fact]
    public void TooManyPixels_AreRefused() => Refused(folder.Write("long", Idx.Images(5, 2, 3, Idx.Counting(31))), "46 bytes for 5 × 2 × 3 images", "too long");

    [Theory]
    [InlineData(0u, 28u, 28u)]
    [InlineData(10u, 0u, 28u)]
    [InlineData(10u, 28u, 0xFFFFFFFFu)]
    [InlineData(0x7FFFFFFFu, 0x7FFFFFFFu, 0x7FFFFFFFu)]
    public void AbsurdDimensions_AreRefused(uint count, uint height, uint width) =>
        Refused(folder.Write("absurd", Idx.Images(count, height, width, Idx.Counting(100))), "dimensions of at least 1");

    [Fact]
    public void AHeaderThatPromisesGigabytes_CostsNoGigabytes()
    {
        var path = folder.Write("liar", Idx.Gzip(Idx.Images(2_000_000, 28, 28, Idx.Counting(100))));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(path, "truncated");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
    }

    [Fact]
    public void CorruptGzip_IsRefused()
    {
        var gzip = Idx.Gzip(Idx.Images(50, 2, 3, Idx.Counting(300)));
        gzip[^8] ^= 1; // its checksum
        Refused(folder.Write("corrupt.gz", gzip), "whole gzip data", "fetch the file again");
    }

    private static void Refused(string path, params string[] parts)
    {
        var error = Assert.Throws<DataFileException>(() => IdxFile.ReadImages(path));
        Assert.StartsWith(path + ": expected ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        foreach (var part in parts) Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }
}
