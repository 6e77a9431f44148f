using GanDsl.Training;
using ScottPlot;
using SkiaSharp;

namespace GanDsl.Samples;

/// <summary>Plots side by side in one PNG.</summary>
public static class Sheet
{
    /// <summary>An empty plot in the samples' style.</summary>
    /// <param name="title">The title.</param>
    /// <param name="x">The label of the x axis.</param>
    /// <param name="y">The label of the y axis.</param>
    public static Plot Plot(string title, string x, string y) => PlainPlot.New(title, x, y);

    /// <summary>Writes or replaces a picture, atomically. Cells fill row by row, from the left.</summary>
    /// <param name="path">The file. Its folder must exist.</param>
    /// <param name="plots">The plots, at least one.</param>
    /// <param name="columns">Plots side by side.</param>
    /// <param name="width">A plot's width in pixels.</param>
    /// <param name="height">A plot's height in pixels.</param>
    /// <exception cref="IOException">The picture cannot be written.</exception>
    public static void Save(string path, IReadOnlyList<Plot> plots, int columns, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(plots);
        ArgumentOutOfRangeException.ThrowIfLessThan(plots.Count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        var rows = (plots.Count + columns - 1) / columns;
        using var surface = SKSurface.Create(new SKImageInfo(columns * width, rows * height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(SKColors.White);
        for (var i = 0; i < plots.Count; i++)
        {
            var (left, top) = (i % columns * width, i / columns * height);

            // On a separate canvas: a plot clears its whole canvas.
            using var cell = SKImage.FromEncodedData(plots[i].GetImageBytes(width, height));
            surface.Canvas.DrawImage(cell, left, top);
        }

        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, quality: 100);
        AtomicFile.Write(path, png.SaveTo);
    }
}
