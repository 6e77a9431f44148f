using GanDsl.Generators.Layers;
using GanDsl.Generators.Programs;

namespace GanDsl.Generators.Tests.Programs.Harness;

/// <summary>Pictures made larger, and windows averaged, from their definitions: each pair of pixels that belong together, and by how much.</summary>
internal static class Resampling
{
    public static double[] Upsample(double[] x, Extent small, Extent large, Pair scale) => Carry(x, Repeated(scale), small, large, back: false);

    public static double[] BlockSum(double[] x, Extent large, Extent small, Pair scale) => Carry(x, Repeated(scale), small, large, back: true);

    public static double[] Average(double[] x, Extent picture, Extent windows, Window window) => Carry(x, Windowed(window), picture, windows, back: false);

    public static double[] Share(double[] x, Extent windows, Extent picture, Window window) => Carry(x, Windowed(window), picture, windows, back: true);

    // How much of a pixel goes to another, by their rows and columns.
    private static Func<int, int, int, int, double> Repeated(Pair scale) => (row, column, toRow, toColumn) => toRow / scale.Height == row && toColumn / scale.Width == column ? 1 : 0;

    private static Func<int, int, int, int, double> Windowed(Window window) => (row, column, toRow, toColumn) =>
    {
        var (y, x) = (row + window.Padding.Height - (toRow * window.Stride.Height), column + window.Padding.Width - (toColumn * window.Stride.Width));
        return y >= 0 && y < window.Kernel.Height && x >= 0 && x < window.Kernel.Width ? 1.0 / (window.Kernel.Height * window.Kernel.Width) : 0;
    };

    private static double[] Carry(double[] values, Func<int, int, int, int, double> share, Extent from, Extent to, bool back)
    {
        var planes = values.Length / (back ? to : from).Pixels;
        var result = new double[planes * (back ? from : to).Pixels];
        for (var plane = 0; plane < planes; plane++)
        {
            for (var i = 0; i < from.Pixels; i++)
            {
                for (var j = 0; j < to.Pixels; j++)
                {
                    var part = share(i / from.Shape.Width, i % from.Shape.Width, j / to.Shape.Width, j % to.Shape.Width);
                    var (source, target) = ((plane * from.Pixels) + i, (plane * to.Pixels) + j);
                    if (back) result[source] += part * values[target];
                    else result[target] += part * values[source];
                }
            }
        }

        return result;
    }

    public static double[] Resample(double[] x, Extent from, Extent to, Band rows, Band columns)
    {
        var (row, column) = (Entries(rows), Entries(columns));
        return Carry(x, (y, x, toY, toX) => row[toY, y] * column[toX, x], from, to, back: false);
    }

    public static double[] TakeLargest(double[] values, double[] by, Extent picture, Extent windows, Window window)
    {
        var result = new double[by.Length / picture.Pixels * windows.Pixels];
        Largest(by, picture, windows, window, (at, pixel) => result[at] = values[pixel]);
        return result;
    }

    public static double[] GiveLargest(double[] values, double[] by, Extent windows, Extent picture, Window window)
    {
        var result = new double[by.Length];
        Largest(by, picture, windows, window, (at, pixel) => result[pixel] += values[at]);
        return result;
    }

    // A band by its definition: a filter as a loop over stuffed zeros, a mean as the pixels whose ends it covers.
    private static double[,] Entries(Band band)
    {
        var entries = new double[band.Outputs, band.Inputs];
        if (band is Band.Means means)
        {
            var (small, large) = means.IsBack ? (means.Inputs, means.Outputs) : (means.Outputs, means.Inputs);
            for (var mean = 0; mean < small; mean++)
            {
                var first = (int)Math.Floor(mean * (double)large / small);
                var end = (int)Math.Ceiling((mean + 1) * (double)large / small);
                for (var pixel = first; pixel < end; pixel++)
                {
                    if (means.IsBack) entries[pixel, mean] = 1.0 / (end - first);
                    else entries[mean, pixel] = 1.0 / (end - first);
                }
            }

            return entries;
        }

        var fir = (Band.Fir)band;
        for (var o = 0; o < fir.Outputs; o++)
        {
            for (var k = 0; k < fir.Taps.Count; k++)
            {
                var at = (o * fir.Down) + k - fir.Before;
                if (at >= 0 && at % fir.Up == 0 && at / fir.Up < fir.Inputs) entries[o, at / fir.Up] += fir.Taps[k];
            }
        }

        return entries;
    }

    // The pixel with the largest number of each window, the first of equal ones.
    private static void Largest(double[] by, Extent picture, Extent windows, Window window, Action<int, int> each)
    {
        var share = Windowed(window);
        for (var at = 0; at < by.Length / picture.Pixels * windows.Pixels; at++)
        {
            var (plane, to) = (at / windows.Pixels, at % windows.Pixels);
            var pixels = Enumerable.Range(0, picture.Pixels).Where(i => share(i / picture.Shape.Width, i % picture.Shape.Width, to / windows.Shape.Width, to % windows.Shape.Width) > 0);
            each(at, (plane * picture.Pixels) + pixels.MaxBy(i => by[(plane * picture.Pixels) + i]));
        }
    }
}
