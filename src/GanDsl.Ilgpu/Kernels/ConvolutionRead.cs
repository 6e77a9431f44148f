using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>Reads eight pixels of a picture's row, zeros beyond its edges.</summary>
internal static class ConvolutionRead
{
    /// <summary>Pixels x, x + step, …; lanes after the last are not used.</summary>
    /// <param name="picture">The picture, all samples and channels.</param>
    /// <param name="size">How many numbers the picture has.</param>
    /// <param name="row">Where the row begins.</param>
    /// <param name="x">The pixel of lane 0; may lie outside.</param>
    /// <param name="step">Pixels from a lane to the next: a constant.</param>
    /// <param name="width">Pixels of a row: a constant.</param>
    /// <param name="last">The last lane that is used.</param>
    public static TileLanes Row(ArrayView<float> picture, long size, int row, int x, int step, int width, int last)
    {
        var at = row + x;
        if (step <= 2 && at >= 0 && at + 2 * Tile.Side <= size)
        {
            // Whole runs are read, over the row's edges into its neighbours, and pixels outside are dropped: no branch per lane.
            var inside = Inside(x, step, width);
            var run = step == 1 ? TileLanes.Read(picture.SubView(at)) : Pairs(picture, at);
            return (inside | -(2 << last)) == -1 ? run : run.Where(inside);
        }

        var pixels = picture.SubView(row);
        return new TileLanes(
            Pixel(pixels, x, width),
            Pixel(pixels, x + step, width),
            Pixel(pixels, x + 2 * step, width),
            Pixel(pixels, x + 3 * step, width),
            Pixel(pixels, x + 4 * step, width),
            Pixel(pixels, x + 5 * step, width),
            Pixel(pixels, x + 6 * step, width),
            Pixel(pixels, x + 7 * step, width));
    }

    /// <summary>Two runs of four pixels, a dilation apart, in rows that may lie outside.</summary>
    public static TileLanes Runs<TShape>(ArrayView<float> large, int pictureA, int yA, int xA, int pictureB, int yB, int xB)
        where TShape : struct, IConvolution
    {
        var rowA = pictureA + yA * TShape.LargeWidth;
        var rowB = pictureB + yB * TShape.LargeWidth;
        if (RunInside<TShape>(yA, xA) && RunInside<TShape>(yB, xB))
        {
            var a = large.SubView(rowA + xA);
            var b = large.SubView(rowB + xB);
            return new TileLanes(
                a[0],
                a[TShape.DilationWidth],
                a[2 * TShape.DilationWidth],
                a[3 * TShape.DilationWidth],
                b[0],
                b[TShape.DilationWidth],
                b[2 * TShape.DilationWidth],
                b[3 * TShape.DilationWidth]);
        }

        return new TileLanes(
            Pixel<TShape>(large, rowA, yA, xA),
            Pixel<TShape>(large, rowA, yA, xA + TShape.DilationWidth),
            Pixel<TShape>(large, rowA, yA, xA + 2 * TShape.DilationWidth),
            Pixel<TShape>(large, rowA, yA, xA + 3 * TShape.DilationWidth),
            Pixel<TShape>(large, rowB, yB, xB),
            Pixel<TShape>(large, rowB, yB, xB + TShape.DilationWidth),
            Pixel<TShape>(large, rowB, yB, xB + 2 * TShape.DilationWidth),
            Pixel<TShape>(large, rowB, yB, xB + 3 * TShape.DilationWidth));
    }

    private static bool RunInside<TShape>(int y, int x)
        where TShape : struct, IConvolution => y >= 0 && y < TShape.LargeHeight && x >= 0 && x + 3 * TShape.DilationWidth < TShape.LargeWidth;

    private static float Pixel<TShape>(ArrayView<float> large, int row, int y, int x)
        where TShape : struct, IConvolution => y >= 0 && y < TShape.LargeHeight && x >= 0 && x < TShape.LargeWidth ? large[row + x] : 0;

    private static float Pixel(ArrayView<float> row, int x, int width) => x >= 0 && x < width ? row[x] : 0;

    // Every other number of sixteen, as the halves of eight 64-bit numbers: adjacent in memory, where every other float would be a gather.
    private static TileLanes Pairs(ArrayView<float> picture, int at)
    {
        var pairs = picture.Cast<long>().SubView(at >> 1);
        var shift = (at & 1) * 32;
        return new TileLanes(
            Half(pairs[0], shift),
            Half(pairs[1], shift),
            Half(pairs[2], shift),
            Half(pairs[3], shift),
            Half(pairs[4], shift),
            Half(pairs[5], shift),
            Half(pairs[6], shift),
            Half(pairs[7], shift));
    }

    private static float Half(long pair, int shift) => Interop.IntAsFloat((uint)(pair >> shift));

    // Bit k: 0 ≤ x + k · step < width.
    private static int Inside(int x, int step, int width)
    {
        var from = Math.Min(Math.Max(0, (step - 1 - x) / step), Tile.Side);
        var to = Math.Min(Math.Max(0, (width - x + step - 1) / step), Tile.Side);
        return ((1 << to) - 1) & ~((1 << from) - 1);
    }
}
