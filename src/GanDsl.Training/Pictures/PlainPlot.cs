using ScottPlot;
using SkiaSharp;

namespace GanDsl.Training;

/// <summary>The style of plots in reports and samples.</summary>
internal static class PlainPlot
{
    // The library's default is a serif font where there is one.
    private static readonly string? sans = Array.Find(
        ["Inter", "Open Sans", "DejaVu Sans", "Liberation Sans", "Noto Sans", "Segoe UI", "Helvetica", "Arial"], SKFontManager.Default.FontFamilies.Contains);

    /// <summary>An empty plot.</summary>
    /// <param name="title">The title.</param>
    /// <param name="x">The label of the x axis.</param>
    /// <param name="y">The label of the y axis.</param>
    public static Plot New(string title, string x, string y = "")
    {
        var plot = new Plot();
        plot.Title(title, 15);
        plot.XLabel(x, 13);
        plot.YLabel(y, 13);
        plot.Axes.Bottom.Label.Bold = plot.Axes.Left.Label.Bold = false;
        plot.Legend.FontSize = 12;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.OutlineColor = Colors.LightGray;
        if (sans is not null) plot.Font.Set(sans);
        return plot;
    }
}
