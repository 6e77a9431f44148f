using SkiaSharp;

namespace GanDsl.Training.Tests;

public sealed class ImageGridTests : IDisposable
{
    private static readonly SKColor Gap = new(96, 96, 96);

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void GreySamples_FillRowByRow_WithGapsBetween()
    {
        // Three samples of 1×2 in two columns: 2 pixels each, gap 1.
        ImageGrid.Save(folder["grid.png"], [-1f, 1f, 0f, -0.5f, 0.5f, 0.25f], count: 3, channels: 1, height: 1, width: 2, columns: 2, gap: 1);
        using var picture = Decode();
        Assert.Equal((7, 5), (picture.Width, picture.Height));
        AssertPixels(picture, 1, [Gap, Grey(0), Grey(255), Gap, Grey(128), Grey(64), Gap]);
        AssertPixels(picture, 3, [Gap, Grey(191), Grey(159), Gap, Gap, Gap, Gap]);
        foreach (var row in new[] { 0, 2, 4 }) AssertPixels(picture, row, [Gap, Gap, Gap, Gap, Gap, Gap, Gap]);
    }

    [Fact]
    public void ColourSamples_AreRedPlaneThenGreenThenBlue()
    {
        ImageGrid.Save(folder["grid.png"], [1f, -1f, -1f, 1f, 0f, 0f], count: 1, channels: 3, height: 1, width: 2, gap: 0);
        using var picture = Decode();
        AssertPixels(picture, 0, [new SKColor(255, 0, 128), new SKColor(0, 255, 128)]);
    }

    [Fact]
    public void Magnification_RepeatsPixels()
    {
        ImageGrid.Save(folder["grid.png"], [-1f, 1f], count: 1, channels: 1, height: 2, width: 1, gap: 1, magnification: 3);
        using var picture = Decode();
        Assert.Equal((5, 8), (picture.Width, picture.Height));
        for (var row = 1; row < 7; row++) AssertPixels(picture, row, [Gap, Grey(row < 4 ? 0 : 255), Grey(row < 4 ? 0 : 255), Grey(row < 4 ? 0 : 255), Gap]);
    }

    [Fact]
    public void EveryLevel_ComesBackFromItsFloat()
    {
        ImageGrid.Save(
            folder["grid.png"], [.. Enumerable.Range(0, 256).Select(level => (level / 127.5f) - 1f)], count: 1, channels: 1, height: 16, width: 16, gap: 0);
        using var picture = Decode();
        for (var level = 0; level < 256; level++) Assert.Equal(Grey(level), picture.GetPixel(level % 16, level / 16));
    }

    [Fact]
    public void NumbersBeyondTheRange_AreClipped_AndNotANumberIsMagenta()
    {
        ImageGrid.Save(
            folder["grid.png"], [-7f, 7f, float.NegativeInfinity, float.PositiveInfinity, float.NaN], count: 5, channels: 1, height: 1, width: 1, gap: 0);
        using var picture = Decode();
        AssertPixels(picture, 0, [Grey(0), Grey(255), Grey(0), Grey(255), SKColors.Magenta]);
    }

    [Fact]
    public void TheClothingGrid_IsLargeEnoughToSee()
    {
        ImageGrid.Save(folder["grid.png"], new float[64 * 784], count: 64, channels: 1, height: 28, width: 28, columns: 8, gap: 2, magnification: 2);
        using var picture = Decode();
        Assert.Equal(((8 * 58) + 2, (8 * 58) + 2), (picture.Width, picture.Height));
        Assert.Equal(["grid.png"], folder.Names);
    }

    [Fact]
    public void TooFewNumbers_AreRefused() => Assert.Contains(
        "2 samples of (1, 3, 4) are 24 numbers, not 23",
        Assert.Throws<ArgumentException>(() => ImageGrid.Save(folder["grid.png"], new float[23], 2, 1, 3, 4)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void TwoChannels_AreRefused() => Assert.Contains(
        "1 channel or 3, not 2",
        Assert.Throws<ArgumentException>(() => ImageGrid.Save(folder["grid.png"], new float[24], 1, 2, 3, 4)).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 1, 1, 8, 2, 1)]
    [InlineData(1, 0, 1, 8, 2, 1)]
    [InlineData(1, 1, 0, 8, 2, 1)]
    [InlineData(1, 1, 1, 0, 2, 1)]
    [InlineData(1, 1, 1, 8, -1, 1)]
    [InlineData(1, 1, 1, 8, 2, 0)]
    [InlineData(1, 1, 1, 8, 2, 100_000)]
    public void NumbersThatMakeNoPicture_AreRefused(int count, int height, int width, int columns, int gap, int magnification)
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => ImageGrid.Save(folder["grid.png"], new float[count * height * width], count, 1, height, width, columns, gap, magnification));
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void MoreThanABitmapHolds_IsRefused_BeforeItIsDrawn() => Assert.Contains(
        "The picture would have 23186×23186 pixels, more than 2 GiB; magnify less or choose fewer samples.",
        Assert.Throws<ArgumentOutOfRangeException>(
            () => ImageGrid.Save(folder["grid.png"], new float[64 * 1448 * 1448], 64, 1, 1448, 1448, magnification: 2)).Message,
        StringComparison.Ordinal);

    private static SKColor Grey(int level) => new((byte)level, (byte)level, (byte)level);

    private SKBitmap Decode() => SKBitmap.Decode(folder["grid.png"]);

    private static void AssertPixels(SKBitmap picture, int row, SKColor[] expected) =>
        Assert.Equal(expected, Enumerable.Range(0, picture.Width).Select(x => picture.GetPixel(x, row)));
}
