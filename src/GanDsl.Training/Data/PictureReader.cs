using SkiaSharp;

namespace GanDsl.Training;

/// <summary>Reads pictures as channels of floats, all of one size.</summary>
/// <param name="channels">1 or 3.</param>
/// <param name="height">Rows.</param>
/// <param name="width">Columns.</param>
/// <param name="fit">How a picture of another shape is fitted.</param>
/// <param name="part">The part of a file's picture that is taken.</param>
internal sealed class PictureReader(int channels, int height, int width, PictureFit fit, PicturePart part = PicturePart.Whole)
{
    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);
    private static readonly SKSamplingOptions Exact = new(SKFilterMode.Nearest, SKMipmapMode.None);

    /// <param name="path">The file.</param>
    /// <param name="values">Channel by channel, row by row.</param>
    /// <param name="isMirrored">Whether left and right are exchanged.</param>
    /// <returns>The problem of the picture; null where there is none.</returns>
    /// <exception cref="DataFileException">The file cannot be opened.</exception>
    public string? Read(string path, Span<float> values, bool isMirrored)
    {
        using var stream = InputFile.Open(path, "a picture");
        using var codec = SKCodec.Create(stream, out var result);
        if (codec is null) return $"no picture ({result})";
        using var decoded = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        result = codec.GetPixels(decoded.Info, decoded.GetPixels());
        if (result != SKCodecResult.Success) return $"a damaged one ({result})";

        using var taken = new SKBitmap();
        if (!decoded.ExtractSubset(taken, Taken(decoded.Width, decoded.Height))) return "one of a single column, which has no halves";

        using var picture = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using (var canvas = new SKCanvas(picture))
        {
            if (isMirrored) canvas.Concat(SKMatrix.CreateScale(-1, 1, width / 2f, 0));
            Draw(canvas, taken, codec.EncodedOrigin);
        }

        Copy(picture.GetPixelSpan(), values);
        return null;
    }

    private SKRectI Taken(int across, int down) => part switch
    {
        PicturePart.LeftHalf => new SKRectI(0, 0, across / 2, down),
        PicturePart.RightHalf => new SKRectI(across - (across / 2), 0, across, down),
        _ => new SKRectI(0, 0, across, down),
    };

    private void Draw(SKCanvas canvas, SKBitmap decoded, SKEncodedOrigin origin)
    {
        // As the camera held it: width and height are exchanged where it is rotated by a quarter turn.
        var isRotated = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (across, down) = isRotated ? (decoded.Height, decoded.Width) : (decoded.Width, decoded.Height);
        var (scaleX, scaleY) = ((float)width / across, (float)height / down);
        if (fit == PictureFit.Crop) scaleX = scaleY = Math.Max(scaleX, scaleY);

        canvas.Translate(width / 2f, height / 2f);
        canvas.Scale(scaleX, scaleY);
        canvas.Concat(Upright(origin));
        canvas.Translate(-decoded.Width / 2f, -decoded.Height / 2f);
        using var image = SKImage.FromBitmap(decoded);
        canvas.DrawImage(image, 0, 0, scaleX == 1 && scaleY == 1 ? Exact : Smooth);
    }

    /// <summary>The transform that makes a picture upright about its centre, for EXIF's eight orientations.</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin) => origin switch
    {
        SKEncodedOrigin.TopRight => Matrix(-1, 0, 0, 1),
        SKEncodedOrigin.BottomRight => Matrix(-1, 0, 0, -1),
        SKEncodedOrigin.BottomLeft => Matrix(1, 0, 0, -1),
        SKEncodedOrigin.LeftTop => Matrix(0, 1, 1, 0),
        SKEncodedOrigin.RightTop => Matrix(0, -1, 1, 0),
        SKEncodedOrigin.RightBottom => Matrix(0, -1, -1, 0),
        SKEncodedOrigin.LeftBottom => Matrix(0, 1, -1, 0),
        _ => SKMatrix.Identity,
    };

    private static SKMatrix Matrix(float scaleX, float skewX, float skewY, float scaleY) => new(scaleX, skewX, 0, skewY, scaleY, 0, 0, 0, 1);

    private void Copy(ReadOnlySpan<byte> pixels, Span<float> values)
    {
        var plane = height * width;
        for (var i = 0; i < plane; i++)
        {
            var (red, green, blue) = (pixels[4 * i], pixels[(4 * i) + 1], pixels[(4 * i) + 2]);
            if (channels == 1)
            {
                values[i] = (((0.299f * red) + (0.587f * green) + (0.114f * blue)) / 127.5f) - 1;
                continue;
            }

            (values[i], values[plane + i], values[(2 * plane) + i]) = ((red / 127.5f) - 1, (green / 127.5f) - 1, (blue / 127.5f) - 1);
        }
    }
}
