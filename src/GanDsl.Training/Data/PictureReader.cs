using System.Runtime.InteropServices;
using SkiaSharp;

namespace GanDsl.Training;

/// <summary>Reads pictures as channels of floats, all of one size.</summary>
/// <param name="channels">1 or 3.</param>
/// <param name="height">Rows.</param>
/// <param name="width">Columns.</param>
/// <param name="options">How they are fitted, the part that is taken, and the values' range.</param>
internal sealed class PictureReader(int channels, int height, int width, ImageFolderOptions options)
{
    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);
    private static readonly SKSamplingOptions Exact = new(SKFilterMode.Nearest, SKMipmapMode.None);

    /// <summary>Called with each picture that is decoded; null: nothing is.</summary>
    public Action<PictureFile>? Look { get; set; }

    /// <param name="path">The file.</param>
    /// <param name="values">Channel by channel, row by row.</param>
    /// <param name="isMirrored">Whether left and right are exchanged.</param>
    /// <returns>The problem of the picture, whatever it is; null where there is none.</returns>
    public string? Read(string path, Span<float> values, bool isMirrored)
    {
        using var file = PictureFile.Read(path, out var problem);
        if (file is null) return problem;
        Look?.Invoke(file);
        using var taken = new SKBitmap();
        if (!file.Pixels.ExtractSubset(taken, Taken(file.Pixels, file.Origin))) return "one of a single column, which has no halves";

        using var picture = new SKBitmap(new SKImageInfo(width, height, file.IsDeep ? SKColorType.RgbaF32 : SKColorType.Rgba8888, SKAlphaType.Premul));
        using (var canvas = new SKCanvas(picture))
        {
            if (isMirrored) canvas.Concat(SKMatrix.CreateScale(-1, 1, width / 2f, 0));
            Draw(canvas, taken, file.Origin);
        }

        if (file.IsDeep) Copy(MemoryMarshal.Cast<byte, float>(picture.GetPixelSpan()), values);
        else Copy(picture.GetPixelSpan(), values);
        return null;
    }

    /// <summary>Where the part that is taken is stored; it is a part of the picture as it is displayed.</summary>
    private SKRectI Taken(SKBitmap stored, SKEncodedOrigin origin)
    {
        var whole = SKRect.Create(-stored.Width / 2f, -stored.Height / 2f, stored.Width, stored.Height);
        var turned = Upright(origin).MapRect(whole);
        var half = MathF.Floor(turned.Width / 2);
        var part = options.Part switch
        {
            PicturePart.LeftHalf => new SKRect(turned.Left, turned.Top, turned.Left + half, turned.Bottom),
            PicturePart.RightHalf => new SKRect(turned.Right - half, turned.Top, turned.Right, turned.Bottom),
            _ => turned,
        };
        var back = Upright(origin).Invert().MapRect(part);
        back.Offset(-whole.Left, -whole.Top);
        return SKRectI.Round(back);
    }

    private void Draw(SKCanvas canvas, SKBitmap decoded, SKEncodedOrigin origin)
    {
        // As the camera held it: width and height are exchanged where it is rotated by a quarter turn.
        var isRotated = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (across, down) = isRotated ? (decoded.Height, decoded.Width) : (decoded.Width, decoded.Height);
        var (scaleX, scaleY) = ((float)width / across, (float)height / down);
        if (options.Fit == PictureFit.Crop) scaleX = scaleY = Math.Max(scaleX, scaleY);

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
                values[i] = Scaled(Grey(red, green, blue), byte.MaxValue);
                continue;
            }

            (values[i], values[plane + i], values[(2 * plane) + i]) = (Scaled(red, byte.MaxValue), Scaled(green, byte.MaxValue), Scaled(blue, byte.MaxValue));
        }
    }

    /// <param name="pixels">The same, from 0 to 1.</param>
    /// <param name="values">Where they go.</param>
    private void Copy(ReadOnlySpan<float> pixels, Span<float> values)
    {
        const float Most = ushort.MaxValue;
        var plane = height * width;
        for (var i = 0; i < plane; i++)
        {
            var (red, green, blue) = (pixels[4 * i] * Most, pixels[(4 * i) + 1] * Most, pixels[(4 * i) + 2] * Most);
            if (channels == 1)
            {
                values[i] = Scaled(Grey(red, green, blue), Most);
                continue;
            }

            (values[i], values[plane + i], values[(2 * plane) + i]) = (Scaled(red, Most), Scaled(green, Most), Scaled(blue, Most));
        }
    }

    private static float Grey(float red, float green, float blue) => (0.299f * red) + (0.587f * green) + (0.114f * blue);

    private float Scaled(float level, float most) => options.Range is (var low, var high)
        ? Math.Clamp(((level - low) / ((high - low) / 2f)) - 1, -1, 1)
        : (level / (most / 2)) - 1;
}
