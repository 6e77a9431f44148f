namespace Theory;

/// <summary>N(0, 1).</summary>
internal static class Normal
{
    /// <summary>The probability of less than x, to about 1e-15.</summary>
    public static double Cdf(double x)
    {
        if (x < -9) return 0;
        if (x > 9) return 1;

        // Marsaglia, "Evaluating the Normal Distribution", 2004: Φ(x) = ½ + φ(x)·(x + x³/3 + x⁵/(3·5) + …).
        var (sum, term) = (x, x);
        for (var i = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum) && i < 1_000; i += 2)
        {
            term *= x * x / i;
            sum += term;
        }

        return 0.5 + (sum * Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI));
    }
}
