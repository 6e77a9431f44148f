namespace GanDsl.Ilgpu.Tests;

/// <summary>Whether numbers are distributed as they should be.</summary>
internal static class Distribution
{
    /// <summary>What the largest distance of <see cref="KolmogorovSmirnov"/> stays below with probability 1 − 10⁻⁶: √(ln(2·10⁶) / 2n).</summary>
    public static double Bound(int count) => Math.Sqrt(Math.Log(2e6) / (2.0 * count));

    /// <summary>The largest distance between the numbers' distribution function and the given one.</summary>
    public static double KolmogorovSmirnov(float[] values, Func<double, double> distribution)
    {
        var sorted = values.Order().ToArray();
        var distance = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            var expected = distribution(sorted[i]);
            distance = Math.Max(distance, Math.Max(expected - ((double)i / sorted.Length), ((i + 1.0) / sorted.Length) - expected));
        }

        return distance;
    }

    /// <summary>The distribution function of N(0, 1), to 10⁻⁷: Simpson's rule on the density.</summary>
    public static double Normal(double x)
    {
        const int Steps = 200;
        var end = Math.Clamp(x, -8, 8);
        var width = end / Steps;
        var sum = Density(0) + Density(end);
        for (var i = 1; i < Steps; i++) sum += Density(i * width) * (i % 2 == 0 ? 2 : 4);
        return 0.5 + (sum * width / 3);
    }

    private static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
}
