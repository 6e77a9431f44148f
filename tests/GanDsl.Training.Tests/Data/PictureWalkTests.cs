using System.Runtime.Versioning;
using SkiaSharp;

namespace GanDsl.Training.Tests;

/// <summary>What in a folder is a picture, and what is said of the rest.</summary>
public sealed class PictureWalkTests : IDisposable
{
    private static readonly ImageFolderOptions Labelled = new() { LabelsFromFolders = true };

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Of notebooks, of archives of macOS, of disk stations and of Windows: neither pictures nor classes.</summary>
    [Fact]
    public void WhatIsHiddenOrASystems_IsNeitherAPictureNorAClass()
    {
        folder.Case(
            "one.png", "cat/1.png", "dog/1.png", ".ipynb_checkpoints/1-checkpoint.png", "__MACOSX/cat/1.png", "cat/._1.png", "cat/@eaDir/1.png",
            "$RECYCLE.BIN/1.png", "System Volume Information/1.png", "dog/lost+found/1.png", ".Trash/1.png");
        foreach (var name in new[] { "cat/Thumbs.db", "cat/desktop.ini", ".DS_Store", "labels.csv" }) folder.WriteIn(name, [1]);

        var source = new ImageFolder<S1x8x8>(folder.Path, seed: 1, Labelled);
        Assert.Equal((2, 2), (source.Count, source.Classes));
        Assert.Equal(["cat", "dog"], source.ClassNames);
        Assert.Equal(
            ["$RECYCLE.BIN", ".Trash", ".ipynb_checkpoints", "System Volume Information", "__MACOSX", "cat/._1.png", "cat/@eaDir", "dog/lost+found"],
            Names(source, LeftOutReason.Hidden));
        Assert.Equal([".DS_Store", "cat/Thumbs.db", "cat/desktop.ini", "labels.csv"], Names(source, LeftOutReason.NoPicture));
        Assert.Equal(
            $"{folder.Path}: 8 left out, hidden or a system's: $RECYCLE.BIN, .Trash, .ipynb_checkpoints, ….",
            Assert.Single(source.Warnings));
    }

    [Fact]
    public void AFolderThatIsItselfHidden_IsReadAllTheSame()
    {
        folder.Case("one.png", ".cache/pictures/1.png");
        Assert.Equal(1, new ImageFolder<S1x8x8>(folder[".cache"], seed: 1).Count);
    }

    /// <summary>As torchvision has it. What is in the folder but not read is said.</summary>
    [Fact]
    public void AClassWithoutPictures_IsRefused_UnlessItMayKeepItsLabel()
    {
        for (var i = 0; i < 10; i++)
        {
            Directory.CreateDirectory(folder[FormattableString.Invariant($"{i}")]);
            if (i != 3) folder.Case("one.png", FormattableString.Invariant($"{i}/1.png"), FormattableString.Invariant($"{i}/deep/2.png"));
        }

        folder.WriteIn("3/1.tif", [1]);
        Assert.Equal(
            $"{folder["3"]}: expected pictures in the folder of a class, found none but 1 of kinds that are not read (3/1.tif); put some there, remove it if "
                + "it is no class, or let it keep its label without any (AllowEmpty).",
            Assert.Throws<DataFileException>(() => new ImageFolder<S1x8x8>(folder.Path, seed: 1, Labelled)).Message);

        var source = new ImageFolder<S1x8x8>(folder.Path, seed: 1, Labelled with { AllowEmpty = true });
        Assert.Equal((10, 18), (source.Classes, source.Count));
        Assert.Equal("3", source.ClassNames[3]);
        Assert.Equal([0, 1, 2, 4, 5, 6, 7, 8, 9], source.Batches(18).Single().Labels.ToArray().Distinct().Order());
        Assert.Contains($"{folder["3"]}: a class without pictures; G is asked for it, but never sees it.", source.Warnings);
    }

    [Fact]
    public void WithoutLabels_EmptyFoldersMeanNothing()
    {
        folder.Case("one.png", "a/1.png");
        Directory.CreateDirectory(folder["b"]);
        var source = new ImageFolder<S1x8x8>(folder.Path, seed: 1);
        Assert.Equal((1, 0), (source.Count, source.Classes));
        Assert.Empty(source.Warnings);
    }

    [UnixFact]
    public void LinksInACircle_GiveEachPictureOnce()
    {
        for (var i = 0; i < 6; i++) folder.Case("one.png", FormattableString.Invariant($"deep/{i}.png"));
        Directory.CreateSymbolicLink(folder["again"], ".");
        Directory.CreateSymbolicLink(folder["deep/up"], "..");
        Directory.CreateSymbolicLink(folder["deep/far"], "../..");
        Directory.CreateSymbolicLink(folder["twice"], "deep");
        var source = new ImageFolder<S1x8x8>(folder.Path, seed: 1);
        Assert.Equal(6, source.Count);
        Assert.Equal(["again", "deep/far", "deep/up", "twice"], Names(source, LeftOutReason.Again));
        Assert.Equal(
            $"{folder.Path}: 4 left out, links to folders whose pictures are taken already: again, deep/far, deep/up, ….", Assert.Single(source.Warnings));
    }

