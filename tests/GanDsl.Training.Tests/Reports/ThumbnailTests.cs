using SkiaSharp;

namespace GanDsl.Training.Tests.Reports;

/// <summary>Pictures as a page embeds them.</summary>
public sealed class ThumbnailTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ASmallPicture_IsItself()
    {
        var path = Picture(800, 1600);
        var thumbnail = Thumbnail.Of(path)!;
        Assert.Equal((true, "image/png"), (thumbnail.IsWhole, thumbnail.MediaType));
        Assert.Equal(File.ReadAllBytes(path), thumbnail.Bytes);
    }

    [Theory]
    [InlineData(1600, 400, 800, 200)]
    [InlineData(801, 801, 800, 800)]
    [InlineData(400, 3000, 400, 1600)]
    [InlineData(1600, 8000, 800, 1600)]
    public void ALargePicture_IsScaledToTheWidth_AndCutAtTheHeight(int width, int height, int expectedWidth, int expectedHeight)
    {
        var thumbnail = Thumbnail.Of(Picture(width, height))!;
        Assert.Equal((false, "image/jpeg"), (thumbnail.IsWhole, thumbnail.MediaType));
        using var decoded = SKBitmap.Decode(thumbnail.Bytes);
        Assert.Equal((expectedWidth, expectedHeight), (decoded.Width, decoded.Height));

        // White in its first 100 rows, black below.
        Assert.InRange(decoded.GetPixel(expectedWidth / 2, expectedHeight - 2).Red, 0, 20);
        Assert.InRange(decoded.GetPixel(expectedWidth / 2, 2).Red, 235, 255);
    }

    [Fact]
    public void ALargePicture_IsReadOnce_UntilItsFileChanges()
    {
        var path = Picture(900, 900);
        var first = Thumbnail.Of(path);
        Assert.Same(first, Thumbnail.Of(path));

        Picture(1000, 500);
        Assert.NotSame(first, Thumbnail.Of(path));
    }

    [Fact]
    public void ADamagedPicture_IsNone()
    {
        File.WriteAllText(folder["picture.png"], "damaged");
        Assert.Null(Thumbnail.Of(folder["picture.png"]));
    }

    private string Picture(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        bitmap.Erase(SKColors.Black);
        bitmap.Erase(SKColors.White, new SKRectI(0, 0, width, 100));
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(folder["picture.png"], png.ToArray());
        return folder["picture.png"];
    }
}
