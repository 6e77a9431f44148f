using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;

namespace GanDsl.Generators.Tests.Programs.Harness;

/// <summary>Pictures made larger, and windows averaged, from their definitions: each pair of pixels that belong together, and by how much.</summary>
internal static class Resampling
{
    public static double[] Upsample(double[] x, Extent small, Extent large, Pair scale) => Carry(x, Repeated(scale), small, large, back: false);

    public static double[] BlockSum(double[] x, Extent large, Extent small, Pair scale) => Carry(x, Repeated(scale), small, large, back: true);

    public static double[] Average(double[] x, Extent picture, Extent windows, Window window) => Carry(x, Windowed(window), picture, windows, back: false);

    public static double[] AvgPoolAdjoint(double[] x, Extent windows, Extent picture, Window window) =>
        Carry(x, Windowed(window), picture, windows, back: true);

    // How much of a pixel goes to another, by their rows and columns.
    private static Func<int, int, int, int, double> Repeated(Pair scale) =>
        (row, column, toRow, toColumn) => toRow / scale.Height == row && toColumn / scale.Width == column ? 1 : 0;

    private static Func<int, int, int, int, double> Windowed(Window window) => (row, column, toRow, toColumn) =>
    {
        var (y, x) = (row + window.Padding.Height - (toRow * window.Stride.Height), column + window.Padding.Width - (toColumn * window.Stride.Width));
        return y >= 0 && y < window.Kernel.Height && x >= 0 && x < window.Kernel.Width ? 1.0 / (window.Kernel.Height * window.Kernel.Width) : 0;
    };

    private static double[] Carry(double[] values, Func<int, int, int, int, double> share, Extent from, Extent to, bool back)
    {
        var (sources, targets) = (from.Pixels, to.Pixels);
        var pairs = Pairs(share, from, to).ToArray();
        var planes = values.Length / (back ? targets : sources);
        var result = new double[planes * (back ? sources : targets)];
        for (var plane = 0; plane < planes; plane++)
        {
            foreach (var (pixel, toPixel, part) in pairs)
            {
                var (source, target) = ((plane * sources) + pixel, (plane * targets) + toPixel);
                if (back) result[source] += part * values[target];
                else result[target] += part * values[source];
            }
        }

        return result;
    }

    // The pixels of a plane of which one has a share in the other.
    private static IEnumerable<(int Pixel, int ToPixel, double Part)> Pairs(Func<int, int, int, int, double> share, Extent from, Extent to)
    {
        var (sources, targets, width, toWidth) = (from.Pixels, to.Pixels, from.Shape.Width, to.Shape.Width);
        for (var i = 0; i < sources; i++)
        {
            for (var j = 0; j < targets; j++)
            {
                if (share(i / width, i % width, j / toWidth, j % toWidth) is var part and not 0) yield return (i, j, part);
            }
        }
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
            var (small, large) = means.IsAdjoint ? (means.Inputs, means.Outputs) : (means.Outputs, means.Inputs);
            for (var mean = 0; mean < small; mean++)
            {
                var first = (int)Math.Floor(mean * (double)large / small);
                var end = (int)Math.Ceiling((mean + 1) * (double)large / small);
                for (var pixel = first; pixel < end; pixel++)
                {
                    if (means.IsAdjoint) entries[pixel, mean] = 1.0 / (end - first);
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
        var (pixels, places) = (picture.Pixels, windows.Pixels);
        var inWindow = Pairs(Windowed(window), picture, windows).ToLookup(pair => pair.ToPixel, pair => pair.Pixel);
        for (var at = 0; at < by.Length / pixels * places; at++)
        {
            var first = at / places * pixels;
            each(at, first + inWindow[at % places].MaxBy(pixel => by[first + pixel]));
        }
    }
}
