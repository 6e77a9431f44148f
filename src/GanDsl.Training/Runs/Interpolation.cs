namespace GanDsl.Training;

/// <summary>Latents between two latents.</summary>
internal static class Interpolation
{
    /// <summary>
    /// Rows of latents, each from one latent of a list to the next one, on the great circle through both: points between two draws of N(0, I) on a straight
    /// line are shorter than any draw. Shoemake 1985, with lengths between the two's.
    /// </summary>
    /// <param name="latents">An even number of latents.</param>
    /// <param name="size">How many numbers one is.</param>
    /// <param name="columns">How many a row has, including both ends; at least 2.</param>
    public static float[] Rows(ReadOnlySpan<float> latents, int size, int columns)
    {
        var rows = latents.Length / (2 * size);
        var result = new float[rows * columns * size];
        for (var row = 0; row < rows; row++)
        {
            var from = latents.Slice(2 * row * size, size);
            var to = latents.Slice(((2 * row) + 1) * size, size);
            for (var column = 0; column < columns; column++)
                Between(from, to, (double)column / (columns - 1), result.AsSpan(((row * columns) + column) * size, size));
        }

        return result;
    }

    private static void Between(ReadOnlySpan<float> from, ReadOnlySpan<float> to, double share, Span<float> result)
    {
        var (a, b, product) = (0.0, 0.0, 0.0);
        for (var i = 0; i < from.Length; i++)
        {
            a += (double)from[i] * from[i];
            b += (double)to[i] * to[i];
            product += (double)from[i] * to[i];
        }

        (a, b) = (Math.Sqrt(a), Math.Sqrt(b));
        var angle = a * b == 0 ? 0 : Math.Acos(Math.Clamp(product / (a * b), -1, 1));

        // Nearly the same direction, or none, or opposite ones: a straight line.
        var straight = Math.Sin(angle) < 1e-6;
        var (left, right) = straight ? (1 - share, share) : (Math.Sin((1 - share) * angle) / Math.Sin(angle), Math.Sin(share * angle) / Math.Sin(angle));
        var length = ((1 - share) * a) + (share * b);
        var (fromScale, toScale) = straight ? (left, right) : (left * length / a, right * length / b);
        for (var i = 0; i < result.Length; i++) result[i] = (float)((fromScale * from[i]) + (toScale * to[i]));
    }
}
