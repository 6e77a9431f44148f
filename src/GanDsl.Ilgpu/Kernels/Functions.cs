namespace GanDsl.Ilgpu.Kernels;

/// <summary>
/// The functions in kernels' expressions. Exponential and logarithm are written out, in additions and multiplications: ILGPU has them on
/// CUDA only with another package, drivers round tanh coarsely, so a function is the same on every device. They neither overflow nor cancel; errors are
/// relative, 10⁻⁶ and mostly a tenth of it, and NaN stays NaN. A conditional is its own statement: ILGPU turns such ones into selects, nested
/// ones into jumps, which prevent CPUs' compilers from vectorising.
/// </summary>
public static class Functions
{
    private const float Log2E = 1.44269504f;

    // ln 2 in two parts, the first with so few bits that multiples of it are exact.
    private const float Ln2High = 0.693359375f, Ln2Low = -2.12194440e-4f;

    // Added and subtracted again, it yields the nearest whole number: 1.5·2²³, next to which float32 steps by 1.
    private const float Round = 12582912;

    private const int MantissaBits = 23, Bias = 127;
    private const float SmallestNormal = 1.17549435e-38f;

    /// <summary>1 / (1 + e⁻ˣ). PyTorch equivalent: <c>torch.sigmoid</c>.</summary>
    public static float Sigmoid(float x) => 1 / (1 + Exp(-x));

    /// <summary>log(1 + eˣ), without overflow. PyTorch equivalent: <c>torch.nn.functional.softplus</c>.</summary>
    public static float Softplus(float x) => (x > 0 ? x : 0) + Log1p(Exp(-MathF.Abs(x)));

    /// <summary>The hyperbolic tangent. PyTorch equivalent: <c>torch.tanh</c>.</summary>
    public static float Tanh(float x)
    {
        var size = MathF.Abs(x);

        // Lambert's continued fraction, truncated after five terms: the error is 6·10⁻⁸ at 1, less below, where the other form would cancel.
        var square = size < 1 ? x * x : 1;
        var inner = x * (945 + (square * (105 + square))) / (945 + (square * (420 + (15 * square))));
        var outer = 1 - (2 / (1 + Exp(2 * size)));
        outer = x < 0 ? -outer : outer;
        return size < 1 ? inner : outer;
    }

    /// <summary>The cosine, for angles of up to some thousands of turns, to 10⁻⁷. PyTorch equivalent: <c>torch.cos</c>.</summary>
    public static float Cos(float x) => Rotated(x, 1);

    /// <summary>The sine, for angles of up to some thousands of turns, to 10⁻⁷. PyTorch equivalent: <c>torch.sin</c>.</summary>
    public static float Sin(float x) => Rotated(x, 0);

    /// <summary>The largest whole number that is not above x, for |x| below 2²². PyTorch equivalent: <c>torch.floor</c>.</summary>
    public static float Floor(float x)
    {
        var nearest = x + Round - Round;
        return nearest > x ? nearest - 1 : nearest;
    }

    /// <summary>2/√π · ∫ e^−t² dt from 0 to x. PyTorch equivalent: <c>torch.erf</c>.</summary>
    public static float Erf(float x)
    {
        var size = MathF.Abs(x);

        // Below 1 the Taylor series, with a truncation error of 10⁻⁸; above, 1 minus a Chebyshev fit of the rest, with a relative error of 1.2·10⁻⁷ (Press et
        // al., Numerical Recipes, section 6.2).
        var s = size < 1 ? x * x : 1;
        var series = (-1f / 75600) + (s * ((1f / 685440) - (s * (1f / 6894720))));
        series = (1f / 216) - (s * ((1f / 1320) - (s * ((1f / 9360) + (s * series)))));
        series = 1 - (s * ((1f / 3) - (s * ((1f / 10) - (s * ((1f / 42) - (s * series)))))));
        var inner = 1.128379167f * x * series;

        var t = 1 / (1 + (0.5f * size));
        var fit = -1.13520398f + (t * (1.48851587f + (t * (-0.82215223f + (t * 0.17087277f)))));
        fit = 0.09678418f + (t * (-0.18628806f + (t * (0.27886807f + (t * fit)))));
        fit = -1.26551223f + (t * (1.00002368f + (t * (0.37409196f + (t * fit)))));
        var outer = 1 - (t * Exp(fit - (size * size)));
        outer = x < 0 ? -outer : outer;
        return size < 1 ? inner : outer;
    }

    /// <summary>a where the condition is above 0, else b. PyTorch equivalent: <c>torch.where(condition &gt; 0, a, b)</c>.</summary>
    public static float Select(float condition, float a, float b) => condition > 0 ? a : b;

    /// <summary>x where it is positive, else the slope times x; slope 0 makes it ReLU. PyTorch equivalent: <c>torch.nn.functional.leaky_relu</c>.</summary>
    public static float LeakyReLU(float x, float slope) => x > 0 ? x : slope * x;

    /// <summary>√x. PyTorch equivalent: <c>torch.sqrt</c>.</summary>
    public static float Sqrt(float x) => MathF.Sqrt(x);

