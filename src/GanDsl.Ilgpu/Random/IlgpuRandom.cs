using GanDsl.Ilgpu.Kernels;

namespace GanDsl.Ilgpu;

/// <summary>
/// The random numbers of a game: counter-based, so that seed, call and element determine a number, on every device.
/// A call is one launch that draws, or one fill; <see cref="Calls"/> is its only state.
/// </summary>
/// <param name="seed">Any number, as for <c>torch.manual_seed</c>; the numbers differ from PyTorch's.</param>
public sealed class IlgpuRandom(long seed)
{
    /// <summary>The seed.</summary>
    public long Seed { get; private set; } = seed;

    /// <summary>The number of calls; set it to continue from a checkpoint.</summary>
    public long Calls { get; set; }

    /// <summary>The number of a new call.</summary>
    public long NextCall() => Calls++;

    /// <summary>The state of the stream: the seed and the calls.</summary>
    internal NamedTensor State() => new("philox", [2], new TensorValues.Int64([Seed, Calls]));

    /// <summary>Continues from another stream's state.</summary>
    /// <exception cref="ArgumentException">It is not a stream's state.</exception>
    internal void Load(NamedTensor state)
    {
        var (seed, calls) = (((TensorValues.Int64)state.Values).Elements[0], ((TensorValues.Int64)state.Values).Elements[1]);
        if (calls < 0) throw new ArgumentException("philox has a negative number of calls; load a state from a game.", nameof(state));
        (Seed, Calls) = (seed, calls);
    }

    /// <summary>Fills with U(−bound, bound), as <c>torch.nn.init.uniform_</c> does; one call.</summary>
    public void FillUniform(Span<float> values, double bound)
    {
        var call = NextCall();
        for (var i = 0; i < values.Length; i += 4)
        {
            var words = Draw(call, i);
            Put(values[i..], (float)bound * Centred(words.First), (float)bound * Centred(words.Second), (float)bound * Centred(words.Third), (float)bound
                * Centred(words.Fourth));
        }
    }

    /// <summary>Fills with N(mean, std²), as <c>torch.nn.init.normal_</c> does; one call.</summary>
    public void FillNormal(Span<float> values, double mean, double std)
    {
        var call = NextCall();
        var (m, s) = ((float)mean, (float)std);
        for (var i = 0; i < values.Length; i += 4)
        {
            var words = Draw(call, i);
            Put(
                values[i..],
                m + (s * Philox.NormalCosine(words.First, words.Second)),
                m + (s * Philox.NormalSine(words.First, words.Second)),
                m + (s * Philox.NormalCosine(words.Third, words.Fourth)),
                m + (s * Philox.NormalSine(words.Third, words.Fourth)));
        }
    }

    private static float Centred(uint word) => (2 * Philox.Uniform(word)) - 1;

    private static void Put(Span<float> values, float first, float second, float third, float fourth)
    {
        values[0] = first;
        if (values.Length > 1) values[1] = second;
        if (values.Length > 2) values[2] = third;
        if (values.Length > 3) values[3] = fourth;
    }

    private PhiloxWords Draw(long call, int element) => Philox.Draw(Seed, (uint)(element / 4), 0, (uint)call, (uint)(call >> 32));
}
