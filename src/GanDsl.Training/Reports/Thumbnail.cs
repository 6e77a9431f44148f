using SkiaSharp;

namespace GanDsl.Training;

/// <summary>A picture as it is embedded in a page: its file, where it is small, else its upper part, scaled down.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="IsWhole">Whether it is the picture itself.</param>
internal sealed record Thumbnail(byte[] Bytes, string MediaType, bool IsWhole)
{
    /// <summary>Pixels across and down; a card of a page is not wider.</summary>
    public const int MostWidth = 800;
    public const int MostHeight = 1_600;

    private const int Quality = 90;
    private const int MostRemembered = 64;

    // A page is written again and again, and to read a large picture takes a tenth of a second.
    private static readonly Dictionary<string, (DateTime Written, long Length, Thumbnail Thumbnail)> remembered = new(StringComparer.Ordinal);

    /// <summary>Reads a PNG picture; null where it is damaged.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Thumbnail? Of(string path)
    {
        var file = new FileInfo(path);
        lock (remembered)
        {
            if (remembered.TryGetValue(file.FullName, out var known) && (known.Written, known.Length) == (file.LastWriteTimeUtc, file.Length))
                return known.Thumbnail;
        }

        var made = Make(path);
        if (made is null or { IsWhole: true }) return made;
        lock (remembered)
        {
            if (remembered.Count >= MostRemembered) remembered.Clear();
            remembered[file.FullName] = (file.LastWriteTimeUtc, file.Length, made);
        }

        return made;
    }

    private static Thumbnail? Make(string path)
    {
        using var codec = SKCodec.Create(path);
        if (codec is null) return null;
        if (codec.Info.Width <= MostWidth && codec.Info.Height <= MostHeight) return new Thumbnail(File.ReadAllBytes(path), "image/png", IsWhole: true);
        using var picture = SKBitmap.Decode(codec);
        if (picture is null) return null;
        var scale = Math.Min(1f, (float)MostWidth / picture.Width);
        var width = (int)MathF.Round(picture.Width * scale);
        var height = Math.Min(MostHeight, (int)MathF.Ceiling(picture.Height * scale));
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var image = SKImage.FromBitmap(picture);
        surface.Canvas.DrawImage(
            image, SKRect.Create(width, picture.Height * scale), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var small = surface.Snapshot();
        using var jpeg = small.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return new Thumbnail(jpeg.ToArray(), "image/jpeg", IsWhole: false);
    }
}
