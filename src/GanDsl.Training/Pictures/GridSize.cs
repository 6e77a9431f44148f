namespace GanDsl.Training;

/// <summary>How large a run's samples are drawn, so that a grid of any of them is a picture that programs open.</summary>
/// <param name="Reduction">How many of a sample's pixels, down and across, become one.</param>
/// <param name="Magnification">How many pixels wide and high one of a sample's is drawn.</param>
internal sealed record GridSize(int Reduction, int Magnification)
{
    /// <summary>Samples side by side.</summary>
    public const int Columns = 8;

    /// <summary>Pixels between neighbours.</summary>
    public const int Gap = 2;

    /// <summary>Of a whole grid: 64 samples of 556×556, or 80 MB before they are compressed.</summary>
    public const int MostPixels = 20_000_000;

    /// <summary>The largest size of that many samples that a grid has room for: twice their own, their own, or a whole part of it.</summary>
    public static GridSize Of(int count, int height, int width)
    {
        if (Fits(count, 2L * height, 2L * width)) return new GridSize(1, 2);
        var reduction = 1;
        while (reduction < Math.Max(height, width) && !Fits(count, Reduced(height, reduction), Reduced(width, reduction))) reduction++;
        return new GridSize(reduction, 1);
    }

    /// <summary>A side of a sample after it is reduced; the last pixel may be of fewer than the others.</summary>
    public static int Reduced(int side, int reduction) => (side + reduction - 1) / reduction;

    private static bool Fits(int count, long height, long width)
    {
        var across = (Math.Min(Columns, count) * (width + Gap)) + Gap;
        var down = ((count + Columns - 1) / Columns * (height + Gap)) + Gap;
        return across <= short.MaxValue && down <= short.MaxValue && across * down <= MostPixels;
    }
}
