namespace GanDsl.Generators.Scalars;

/// <content>Functions in float64 that .NET Standard 2.0 lacks, or that overflow where they need not.</content>
internal abstract partial record Scalar
{
    private static double SoftplusAt(double x) => Math.Max(x, 0) + Log1p(Math.Exp(-Math.Abs(x)));

    // Kahan's formula: the error of u = 1 + x cancels. .NET Standard 2.0 has no log1p.
    private static double Log1p(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) * (x / (u - 1));
    }

    // Kahan's formula again; where eˣ − 1 is −1 or eˣ infinite, there is nothing to cancel.
    private static double Expm1At(double x)
    {
        var u = Math.Exp(x);
        if (u == 1) return x;
        return u - 1 == -1 || double.IsInfinity(u) ? u - 1 : (u - 1) * (x / Math.Log(u));
    }

    // 2/√π · e^−x² · Σ 2ⁿx²ⁿ⁺¹/(2n + 1)!!, whose terms have one sign: nothing cancels. From 6 on it is 1 to the last bit.
    private static double ErfAt(double x)
    {
        if (!(Math.Abs(x) < 6)) return double.IsNaN(x) ? x : Math.Sign(x);
        var (sum, term) = (0.0, x);
        for (var n = 1; Math.Abs(term) > 1e-18 * Math.Abs(sum); n++)
        {
            sum += term;
            term *= 2 * x * x / ((2 * n) + 1);
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    private static double LeakyAt(double x, double slope) => x > 0 ? x : slope * x;
}
