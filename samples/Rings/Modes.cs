namespace Rings;

/// <summary>Equal narrow Gaussians in the plane, whose centres a generator should find.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Centers">Their centres.</param>
/// <param name="Std">The standard deviation of each, along both axes.</param>
/// <param name="Extent">Pictures show −Extent to Extent.</param>
internal sealed record Modes(string Name, IReadOnlyList<(double X, double Y)> Centers, double Std, double Extent)
{
    /// <summary>Eight on a circle of radius 2.</summary>
    public static Modes Ring { get; } = new(
        "ring of 8", [.. Enumerable.Range(0, 8).Select(i => Math.SinCos(i * Math.PI / 4)).Select(at => (2 * at.Cos, 2 * at.Sin))], 0.05, 3);

    /// <summary>Five by five, 1 apart.</summary>
    public static Modes Grid { get; } = new(
        "grid of 25", [.. from x in Enumerable.Range(-2, 5) from y in Enumerable.Range(-2, 5) select ((double)x, (double)y)], 0.05, 3);

    public static IReadOnlyList<Modes> All { get; } = [Ring, Grid];

    /// <summary>Draws samples: x, y, x, y, …, each from one of the Gaussians at random.</summary>
    public float[] Draw(int count, Random random)
    {
        var samples = new float[2 * count];
        for (var i = 0; i < samples.Length; i += 2)
        {
            var (x, y) = Centers[random.Next(Centers.Count)];

            // Box and Muller: two independent normal numbers from two uniform ones.
            var radius = Std * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            var (sin, cos) = Math.SinCos(2 * Math.PI * random.NextDouble());
            (samples[i], samples[i + 1]) = ((float)(x + (radius * cos)), (float)(y + (radius * sin)));
        }

        return samples;
    }

    /// <summary>Measures a generator by its samples.</summary>
    /// <param name="samples">x, y, x, y, …</param>
    /// <exception cref="ArgumentException">There are none, or an odd number of coordinates.</exception>
    public Score Score(IReadOnlyList<float> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Count == 0 || samples.Count % 2 != 0)
            throw new ArgumentException($"{samples.Count} numbers are not a whole number of points; pass at least one x and its y.", nameof(samples));
        var (near, good) = (new int[Centers.Count], new int[Centers.Count]);
        for (var i = 0; i < samples.Count; i += 2)
        {
            var (nearest, distance) = Nearest(samples[i], samples[i + 1]);
            near[nearest]++;
            if (distance <= 3 * Std) good[nearest]++;
        }

        var count = samples.Count / 2;
        var enough = Math.Max(1, count / (10.0 * Centers.Count));
        return new Score(
            good.Count(number => number >= enough),
            (double)good.Sum() / count,
            near.Where(number => number > 0).Sum(number => (double)number / count * Math.Log((double)number * Centers.Count / count)));
    }

    private (int Index, double Distance) Nearest(double x, double y)
    {
        var (best, least) = (0, double.PositiveInfinity);
        for (var i = 0; i < Centers.Count; i++)
        {
            var distance = Math.Sqrt(((x - Centers[i].X) * (x - Centers[i].X)) + ((y - Centers[i].Y) * (y - Centers[i].Y)));
            if (distance < least) (best, least) = (i, distance);
        }

        return (best, least);
    }
}

/// <summary>How well a generator covers the modes.</summary>
/// <param name="Found">Modes with at least a tenth of their expected samples within three standard deviations.</param>
/// <param name="Good">The fraction of samples within three standard deviations of a mode; 98.9 % for the data itself.</param>
/// <param name="Divergence">
/// KL(q‖uniform) in nats, where q is how often a mode is a sample's nearest: 0 when all are equal, log of their number when one takes all.
/// </param>
internal readonly record struct Score(int Found, double Good, double Divergence);
