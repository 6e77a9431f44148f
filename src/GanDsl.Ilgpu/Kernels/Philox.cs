namespace GanDsl.Ilgpu.Kernels;

/// <summary>
/// Philox4x32-10 (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"): four random words as a pure function of a key and a counter,
/// the same on the host and in kernels.
/// </summary>
public static class Philox
{
    private const uint MultiplierA = 0xD2511F53, MultiplierB = 0xCD9E8D57;
    private const uint WeylA = 0x9E3779B9, WeylB = 0xBB67AE85;
    private const int Rounds = 10;
    private const float Step = 1f / (1 << 24);

    /// <summary>The four words of a counter.</summary>
    /// <param name="key">The seed, 64 bits of it.</param>
    /// <param name="first">The counter's lowest word: which four elements.</param>
    /// <param name="second">Its second word: which stream of the seed.</param>
    /// <param name="third">Its third word: the low half of which call.</param>
    /// <param name="fourth">Its highest word: the high half of which call.</param>
    public static PhiloxWords Draw(long key, uint first, uint second, uint third, uint fourth)
    {
        var keyA = (uint)key;
        var keyB = (uint)(key >> 32);
        for (var round = 0; round < Rounds; round++)
        {
            var a = (ulong)MultiplierA * first;
            var b = (ulong)MultiplierB * third;
            first = (uint)(b >> 32) ^ second ^ keyA;
            second = (uint)b;
            third = (uint)(a >> 32) ^ fourth ^ keyB;
            fourth = (uint)a;
            keyA = unchecked(keyA + WeylA);
            keyB = unchecked(keyB + WeylB);
        }

        return new PhiloxWords(first, second, third, fourth);
    }

    /// <summary>A word as a number of U[0, 1), a multiple of 2⁻²⁴.</summary>
    public static float Uniform(uint word) => (int)(word >> 8) * Step;

    /// <summary>Two words as a number of N(0, 1), by Box and Muller: √(−2 ln u)·cos 2πv.</summary>
    public static float NormalCosine(uint u, uint v)
    {
        var angle = Angle(v);
        var quarter = v >> 30;
        var size = (quarter & 1) == 0 ? Cosine(angle) : Sine(angle);
        return Radius(u) * (quarter is 1 or 2 ? -size : size);
    }

    /// <summary>Two words as another number of N(0, 1), independent of <see cref="NormalCosine"/>'s: √(−2 ln u)·sin 2πv.</summary>
    public static float NormalSine(uint u, uint v)
    {
        var angle = Angle(v);
        var quarter = v >> 30;
        var size = (quarter & 1) == 0 ? Sine(angle) : Cosine(angle);
        return Radius(u) * (quarter > 1 ? -size : size);
    }

    // u is in (0, 1].
    private static float Radius(uint word) => MathF.Sqrt(-2 * Functions.Log(((int)(word >> 8) + 1) * Step));

    // The angle's distance from its quarter's beginning, shifted by an eighth of a turn, which leaves it uniform: in [−π/4, π/4).
    private static float Angle(uint word) => (((int)((word >> 8) & 0x3FFFFF) * (4 * Step)) - 0.5f) * (MathF.PI / 2);

    // Taylor's series; the first terms left out are below 3·10⁻⁸. Drivers' own sine and cosine have errors of up to 5·10⁻⁷, each different.
    private static float Sine(float x)
    {
        var s = x * x;
        return x * (1 - (s * ((1f / 6) - (s * ((1f / 120) - (s * ((1f / 5040) - (s * (1f / 362880)))))))));
    }

    private static float Cosine(float x)
    {
        var s = x * x;
        return 1 - (s * (0.5f - (s * ((1f / 24) - (s * ((1f / 720) - (s * (1f / 40320))))))));
    }
}
