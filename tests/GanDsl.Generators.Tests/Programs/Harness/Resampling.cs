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
}
