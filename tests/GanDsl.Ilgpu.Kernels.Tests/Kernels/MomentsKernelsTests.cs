using GanDsl.Ilgpu.Kernels;
using ILGPU;

namespace GanDsl.Ilgpu.Tests;

[Collection(nameof(Devices))]
public class MomentsKernelsTests
{
    private const float Eps = 1e-5f;
    private static readonly Slicing[] Cuts = [new(1), new(3), new(3, contiguous: true), new(250), new(250, contiguous: true)];

    public static TheoryData<string> All => Devices.Names;

    [Theory]
    [MemberData(nameof(All))]
    public void StatisticsAreTorchs(string device)
    {
        foreach (var batch in new[] { 2, 3, 37 })
        {
            foreach (var cut in Cuts)
            {
                Statistics<E1x1>(device, batch, cut);
                Statistics<E1x7>(device, batch, cut);
                Statistics<E67x1>(device, batch, cut);
                Statistics<E5x35>(device, batch, cut);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void ALargeMeanDoesNotSwallowTheVariance(string device)
    {
        // Float32 steps by 10⁻³ at 10⁴: a mean is right to one step.
        foreach (var cut in Cuts) Statistics<E5x35>(device, 37, cut, center: 1e4, meanError: 1e-3, varianceTolerance: 2e-4);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AnOutlierInFrontDoesNotSpoilTheVariance(string device)
    {
        // Deviations are taken from it: a sum of thousand thousands is right to 0.1, and the mean to a thousandth of that.
        foreach (var cut in Cuts) Statistics<E5x35>(device, 37, cut, outlier: 1e3f, meanError: 2e-4, varianceTolerance: 2e-5);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void WithoutRunningStatisticsNoneAreTouched(string device)
    {
        using var arena = new Arena(Devices.Get(device));
        var (input, mean, variance, inverse) = (arena.Put(1, 2, 3), arena.Room(1), arena.Room(1), arena.Room(1));
        arena.Device.Load<MomentsArguments>(MomentsKernels.Partial<E1x1>).Launch(1, new(arena.View, input, 0, mean, variance, inverse, 3, 1, eps: 0));
        Numbers.Near([2], arena.Read(mean, 1), 1e-7);
        Numbers.Near([2.0 / 3], arena.Read(variance, 1), 1e-6);
        Numbers.Near([1 / Math.Sqrt(2.0 / 3)], arena.Read(inverse, 1), 1e-6);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void EqualRunsGiveEqualBits(string device) =>
        Numbers.Same(Statistics<E5x35>(device, 37, 16), Statistics<E5x35>(device, 37, 16));

    [Fact]
    public void KernelsStayInRegistersOnCuda()
    {
        PtxGate.Check(new Action<Index1D, MomentsArguments>(MomentsKernels.Partial<E5x35>).Method);
        PtxGate.Check(new Action<Index1D, MomentsArguments>(MomentsKernels.Partial<E67x1>).Method);
        PtxGate.Check(new Action<Index1D, MomentsArguments>(MomentsKernels.Merge<E5x35>).Method);
    }

    private static float[] Statistics<TExtent>(
        string device, int batch, Slicing cut, double center = 0.5, float? outlier = null, double meanError = 1e-6, double varianceTolerance = 1e-5)
        where TExtent : struct, IExtent
    {
        using var arena = new Arena(Devices.Get(device));
        var channels = TExtent.Channels;
        var values = Numbers.Normal(batch * channels * TExtent.Pixels, seed: 1, mean: center);
        if (outlier is { } far) values[0] = far;
        float[] oldMean = Numbers.Normal(channels, 2), oldVariance = Numbers.Normal(channels, 3, mean: 5, std: 0.5);
        var input = arena.Put(values);
        var partials = arena.Room(2 * cut.Count * channels);
        var (mean, variance, inverse) = (arena.Room(channels), arena.Room(channels), arena.Room(channels));
        var (runningMean, runningVariance) = (arena.Put(oldMean), arena.Put(oldVariance));
        var arguments = new MomentsArguments(
            arena.View, input, partials, mean, variance, inverse, batch, cut, Eps, runningMean, runningVariance, momentum: 0.3f);
        arena.Device.Load<MomentsArguments>(MomentsKernels.Partial<TExtent>).Launch(MomentsKernels.PartialItems<TExtent>(cut), arguments);
        if (cut.Count > 1) arena.Device.Load<MomentsArguments>(MomentsKernels.Merge<TExtent>).Launch(MomentsKernels.MergeItems<TExtent>(), arguments);

        var count = batch * TExtent.Pixels;
        var means = ByChannel<TExtent>(values, (_, value) => value).Select(sum => sum / count).ToArray();
        var deviations = ByChannel<TExtent>(values, (channel, value) => (value - means[channel]) * (value - means[channel]));
        double[] variances = [.. deviations.Select(sum => sum / count)];
        var results = new[] { mean, variance, inverse, runningMean, runningVariance }.Select(at => arena.Read(at, channels)).ToArray();
        Numbers.Near(means, results[0], relative: 0, meanError);
        Numbers.Near(variances, results[1], varianceTolerance);
        Numbers.Near([.. variances.Select(value => 1 / Math.Sqrt(value + Eps))], results[2], varianceTolerance);
        Numbers.Near([.. means.Select((value, i) => (0.7 * oldMean[i]) + (0.3 * value))], results[3], relative: 1e-6, meanError);
        Numbers.Near([.. deviations.Select((sum, i) => (0.7 * oldVariance[i]) + (0.3 * sum / (count - 1)))], results[4], varianceTolerance);
        return [.. results.SelectMany(result => result)];
    }

    private static double[] ByChannel<TExtent>(float[] values, Func<int, float, double> term)
        where TExtent : struct, IExtent
    {
        var sums = new double[TExtent.Channels];
        for (var i = 0; i < values.Length; i++)
        {
            var channel = i / TExtent.Pixels % TExtent.Channels;
            sums[channel] += term(channel, values[i]);
        }

        return sums;
    }
}
