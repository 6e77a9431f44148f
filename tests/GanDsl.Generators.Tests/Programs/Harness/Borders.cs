extern alias generators;

using GanDsl.Generators.Shapes;
using BorderMode = generators::GanDsl.PaddingMode;

namespace GanDsl.Generators.Tests.Programs.Harness;

/// <summary>Pictures with their border filled, and its adjoint: both from where each pixel of the padded picture comes from.</summary>
internal static class Borders
{
    public static double[] Pad(double[] pictures, Extent extent, BorderMode mode, Pair amount)
    {
        var sources = Sources(extent, mode, amount, pictures.Length);
        return [.. sources.Select(source => source < 0 ? 0 : pictures[source])];
    }

    /// <param name="padded">Padded pictures.</param>
    /// <param name="extent">That of the pictures without their border.</param>
    /// <param name="mode">How the border was filled.</param>
    /// <param name="amount">How wide it is.</param>
    public static double[] PadAdjoint(double[] padded, Extent extent, BorderMode mode, Pair amount)
    {
        var (height, width) = (extent.Shape.Height, extent.Shape.Width);
        var folded = new double[padded.Length / ((height + (2 * amount.Height)) * (width + (2 * amount.Width))) * height * width];
        foreach (var (place, source) in Sources(extent, mode, amount, folded.Length).Index())
        {
            if (source >= 0) folded[source] += padded[place];
        }

        return folded;
    }

    // For each pixel of the padded pictures the one it repeats, or −1 for a zero.
    private static IEnumerable<int> Sources(Extent extent, BorderMode mode, Pair amount, int numbers)
    {
        var (height, width) = (extent.Shape.Height, extent.Shape.Width);
        for (var plane = 0; plane < numbers / (height * width); plane++)
        {
            for (var row = -amount.Height; row < height + amount.Height; row++)
            {
                for (var column = -amount.Width; column < width + amount.Width; column++)
                {
                    var (fromRow, fromColumn) = (Source(row, height, mode), Source(column, width, mode));
                    yield return fromRow < 0 || fromColumn < 0 ? -1 : (((plane * height) + fromRow) * width) + fromColumn;
                }
            }
        }
    }

    private static int Source(int place, int size, BorderMode mode) => mode switch
    {
        _ when place >= 0 && place < size => place,
        BorderMode.Zeros => -1,
        BorderMode.Reflect => place < 0 ? -place : (2 * (size - 1)) - place,
        BorderMode.Replicate => place < 0 ? 0 : size - 1,
        BorderMode.Circular => place < 0 ? place + size : place - size,
        _ => throw new InvalidOperationException(),
    };
}
