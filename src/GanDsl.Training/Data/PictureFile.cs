using System.Globalization;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace GanDsl.Training;

/// <summary>A picture as it is stored in a file, before it is turned upright; of one that moves, the first frame.</summary>
/// <param name="pixels">Red, green, blue and alpha, 8 or 16 bits each; colours are multiplied by alpha.</param>
/// <param name="origin">How it is turned upright.</param>
internal sealed class PictureFile(SKBitmap pixels, SKEncodedOrigin origin) : IDisposable
{
    /// <summary>The most that a file may take: the numbers in a damaged one's header must not decide how much memory a run needs.</summary>
    private const long MostBytes = 1L << 30;

    private const SKColorType Deep = SKColorType.Rgba16161616;

    /// <summary>Red, green, blue and alpha of each pixel.</summary>
    public SKBitmap Pixels => pixels;

    /// <summary>How it is turned upright.</summary>
    public SKEncodedOrigin Origin => origin;

    /// <summary>Whether values go to 65535, not to 255.</summary>
    public bool IsDeep => pixels.ColorType == Deep;

    /// <summary>The largest value of any colour.</summary>
    public int LargestLevel()
    {
        var largest = 0;
        if (IsDeep)
        {
            var levels = Levels(pixels);
            for (var i = 0; i < levels.Length; i++) largest = i % 4 == 3 ? largest : Math.Max(largest, levels[i]);
        }
        else
        {
            var levels = pixels.GetPixelSpan();
            for (var i = 0; i < levels.Length; i++) largest = i % 4 == 3 ? largest : Math.Max(largest, levels[i]);
        }

        return largest;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">Whatever is wrong with it; null where there is a picture.</param>
    public static PictureFile? Read(string path, out string? problem)
    {
        try
        {
            using var file = InputFile.Open(path, "a picture");
            problem = file.Length switch
            {
                0 => "an empty file",
                > MostBytes => string.Create(CultureInfo.InvariantCulture, $"a file of {file.Length:N0} bytes, more than the {MostBytes:N0} that are read"),
                _ => null,
            };
            if (problem is not null) return null;
            using var content = SKData.Create((int)file.Length);
            file.ReadExactly(Bytes(content));
            return Decode(content, out problem);
        }
        catch (DataFileException e)
        {
            problem = e.Found;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            problem = $"a damaged one ({e.Message.TrimEnd('.')})";
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => pixels.Dispose();

    private static PictureFile? Decode(SKData content, out string? problem)
    {
        using var stream = new SKMemoryStream(content);
        using var codec = SKCodec.Create(stream, out var result);
        problem = codec is null ? $"no picture ({result})" : null;
        if (codec is null) return null;

        // A deep one, too: libpng tells whether it is whole.
        var decoded = Room(codec.Info, SKColorType.Rgba8888, out problem);
        if (decoded is null) return null;
        result = codec.GetPixels(decoded.Info, decoded.GetPixels());
        if (result == SKCodecResult.Success && !DeepPng.Is(content.Span)) return new PictureFile(decoded, codec.EncodedOrigin);
        decoded.Dispose();
        problem = result == SKCodecResult.Success ? null : $"a damaged one ({result})";
        if (problem is not null || Room(codec.Info, Deep, out problem) is not { } deep) return null;
        DeepPng.Read(content.Span, Levels(deep));
        return new PictureFile(deep, codec.EncodedOrigin);
    }

    private static SKBitmap? Room(SKImageInfo size, SKColorType type, out string? problem)
    {
        var info = new SKImageInfo(size.Width, size.Height, type, SKAlphaType.Premul);
        var pixels = new SKBitmap();
        problem = null;
        if (info.BytesSize64 <= MostBytes && pixels.TryAllocPixels(info)) return pixels;
        pixels.Dispose();
        problem = string.Create(
            CultureInfo.InvariantCulture,
            $"one that declares {size.Width:N0} × {size.Height:N0} pixels, which take more memory than the {MostBytes:N0} bytes it may");
        return null;
    }

    private static Span<ushort> Levels(SKBitmap pixels) => MemoryMarshal.Cast<byte, ushort>(pixels.GetPixelSpan());

    private static unsafe Span<byte> Bytes(SKData data) => new((void*)data.Data, (int)data.Size);
}
