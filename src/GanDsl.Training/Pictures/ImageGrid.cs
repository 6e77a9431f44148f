using System.Globalization;
using SkiaSharp;

namespace GanDsl.Training;

/// <summary>Samples side by side in one PNG picture.</summary>
public static class ImageGrid
{
    /// <summary>The colour of NaN pixels: a diverged run should be visible.</summary>
    private static readonly SKColor NotANumber = SKColors.Magenta;

    private static readonly SKColor Background = new(red: 96, green: 96, blue: 96);

    /// <summary>Writes or replaces a picture, atomically. Cells fill row by row, from the left.</summary>
    /// <param name="path">The file. Its folder must exist.</param>
    /// <param name="samples">
    /// <paramref name="count"/> × <paramref name="channels"/> × <paramref name="height"/> × <paramref name="width"/> numbers; −1 is black, 1 is white or full
    /// colour, values beyond are clipped.
    /// </param>
    /// <param name="count">How many samples, at least 1.</param>
    /// <param name="channels">1 (grey) or 3 (red, green, blue).</param>
    /// <param name="height">Rows of a sample, in pixels.</param>
    /// <param name="width">Columns of a sample, in pixels.</param>
    /// <param name="columns">Samples side by side.</param>
    /// <param name="gap">Pixels between neighbours and around the whole.</param>
    /// <param name="magnification">How many pixels wide and high a sample's pixel becomes.</param>
    /// <exception cref="ArgumentException">The length is not that of <paramref name="count"/> samples, or there are neither 1 nor 3 channels.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is less than 1 (a gap: than 0), or the picture has a side beyond 32,767 pixels, or more than 2 GiB.
    /// </exception>
    /// <exception cref="IOException">The picture cannot be written.</exception>
    public static void Save(
        string path, ReadOnlySpan<float> samples, int count, int channels, int height, int width, int columns = 8, int gap = 2, int magnification = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(gap, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(magnification, 1);
        if (channels is not (1 or 3)) throw new ArgumentException(Text($"A picture has 1 channel or 3, not {channels}; choose some."), nameof(channels));
        if (samples.Length != (long)count * channels * height * width)
        {
            throw new ArgumentException(
                Text($"{count} samples of ({channels}, {height}, {width}) are {(long)count * channels * height * width} numbers, not {samples.Length}."),
                nameof(samples));
        }

        var across = Side(Math.Min(columns, count), width, gap, magnification);
        var down = Side((count + columns - 1) / columns, height, gap, magnification);
        if (4L * across * down > int.MaxValue)
        {
            throw new ArgumentOutOfRangeException(
                nameof(magnification), Text($"The picture would have {across}×{down} pixels, more than 2 GiB; magnify less or choose fewer samples."));
        }

        using var bitmap = new SKBitmap(across, down, SKColorType.Rgba8888, SKAlphaType.Opaque);
        bitmap.Erase(Background);
        for (var i = 0; i < count; i++)
        {
            var left = gap + ((i % columns) * ((width * magnification) + gap));
            var top = gap + (i / columns * ((height * magnification) + gap));
            Draw(bitmap, samples.Slice(i * channels * height * width, channels * height * width), channels, width, left, top, magnification);
        }

        using var png = bitmap.Encode(SKEncodedImageFormat.Png, quality: 100)
            ?? throw new InvalidOperationException(Text($"The picture of {across}×{down} pixels cannot be encoded as PNG."));
        AtomicFile.Write(path, png.SaveTo);
    }

    private static void Draw(SKBitmap bitmap, ReadOnlySpan<float> sample, int channels, int width, int left, int top, int magnification)
    {
        var pixels = bitmap.GetPixelSpan();
        var plane = sample.Length / channels;
        for (var i = 0; i < plane; i++)
        {
            var (red, green, blue) = channels == 1
                ? (sample[i], sample[i], sample[i])
                : (sample[i], sample[plane + i], sample[(2 * plane) + i]);
            var color = float.IsNaN(red + green + blue) ? NotANumber : new SKColor(Level(red), Level(green), Level(blue));
            for (var y = 0; y < magnification; y++)
            {
                var row = (((top + (i / width * magnification) + y) * bitmap.Width) + left + (i % width * magnification)) * 4;
                for (var x = row; x < row + (4 * magnification); x += 4) (pixels[x], pixels[x + 1], pixels[x + 2]) = (color.Red, color.Green, color.Blue);
            }
        }
    }

    private static byte Level(float value) => (byte)MathF.Round((Math.Clamp(value, -1f, 1f) + 1f) * 127.5f);

    private static int Side(int cells, int size, int gap, int magnification)
    {
        var side = (cells * (((long)size * magnification) + gap)) + gap;
        return side <= short.MaxValue ? (int)side : throw new ArgumentOutOfRangeException(
            nameof(magnification), Text($"The picture would have a side of {side} pixels, more than {short.MaxValue}; magnify less or choose fewer samples."));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
