using SkiaSharp;

namespace GanDsl.Training.Tests;

/// <summary>Small pictures in a test's folder, and the files of Data/cases, each of which once went wrong.</summary>
internal static class PictureFiles
{
    /// <summary>The content of a file of Data/cases.</summary>
    public static byte[] Case(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", "cases", name));

    /// <summary>Writes a file of Data/cases under a name.</summary>
    public static void Case(this TempFolder folder, string from, params string[] names)
    {
        foreach (var name in names) folder.WriteIn(name, Case(from));
    }

    /// <summary>Writes a file, and the folders that it is in.</summary>
    public static string WriteIn(this TempFolder folder, string name, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
        return folder.Write(name, content);
    }

    /// <summary>Writes a PNG of one colour, 4 × 2.</summary>
    public static void Plain(this TempFolder folder, string name, SKColor color) =>
        folder.WriteIn(name, Encode(4, 2, (_, _) => color, SKEncodedImageFormat.Png));

    public static byte[] Encode(int width, int height, Func<int, int, SKColor> color, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++) bitmap.SetPixel(x, y, color(x, y));
        }

        using var data = bitmap.Encode(format, quality: 100);
        return data.ToArray();
    }

    /// <summary>A JPEG that says how it is turned upright.</summary>
    public static byte[] WithOrientation(byte[] jpeg, int orientation)
    {
        byte[] exif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0];
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }
}