    /// <summary>Classes that are elsewhere, and a root that is a link.</summary>
    [UnixFact]
    public void LinksToFoldersElsewhere_AreFollowed_EachOnce()
    {
        folder.Case("one.png", "elsewhere/cats/1.png", "elsewhere/cats/2.png", "elsewhere/dogs/1.png", "pictures/mice/1.png");
        Directory.CreateSymbolicLink(folder["pictures/cats"], folder["elsewhere/cats"]);
        Directory.CreateSymbolicLink(folder["pictures/dogs"], "../elsewhere/dogs");
        Directory.CreateSymbolicLink(folder["pictures/zoo"], folder["elsewhere"]);
        Directory.CreateSymbolicLink(folder["link"], "pictures");
        File.CreateSymbolicLink(folder["pictures/mice/2.png"], folder["elsewhere/dogs/1.png"]);
        foreach (var root in new[] { "pictures", "link" })
        {
            var source = new ImageFolder<S1x8x8>(folder[root], seed: 1);
            Assert.Equal(5, source.Count);
            Assert.Equal(["zoo/cats", "zoo/dogs"], Names(source, LeftOutReason.Again));
            Assert.Equal(5, source.Batches(1).Count());
        }
    }

    /// <summary>A class on a disk that is not there must not shift the labels after it.</summary>
    [UnixFact]
    public void ALinkToNothing_KeepsItsLabel_OrIsRefused()
    {
        folder.Case("one.png", "ant/1.png", "cat/1.png", "cat/deep/2.png");
        Directory.CreateSymbolicLink(folder["bee"], "/nowhere/bee");
        Directory.CreateSymbolicLink(folder["cat/deep/more"], "more");
        File.CreateSymbolicLink(folder["list"], folder.WriteIn("cat/list.txt", [1]));
        Assert.Equal(
            $"{folder["bee"]}: expected pictures in the folder of a class, found none but a link to nothing; put some there, remove it if it is no class, "
                + "or let it keep its label without any (AllowEmpty).",
            Assert.Throws<DataFileException>(() => new ImageFolder<S1x8x8>(folder.Path, seed: 1, Labelled)).Message);

        var source = new ImageFolder<S1x8x8>(folder.Path, seed: 1, Labelled with { AllowEmpty = true });
        Assert.Equal(["ant", "bee", "cat"], source.ClassNames);
        Assert.Equal([0, 2], source.Batches(3).Single().Labels.ToArray().Distinct().Order());

        var unlabelled = new ImageFolder<S1x8x8>(folder.Path, seed: 1);
        Assert.Equal(3, unlabelled.Count);
        Assert.Equal(["bee", "cat/deep/more"], Names(unlabelled, LeftOutReason.Nothing));
        Assert.Equal(["cat/list.txt", "list"], Names(unlabelled, LeftOutReason.NoPicture));
        Assert.Equal($"{folder.Path}: 2 left out, links to nothing: bee, cat/deep/more.", Assert.Single(unlabelled.Warnings));
    }

    [UnixFact]
    public void ABackslashInAName_IsAPartOfIt()
    {
        folder.Case("one.png", @"cats\1.png", @"cats\2.png", @"dogs\1.png", @"deep\er/1.png");
        Assert.Equal(4, new ImageFolder<S1x8x8>(folder.Path, seed: 1).Batches(1).Count());
        foreach (var name in new[] { @"cats\1.png", @"cats\2.png", @"dogs\1.png" }) File.Delete(folder[name]);
        Assert.Equal([@"deep\er"], new ImageFolder<S1x8x8>(folder.Path, seed: 1, Labelled).ClassNames);
    }

    /// <summary>Each kind with its own picture of four columns, red, green, blue and white.</summary>
    [Fact]
    public void WebPBmpAndGif_AreRead()
    {
        folder.Case("one.webp", "w1.webp", "w2.WEBP");
        folder.Case("one.png", "p.png");
        Assert.Equal(3, new ImageFolder<S1x8x8>(folder.Path, seed: 1).Batches(1).Count());

        folder.WriteIn("kinds/a.bmp", Bmp());
        folder.WriteIn("kinds/b.gif", Gif());
        folder.WriteIn("kinds/c.webp", Columns(SKEncodedImageFormat.Webp));
        folder.WriteIn("kinds/d.png", Columns(SKEncodedImageFormat.Png));
        var count = 0;
        foreach (var batch in new ImageFolder<S3x2x4>(folder["kinds"], seed: 1).Batches(1))
        {
            count++;
            float[] expected = [1, -1, -1, 1, 1, -1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, -1, 1, 1, -1, -1, 1, 1];
            for (var i = 0; i < 24; i++) Assert.Equal(expected[i], batch.Values.Span[i], 0.05f);
        }

        Assert.Equal(4, count);
    }

