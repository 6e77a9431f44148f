using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;

namespace GanDsl.Generators.Tests.Programs.Harness;

/// <summary>Pictures that are moved and covered by draws of their own, a number at a time.</summary>
internal static class Augmenting
{
    public static double[] Shift(double[] pictures, double[] draws, Extent extent, int drawsOfEach, Operation.Shift shift) =>
        Each(pictures, extent, (sample, row, column) =>
        {
            var sign = shift.IsAdjoint ? -1 : 1;
            var down = sign * (Place(draws[(sample * drawsOfEach) + shift.Column], (2 * shift.Most.Height) + 1) - shift.Most.Height);
            var right = sign * (Place(draws[(sample * drawsOfEach) + shift.Column + 1], (2 * shift.Most.Width) + 1) - shift.Most.Width);
            return (row - down, column - right);
        });

    public static double[] Cutout(double[] pictures, double[] draws, Extent extent, int drawsOfEach, Operation.Cutout cut) =>
        Each(pictures, extent, (sample, row, column) =>
        {
            var top = Begin(draws[(sample * drawsOfEach) + cut.Column], extent.Shape.Height, cut.Window.Height);
            var left = Begin(draws[(sample * drawsOfEach) + cut.Column + 1], extent.Shape.Width, cut.Window.Width);
            var isCovered = row >= top && row < top + cut.Window.Height && column >= left && column < left + cut.Window.Width;
            return isCovered ? (-1, -1) : (row, column);
        });

    /// <summary>Pictures read elsewhere, or, back, what each pixel gives to the four around the place that it is read at.</summary>
    public static double[] Warp(double[] pictures, double[] changes, Extent extent, int changesOfEach, Operation.Warp warp)
    {
        var (height, width, result) = (extent.Shape.Height, extent.Shape.Width, new double[pictures.Length]);
        for (var i = 0; i < pictures.Length; i++)
        {
            var of = changes.AsSpan((i / (int)extent.Elements * changesOfEach) + warp.Column, 6);
            var (x, y) = ((i % width) - ((width - 1) / 2.0), (i / width % height) - ((height - 1) / 2.0));
            var (atX, atY) = ((of[0] * x) + (of[1] * y) + of[2] + ((width - 1) / 2.0), (of[3] * x) + (of[4] * y) + of[5] + ((height - 1) / 2.0));
            var (left, above, picture) = ((int)Math.Floor(atX), (int)Math.Floor(atY), i / (height * width) * height * width);
            foreach (var (row, column) in new[] { (above, left), (above, left + 1), (above + 1, left), (above + 1, left + 1) })
            {
                var weight = (1 - Math.Abs(atX - column)) * (1 - Math.Abs(atY - row));
                var from = picture + (Mirrored(row, height) * width) + Mirrored(column, width);
                if (warp.IsAdjoint) result[from] += weight * pictures[i];
                else result[i] += weight * pictures[from];
            }
        }

        return result;
    }

    private static int Mirrored(int at, int size)
    {
        if (size == 1) return 0;
        while (at < 0 || at >= size) at = at < 0 ? -at : (2 * (size - 1)) - at;
        return at;
    }

    // Each number is one of its picture, or 0 where that would lie outside.
    private static double[] Each(double[] pictures, Extent extent, Func<int, int, int, (int Row, int Column)> from)
    {
        var (height, width) = (extent.Shape.Height, extent.Shape.Width);
        return [.. pictures.Select((_, i) =>
        {
            var (row, column) = from(i / (int)extent.Elements, i / width % height, i % width);
            return row < 0 || row >= height || column < 0 || column >= width ? 0 : pictures[(((i / (height * width)) * height) + row) * width + column];
        })];
    }

    private static int Begin(double draw, int size, int window) => Place(draw, size + 1 - (window % 2)) - (window / 2);

    // What is given here may lie anywhere.
    private static int Place(double draw, int places) => Math.Clamp((int)Math.Floor(draw * places), 0, places - 1);
}
