using System.Globalization;
using SkiaSharp;

namespace GanDsl.Training.Tests;

public sealed class ImageFolderTests : IDisposable
{
    private static readonly SKColor Red = new(255, 0, 0);
    private static readonly SKColor Blue = new(0, 0, 255);
    private static readonly SKColor Green = new(0, 255, 0);
    private static readonly SKColor White = new(255, 255, 255);

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void APictureOfTheShape_IsGivenAsItIs_ChannelByChannel()
    {
        Png("a.png", 4, 2, (x, y) => new SKColor((byte)(10 * x), (byte)(100 + y), 255));
        var values = Only(new ImageFolder<S3x2x4>(folder.Path, seed: 1));
        for (var (i, y) = (0, 0); y < 2; y++)
        {
            for (var x = 0; x < 4; x++, i++)
            {
                Assert.Equal((10 * x / 127.5f) - 1, values[i], 1e-6f);
                Assert.Equal(((100 + y) / 127.5f) - 1, values[8 + i], 1e-6f);
                Assert.Equal(1, values[16 + i]);
            }
        }
    }

    [Fact]
    public void ColoursBecomeGrey_ByTheWeightsOfBt601()
    {
        Png("a.png", 3, 2, (_, _) => new SKColor(200, 100, 50));
        Assert.All(Only(new ImageFolder<S1x2x3>(folder.Path, seed: 1)), value =>
            Assert.Equal((((0.299 * 200) + (0.587 * 100) + (0.114 * 50)) / 127.5) - 1, value, 1e-5));
    }

    /// <summary>The middle square of a wide picture, or all of it.</summary>
    [Fact]
    public void AnotherShape_IsCroppedOrStretched()
    {
        Png("a.png", 8, 2, (x, _) => x is < 2 or >= 6 ? Red : Blue);
        var cropped = Only(new ImageFolder<S3x2x4>(folder.Path, seed: 1));
        Assert.All(cropped[..8], red => Assert.Equal(-1, red));
        Assert.All(cropped[16..], blue => Assert.Equal(1, blue));

        var stretched = Only(new ImageFolder<S3x2x4>(folder.Path, seed: 1, new() { Fit = PictureFit.Stretch }));
        Assert.True(stretched[0] > 0.9f && stretched[1] < -0.4f && stretched[3] > 0.9f, string.Join(" ", stretched));
    }

    /// <summary>Fine stripes become their mean, not one of them.</summary>
    [Fact]
    public void AMuchLargerPicture_IsSmoothed()
    {
        Png("a.png", 128, 64, (x, _) => x % 2 == 0 ? SKColors.White : SKColors.Black);
        Assert.All(Only(new ImageFolder<S3x2x4>(folder.Path, seed: 1)), value => Assert.InRange(value, -0.2f, 0.2f));
    }

    [Fact]
    public void WhatIsTransparent_IsBlack()
    {
        Png("a.png", 4, 2, (_, _) => new SKColor(255, 255, 255, 0));
        Assert.All(Only(new ImageFolder<S3x2x4>(folder.Path, seed: 1)), value => Assert.Equal(-1, value));
    }

    /// <summary>In about half of the epochs, in the same ones each time, and each picture in its own.</summary>
    [Fact]
    public void Flip_MirrorsByTheSeed()
    {
        Png("a.png", 4, 2, (x, _) => x == 0 ? Red : Blue);
        Png("b.png", 4, 2, (x, _) => x == 0 ? Red : Blue);
        var sides = Sides(seed: 1);
        Assert.InRange(sides.Count(isLeft => isLeft), 20, 60);
        Assert.Equal(sides, Sides(seed: 1));
        Assert.NotEqual(sides, Sides(seed: 2));
        Assert.NotEqual(sides.Where((_, i) => i % 2 == 0), sides.Where((_, i) => i % 2 == 1));

        bool[] Sides(long seed)
        {
            var source = new ImageFolder<S3x2x4>(folder.Path, seed, new() { Flip = true });
            return [.. Enumerable.Range(0, 40).SelectMany(_ => source.Batches(1).Select(batch => batch.Values.Span[0] > batch.Values.Span[3]).ToArray())];
        }
    }

