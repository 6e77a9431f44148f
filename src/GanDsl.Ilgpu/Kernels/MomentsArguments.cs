using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>The arguments of the statistics of a value (batch, channels, pixels) by channel. Offsets count numbers.</summary>
/// <param name="memory">All of the game's memory.</param>
/// <param name="input">Where the value begins.</param>
/// <param name="partials">Where slices' means and squared deviations go, 2 × slices × channels numbers; not touched with one slice.</param>
/// <param name="mean">Where the means go, one per channel.</param>
/// <param name="variance">Where the biased variances go.</param>
/// <param name="inverse">Where 1 / √(variance + eps) goes.</param>
/// <param name="batch">How many samples there are.</param>
/// <param name="slices">How the sums are split; a number means interleaved slices.</param>
/// <param name="eps">What is added to the variance.</param>
/// <param name="runningMean">Where the running means are that are updated, or −1.</param>
/// <param name="runningVariance">Where the running variances are that are updated, unbiased; used only with running means.</param>
/// <param name="momentum">The weight of the new statistics in the running ones.</param>
public readonly struct MomentsArguments(
    ArrayView<float> memory,
    long input,
    long partials,
    long mean,
    long variance,
    long inverse,
    int batch,
    Slicing slices,
    float eps,
    long runningMean = -1,
    long runningVariance = -1,
    float momentum = 0.1f)
{
    private readonly ArrayView<float> memory = memory;
    private readonly long input = input, partials = partials, mean = mean, variance = variance, inverse = inverse;
    private readonly long runningMean = runningMean, runningVariance = runningVariance;
    private readonly float eps = eps, momentum = momentum;

    /// <summary>The value.</summary>
    public ArrayView<float> Input => memory.SubView(input);

    /// <summary>How many samples there are.</summary>
    public int Batch { get; } = batch;

    /// <summary>How the sums are split.</summary>
    public Slicing Slices { get; } = slices;

    /// <summary>A slice's mean; its squared deviations are slices × channels further on.</summary>
    internal long PartialAt(int slice, int channel, int channels) => partials + ((long)slice * channels) + channel;

    internal float Read(long at) => memory[at];

    internal void Write(long at, float value) => memory[at] = value;

    /// <summary>Writes a channel's statistics, and updates the running ones.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="origin">The origin of its mean.</param>
    /// <param name="moments">The moments of all of its numbers.</param>
    internal void Finish(int channel, float origin, Moments moments)
    {
        var average = origin + moments.Mean;
        var biased = moments.Deviations / moments.Count;
        memory[mean + channel] = average;
        memory[variance + channel] = biased;
        memory[inverse + channel] = Functions.Rsqrt(biased + eps);
        if (runningMean < 0) return;
        var unbiased = moments.Deviations / (moments.Count > 1 ? moments.Count - 1 : 1);
        var oldMean = memory[runningMean + channel];
        var oldVariance = memory[runningVariance + channel];
        memory[runningMean + channel] = oldMean + (momentum * (average - oldMean));
        memory[runningVariance + channel] = oldVariance + (momentum * (unbiased - oldVariance));
    }
}