    /// <summary>1 / √x. PyTorch equivalent: <c>torch.rsqrt</c>.</summary>
    public static float Rsqrt(float x) => 1 / MathF.Sqrt(x);

    /// <summary>eˣ. PyTorch equivalent: <c>torch.exp</c>.</summary>
    public static float Exp(float x)
    {
        // eˣ = 2ⁿ·eʳ, |r| ≤ ln 2 / 2; the bounds are where the result is infinite or 0. Not MathF.Min and Max: on GPUs they drop NaN.
        var bounded = x > 90 ? 90 : x;
        bounded = bounded < -105 ? -105 : bounded;
        var n = (bounded * Log2E) + Round - Round;
        var r = bounded - (n * Ln2High) - (n * Ln2Low);
        var high = (1f / 24) + (r * ((1f / 120) + (r * ((1f / 720) + (r * (1f / 5040))))));
        var power = 1 + r + (r * r * (0.5f + (r * ((1f / 6) + (r * high)))));

        // 2ⁿ in two factors, since neither 2¹²⁸ nor 2⁻¹⁴⁹ is a normal number.
        var exponent = (int)n;
        var half = exponent >> 1;
        return power * PowerOfTwo(half) * PowerOfTwo(exponent - half);
    }

    /// <summary>The natural logarithm; −∞ at 0, NaN below. PyTorch equivalent: <c>torch.log</c>.</summary>
    public static float Log(float x)
    {
        // x = 2ⁿ·m, m in [√½, √2), and log m = 2 artanh((m − 1) / (m + 1)).
        const int RootHalf = 0x3F3504F3;
        const float Scale = 1 << 25;
        var scaled = x < SmallestNormal ? x * Scale : x;
        var bits = BitConverter.SingleToInt32Bits(scaled);
        var n = (bits - RootHalf) >> MantissaBits;
        var m = BitConverter.Int32BitsToSingle(bits - (n << MantissaBits));
        var exponent = (float)(x < SmallestNormal ? n - 25 : n);
        var t = (m - 1) / (m + 1);
        var s = t * t;
        var series = (1f / 5) + (s * ((1f / 7) + (s * (1f / 9))));
        var fraction = 2 * t * (1 + (s * ((1f / 3) + (s * series))));
        var log = (exponent * Ln2High) + ((exponent * Ln2Low) + fraction);
        log = x > float.MaxValue ? x : log;
        var other = x == 0 ? float.NegativeInfinity : float.NaN;
        return x > 0 ? log : other;
    }

    /// <summary>log(1 + x) for x in [0, 1], accurate where 1 + x would round x away. PyTorch equivalent: <c>torch.log1p</c>.</summary>
    public static float Log1p(float x)
    {
        // 2 artanh(x / (2 + x)): the argument is at most 1/3, and the series' first term left out below 2·10⁻⁸ of the value.
        var t = x / (2 + x);
        var s = t * t;
        var series = (1f / 9) + (s * ((1f / 11) + (s * (1f / 13))));
        series = (1f / 5) + (s * ((1f / 7) + (s * series)));
        return 2 * t * (1 + (s * ((1f / 3) + (s * series))));
    }

    /// <summary>eˣ − 1, accurate where eˣ is close to 1. PyTorch equivalent: <c>torch.expm1</c>.</summary>
    public static float Expm1(float x)
    {
        // Below ½ the series of (eˣ − 1)/x, with a truncation error of 10⁻⁸.
        var series = (1f / 24) + (x * ((1f / 120) + (x * ((1f / 720) + (x * ((1f / 5040) + (x * (1f / 40320))))))));
        var inner = x * (1 + (x * (0.5f + (x * ((1f / 6) + (x * series))))));
        var outer = Exp(x) - 1;
        return MathF.Abs(x) < 0.5f ? inner : outer;
    }

    /// <summary>
    /// x to a power, for x of at least 0. The exponent's product with log x is rounded, so errors grow with it: 10⁻⁷ relative for each unit.
    /// PyTorch equivalent: <c>torch.pow</c>.
    /// </summary>
    public static float Pow(float x, float exponent) => Exp(exponent * Log(x));

    // The sine of x and some quarter turns: the remainder of x after the nearest quarter turn is at most π/4, where the series are short (Moshier's Cephes).
    private static float Rotated(float x, int quarters)
    {
        const float QuartersOf = 0.636619772f, High = 1.5703125f, Middle = 4.837512969970703e-4f, Low = 7.54978995489e-8f;
        var n = (x * QuartersOf) + Round - Round;
        var r = x - (n * High) - (n * Middle) - (n * Low);
        var s = r * r;
        var sine = r + (r * s * (-1.6666654611e-1f + (s * (8.3321608736e-3f - (s * 1.9515295891e-4f)))));
        var cosine = 1 - (0.5f * s) + (s * s * (4.166664568298827e-2f + (s * (-1.388731625493765e-3f + (s * 2.443315711809948e-5f)))));
        var quarter = (int)n + quarters;
        var size = (quarter & 1) == 0 ? sine : cosine;
        return (quarter & 2) == 0 ? size : -size;
    }

    private static float PowerOfTwo(int exponent) => BitConverter.Int32BitsToSingle((exponent + Bias) << MantissaBits);
}