    [Fact]
    public void Labels_AreTheFoldersInTheOrderOfTheirNames()
    {
        Png("shoes/1.png", 4, 2, (_, _) => Red);
        Png("coats/deep/2.PNG", 4, 2, (_, _) => Blue);
        Png("coats/3.png", 4, 2, (_, _) => Blue);
        var source = new ImageFolder<S3x2x4>(folder.Path, seed: 1, new() { LabelsFromFolders = true });

        Assert.Equal(["coats", "shoes"], source.ClassNames);
        Assert.Equal(2, source.Classes);
        Assert.Equal(3, source.Count);
        foreach (var batch in source.Batches(1)) Assert.Equal(batch.Values.Span[0] == 1 ? 1 : 0, batch.Labels.Span[0]);
        Assert.Equal(0, new ImageFolder<S3x2x4>(folder.Path, seed: 1).Classes);
    }

    [Fact]
    public void APictureBesideTheClasses_IsRefused()
    {
        Png("shoes/1.png", 4, 2, (_, _) => Red);
        Png("2.png", 4, 2, (_, _) => Red);
        var error = Assert.Throws<DataFileException>(() => new ImageFolder<S3x2x4>(folder.Path, seed: 1, new() { LabelsFromFolders = true }));
        Assert.Equal(
            $"{folder["2.png"]}: expected a picture in a folder of its class, found one beside these folders; move it into one, "
                + "or take no labels from folders.",
            error.Message);
    }

