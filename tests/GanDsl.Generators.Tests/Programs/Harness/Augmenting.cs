using GanDsl.Generators.Programs;

namespace GanDsl.Generators.Tests.Programs.Harness;

/// <summary>Pictures that are moved and covered by draws of their own, a number at a time.</summary>
internal static class Augmenting
{
    public static double[] Shift(double[] pictures, double[] draws, Extent extent, int drawsOfEach, Operation.Shift shift) => Each(pictures, extent, (sample, row, column) =>
    {
        var sign = shift.Back ? -1 : 1;
        var down = sign * (Place(draws[(sample * drawsOfEach) + shift.Column], (2 * shift.Most.Height) + 1) - shift.Most.Height);
        var right = sign * (Place(draws[(sample * drawsOfEach) + shift.Column + 1], (2 * shift.Most.Width) + 1) - shift.Most.Width);
        return (row - down, column - right);
    });

    public static double[] Cut(double[] pictures, double[] draws, Extent extent, int drawsOfEach, Operation.Cut cut) => Each(pictures, extent, (sample, row, column) =>
    {
        var top = Begin(draws[(sample * drawsOfEach) + cut.Column], extent.Shape.Height, cut.Window.Height);
        var left = Begin(draws[(sample * drawsOfEach) + cut.Column + 1], extent.Shape.Width, cut.Window.Width);
        var isCovered = row >= top && row < top + cut.Window.Height && column >= left && column < left + cut.Window.Width;
        return isCovered ? (-1, -1) : (row, column);
    });

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
