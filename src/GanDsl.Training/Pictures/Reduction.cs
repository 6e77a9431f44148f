namespace GanDsl.Training;

/// <summary>Pictures made smaller by a whole factor.</summary>
internal static class Reduction
{
    /// <summary>The means of squares of pixels, channel by channel; one with NaN in it is NaN.</summary>
    /// <param name="pictures">Pictures, one after the other: planes of <paramref name="height"/> × <paramref name="width"/>.</param>
    /// <param name="height">Rows of a plane.</param>
    /// <param name="width">Columns of a plane.</param>
    /// <param name="by">The side of a square.</param>
    public static float[] Of(float[] pictures, int height, int width, int by)
    {
        if (by == 1) return pictures;
        var (rows, columns) = (GridSize.Reduced(height, by), GridSize.Reduced(width, by));
        var reduced = new float[pictures.Length / (height * width) * rows * columns];
        for (var i = 0; i < reduced.Length; i++)
        {
            var (plane, row, column) = (i / (rows * columns), i / columns % rows, i % columns);
            reduced[i] = Mean(pictures.AsSpan(plane * height * width, height * width), width, row * by, column * by, by);
        }

        return reduced;
    }

    private static float Mean(ReadOnlySpan<float> plane, int width, int top, int left, int by)
    {
        var (right, bottom) = (Math.Min(left + by, width), Math.Min(top + by, plane.Length / width));
        var sum = 0.0;
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++) sum += plane[(y * width) + x];
        }

        return (float)(sum / ((right - left) * (bottom - top)));
    }
}