    [Theory]
    [InlineData(OnDamage.Stop)]
    [InlineData(OnDamage.Skip)]
    public void ADamagedPicture_IsNamed_AndFatalOrSkipped(OnDamage onDamage)
    {
        Png("classes/good.png", 4, 2, (_, _) => Red);
        Png("other/good.png", 4, 2, (_, _) => Blue);
        var whole = File.ReadAllBytes(folder["other/good.png"]);
        folder.Write("classes/short.png", whole[..(whole.Length / 2)]);
        folder.Write("classes/text.jpg", "not a picture"u8.ToArray());
        var heard = new List<string>();
        var source = new ImageFolder<S3x2x4>(folder.Path, seed: 1, new() { OnDamage = onDamage, OnSkipped = heard.Add, LabelsFromFolders = true });
        if (onDamage == OnDamage.Stop)
        {
            var error = Assert.Throws<DataFileException>(() => source.Batches(4).Count());
            Assert.Contains("expected a whole picture (PNG, JPEG, WebP, BMP or GIF), found ", error.Message, StringComparison.Ordinal);
            Assert.EndsWith("; remove it, or skip such pictures.", error.Message, StringComparison.Ordinal);
            return;
        }

        for (var epoch = 0; epoch < 3; epoch++)
        {
            // Others stand in for them, with their own labels.
            foreach (var batch in source.Batches(4))
            {
                Assert.Equal([0, 1], batch.Labels.ToArray().Distinct().Order());
                for (var i = 0; i < 4; i++) Assert.Equal(batch.Labels.Span[i] == 0 ? 1 : -1, batch.Values.Span[i * 24]);
            }
        }

        Assert.Equal([folder["classes/short.png"], folder["classes/text.jpg"]], source.Damaged.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(2, heard.Count);
        Assert.All(heard, text => Assert.Contains(" is skipped: ", text, StringComparison.Ordinal));
        Assert.Equal(heard, source.Warnings);
    }

    [Fact]
    public void NothingButDamage_IsNoEndlessLoop()
    {
        folder.Write("a.png", [1, 2, 3]);
        var source = new ImageFolder<S3x2x4>(folder.Path, seed: 1, new() { OnDamage = OnDamage.Skip });
        Assert.Equal(
            $"{folder.Path}: expected pictures that can be read, found none; pass another folder.",
            Assert.Throws<DataFileException>(() => source.Batches(1).Count()).Message);
    }

    [Fact]
    public void FoldersThatAreNone_AndShapesThatAreNoPictures_AreRefused()
    {
        Assert.Equal(
            $"{folder["no"]}: expected a folder of pictures, found no such folder; check the path.",
            Assert.Throws<DataFileException>(() => new ImageFolder<S3x2x4>(folder["no"], seed: 1)).Message);
        folder.Write("notes.txt", [1]);
        Assert.Equal(
            $"{folder["notes.txt"]}: expected a folder of pictures, found a file; check the path.",
            Assert.Throws<DataFileException>(() => new ImageFolder<S3x2x4>(folder["notes.txt"], seed: 1)).Message);
        Assert.Equal(
            $"{folder.Path}: expected pictures (PNG, JPEG, WebP, BMP or GIF), found none; pass the folder that they are in.",
            Assert.Throws<DataFileException>(() => new ImageFolder<S3x2x4>(folder.Path, seed: 1)).Message);
        Png("a.png", 4, 2, (_, _) => Red);
        Assert.Equal(
            "Pictures have the shape (1, height, width) or (3, height, width), not (6).",
            Assert.Throws<ArgumentException>(() => new ImageFolder<S6>(folder.Path, seed: 1)).Message);
    }

    /// <summary>The numbers of the samples follow the names, whatever order the disk has them in; and a run goes on in the middle of an epoch.</summary>
    [Fact]
    public void TheOrder_IsTheSeeds_AndCanBeTakenUp()
    {
        foreach (var name in Enumerable.Range(0, 12).Reverse())
            Png(string.Create(CultureInfo.InvariantCulture, $"{name:D2}.png"), 4, 2, (x, _) => new SKColor((byte)(10 * name), (byte)x, 0));
        var options = new ImageFolderOptions { Flip = true };
        var whole = new ImageFolder<S3x2x4>(folder.Path, seed: 3, options);
        float[][] all = [.. whole.Batches(4).Select(batch => batch.Values.ToArray()), .. whole.Batches(4).Select(batch => batch.Values.ToArray())];
        Assert.Equal(
            Enumerable.Range(0, 12), all[..3].SelectMany(batch => batch.Chunk(24).Select(sample => (int)MathF.Round((sample[0] + 1) * 12.75f))).Order());

        var late = new ImageFolder<S3x2x4>(folder.Path, seed: 3, options);
        Assert.Equal(all[4..], late.Batches(new DataPlace(1, 1, 4, 12, 3)).Select(batch => batch.Values.ToArray()));
    }

    /// <summary>EXIF's eight ways to store a picture: what was red at its left before is where the camera had it.</summary>
    [Theory]
    [InlineData(1, "left")]
    [InlineData(2, "right")]
    [InlineData(3, "right")]
    [InlineData(4, "left")]
    [InlineData(5, "top")]
    [InlineData(6, "top")]
    [InlineData(7, "bottom")]
    [InlineData(8, "bottom")]
    public void AJpeg_IsTurnedAsItsCameraSays(byte orientation, string red)
    {
        folder.Write("a.jpeg", PictureFiles.WithOrientation(PictureFiles.Encode(16, 16, (x, _) => x < 8 ? Red : Blue, SKEncodedImageFormat.Jpeg), orientation));

        var values = Only(new ImageFolder<S3x16x16>(folder.Path, seed: 1));
        var (top, bottom, left, right) = (values[(2 * 16) + 8], values[(13 * 16) + 8], values[(8 * 16) + 2], values[(8 * 16) + 13]);
        Assert.Equal(red, red is "top" or "bottom" ? top > bottom ? "top" : "bottom" : left > right ? "left" : "right");
        Assert.True(Math.Abs(red is "top" or "bottom" ? left - right : top - bottom) < 0.2f);
    }

    private static float[] Only<TShape>(ImageFolder<TShape> source)
        where TShape : struct, IShape => source.Batches(1).Single().Values.ToArray();

    private void Png(string name, int width, int height, Func<int, int, SKColor> color) =>
        folder.WriteIn(name, PictureFiles.Encode(width, height, color, SKEncodedImageFormat.Png));

    /// <summary>
    /// The halves of a picture are those of what is displayed: red over blue at the left, green over white at the right. By EXIF, an orientation names the
    /// sides that the first stored row and the first stored column are on.
    /// </summary>
    [Theory]
    [InlineData(1, "top", "left")]
    [InlineData(2, "top", "right")]
    [InlineData(3, "bottom", "right")]
    [InlineData(4, "bottom", "left")]
    [InlineData(5, "left", "top")]
    [InlineData(6, "right", "top")]
    [InlineData(7, "right", "bottom")]
    [InlineData(8, "left", "bottom")]
    public void Halves_AreThoseOfThePictureAsDisplayed(int orientation, string firstRow, string firstColumn)
    {
        SKColor Displayed(int x, int y) => (x < 32, y < 16) switch { (true, true) => Red, (true, false) => Blue, (false, true) => Green, _ => White };
        SKColor Stored(int column, int row) => firstRow is "top" or "bottom"
            ? Displayed(firstColumn == "left" ? column : 63 - column, firstRow == "top" ? row : 31 - row)
            : Displayed(firstRow == "left" ? row : 63 - row, firstColumn == "top" ? column : 31 - column);
        var (width, height) = firstRow is "top" or "bottom" ? (64, 32) : (32, 64);
        folder.Write("a.jpg", PictureFiles.WithOrientation(PictureFiles.Encode(width, height, Stored, SKEncodedImageFormat.Jpeg), orientation));

        AssertQuarters(PicturePart.LeftHalf, Red, Blue);
        AssertQuarters(PicturePart.RightHalf, Green, White);

        void AssertQuarters(PicturePart part, SKColor top, SKColor bottom)
        {
            var values = Only(new ImageFolder<S3x16x16>(folder.Path, seed: 1, new() { Part = part }));
            for (var i = 0; i < 256; i++)
            {
                var color = i < 128 ? top : bottom;

                // Where colours meet, JPEG mixes them.
                if (i % 16 is < 2 or > 13 || i / 16 is > 5 and < 10) continue;
                Assert.Equal((color.Red / 127.5f) - 1, values[i], 0.05f);
                Assert.Equal((color.Green / 127.5f) - 1, values[256 + i], 0.05f);
                Assert.Equal((color.Blue / 127.5f) - 1, values[512 + i], 0.05f);
            }
        }
    }

    /// <summary>The two files whose halves were exchanged and mixed: as displayed, the left one is red, the right one blue.</summary>
    [Theory]
    [InlineData("exif-o2.jpg")]
    [InlineData("exif-o6.jpg")]
    public void HalvesThatOnceWereMixed_AreNotAnyMore(string name)
    {
        folder.Case(name, "a.jpg");
        var left = Only(new ImageFolder<S3x16x16>(folder.Path, seed: 1, new() { Part = PicturePart.LeftHalf }));
        var right = Only(new ImageFolder<S3x16x16>(folder.Path, seed: 1, new() { Part = PicturePart.RightHalf }));
        Assert.True(left[..256].Min() > 0.8f && left[512..].Max() < -0.8f, "The left half is red.");
        Assert.True(right[..256].Max() < -0.8f && right[512..].Min() > 0.8f, "The right half is blue.");
    }

    /// <summary>The sides of an odd width's halves do not overlap, whatever the turn.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(8)]
    public void TheMiddleOfAnOddWidth_IsInNeitherHalf(int orientation)
    {
        var jpeg = orientation > 4
            ? PictureFiles.Encode(16, 33, (_, y) => y == 16 ? White : SKColors.Black, SKEncodedImageFormat.Jpeg)
            : PictureFiles.Encode(33, 16, (x, _) => x == 16 ? White : SKColors.Black, SKEncodedImageFormat.Jpeg);
        folder.Write("a.jpg", PictureFiles.WithOrientation(jpeg, orientation));
        foreach (var part in new[] { PicturePart.LeftHalf, PicturePart.RightHalf })
            Assert.True(Only(new ImageFolder<S3x16x16>(folder.Path, seed: 1, new() { Part = part })).Average() < -0.9f);
    }
}