    /// <summary>Of a picture that moves, the first frame, whose last pixel is white; in the second one all is red.</summary>
    [Fact]
    public void AJfifIsAJpeg_AndAGifsFirstFrameCounts()
    {
        folder.Write("a.jfif", PictureFiles.Encode(4, 2, (_, _) => SKColors.White, SKEncodedImageFormat.Jpeg));
        folder.Write("b.jpe", PictureFiles.Encode(4, 2, (_, _) => SKColors.White, SKEncodedImageFormat.Jpeg));
        byte[] gif = Gif();
        folder.Write("c.gif", [.. gif[..^1], .. Frame(isRed: true), .. gif[^1..]]);
        var source = new ImageFolder<S3x2x4>(folder.Path, seed: 1);
        Assert.Equal(3, source.Count);
        Assert.All(source.Batches(1).Select(batch => batch.Values.Span[8 + 3]).ToList(), green => Assert.Equal(1, green, 0.02f));
    }

    [Fact]
    public void KindsThatAreNotRead_AreNamed()
    {
        folder.WriteIn("a.tif", [1]);
        folder.WriteIn("deep/b.TIFF", [1]);
        Assert.Equal(
            $"{folder.Path}: expected pictures (PNG, JPEG, WebP, BMP or GIF), found none but 2 of kinds that are not read (a.tif, deep/b.TIFF); "
                + "pass the folder that they are in.",
            Assert.Throws<DataFileException>(() => new ImageFolder<S1x8x8>(folder.Path, seed: 1)).Message);

        folder.Case("one.png", "1.png");
        Assert.Equal(
            $"{folder.Path}: 2 left out, of kinds that are not read; PNG, JPEG, WebP, BMP or GIF are: a.tif, deep/b.TIFF.",
            Assert.Single(new ImageFolder<S1x8x8>(folder.Path, seed: 1).Warnings));
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void AFolderThatMayNotBeRead_IsFatal_OrLeftOut()
    {
        folder.Case("one.png", "open/1.png", "closed/1.png");
        File.SetUnixFileMode(folder["closed"], UnixFileMode.None);
        Unprivileged.Run(folder, () =>
        {
            Assert.StartsWith(
                $"{folder["closed"]}: expected a folder of pictures, found one that cannot be read (",
                Assert.Throws<DataFileException>(() => new ImageFolder<S1x8x8>(folder.Path, seed: 1)).Message,
                StringComparison.Ordinal);
            var source = new ImageFolder<S1x8x8>(folder.Path, seed: 1, new() { OnDamage = OnDamage.Skip });
            Assert.Equal(1, source.Count);
            Assert.Equal($"{folder.Path}: 1 left out, folders that cannot be read: closed.", Assert.Single(source.Warnings));
        });
        File.SetUnixFileMode(folder["closed"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static IEnumerable<string> Names(ImageFolder<S1x8x8> source, LeftOutReason reason) =>
        source.LeftOut.Where(other => other.Reason == reason).Select(other => other.Name).Order(StringComparer.Ordinal);

    private static SKColor Column(int x) => ((SKColor[])[new(255, 0, 0), new(0, 255, 0), new(0, 0, 255), new(255, 255, 255)])[x];

    private static byte[] Columns(SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(4, 2);
        for (var i = 0; i < 8; i++) bitmap.SetPixel(i % 4, i / 4, Column(i % 4));
        using var pixels = bitmap.PeekPixels();
        using var data = format == SKEncodedImageFormat.Webp
            ? pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, 100))
            : pixels.Encode(format, 100);
        return data!.ToArray();
    }

    // 24 bits a pixel, bottom row first, blue before red.
    private static byte[] Bmp()
    {
        byte[] row = [.. Enumerable.Range(0, 4).SelectMany(x => new[] { Column(x).Blue, Column(x).Green, Column(x).Red })];
        return [
            .. "BM"u8, 78, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 4, 0, 0, 0, 2, 0, 0, 0, 1, 0, 24, 0, 0, 0, 0, 0, 24, 0, 0, 0, .. new byte[16],
            .. row, .. row];
    }

    private static byte[] Gif() => [
        .. "GIF89a"u8, 4, 0, 2, 0, 0x81, 0, 0, .. Enumerable.Range(0, 4).SelectMany(x => new[] { Column(x).Red, Column(x).Green, Column(x).Blue }),
        .. Frame(isRed: false), 0x3B];

    // The colours of the table, 0 to 3 twice, each after a clear code (4) of 3 bits, and an end (5): no dictionary.
    private static byte[] Frame(bool isRed)
    {
        var codes = new[] { 0, 1, 2, 3, 0, 1, 2, 3 }.SelectMany(color => new[] { 4, isRed ? 0 : color }).Append(5).ToArray();
        var bytes = new byte[((codes.Length * 3) + 7) / 8];
        for (var bit = 0; bit < codes.Length * 3; bit++) bytes[bit / 8] |= (byte)(((codes[bit / 3] >> (bit % 3)) & 1) << (bit % 8));
        return [0x2C, 0, 0, 0, 0, 4, 0, 2, 0, 0, 2, (byte)bytes.Length, .. bytes, 0];
    }
}
