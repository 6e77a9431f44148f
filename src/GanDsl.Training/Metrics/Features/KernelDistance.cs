using System.Globalization;

namespace GanDsl.Training;

/// <summary>
/// The kernel distance (KID) of Bińkowski et al. 2018: the unbiased estimate of the squared maximum mean discrepancy under k(x, y) = (x·y / d + 1)³, a mean
/// over random subsets. It does not depend on the number of samples, and may be slightly negative.
/// </summary>
public static class KernelDistance
{
    /// <summary>The distance between two sets of features.</summary>
    /// <param name="reals">One set.</param>
    /// <param name="fakes">The other set.</param>
    /// <param name="subsets">How many subsets are drawn, at least 1.</param>
    /// <param name="subsetSize">How many samples of each set a subset has; fewer where there are fewer. At least 2.</param>
    /// <param name="seed">The seed of the subsets.</param>
    /// <exception cref="ArgumentException">The sets are not of the same features.</exception>
    public static MetricValue Between(FeatureSet reals, FeatureSet fakes, int subsets = 100, int subsetSize = 1000, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(reals);
        ArgumentNullException.ThrowIfNull(fakes);
        ArgumentOutOfRangeException.ThrowIfLessThan(subsets, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(subsetSize, 2);
        var protocol = reals.ProtocolWith(fakes);
        var size = Math.Min(subsetSize, Math.Min(reals.Count, fakes.Count));
        var drawn = Enumerable.Range(0, subsets).Select(
            subset => (EpochOrder.Shuffled(reals.Count, seed, 2 * subset)[..size], EpochOrder.Shuffled(fakes.Count, seed, (2 * subset) + 1)[..size])).ToArray();
        var distances = new double[subsets];
        Parallel.For(0, subsets, subset => distances[subset] = Discrepancy(reals, drawn[subset].Item1, fakes, drawn[subset].Item2));
        var mean = distances.Average();
        return new MetricValue(
            "kernel distance",
            mean,
            string.Create(CultureInfo.InvariantCulture, $"{protocol}; {subsets} subsets of {size}"),
            subsets == 1 ? double.NaN : Math.Sqrt(distances.Sum(distance => Math.Pow(distance - mean, 2)) / subsets));
    }

    private static double Discrepancy(FeatureSet reals, int[] ofReals, FeatureSet fakes, int[] ofFakes)
    {
        var (same, other, across, n) = (0.0, 0.0, 0.0, ofReals.Length);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                across += Kernel(reals[ofReals[i]], fakes[ofFakes[j]]);
                if (j <= i) continue;
                same += Kernel(reals[ofReals[i]], reals[ofReals[j]]);
                other += Kernel(fakes[ofFakes[i]], fakes[ofFakes[j]]);
            }
        }

        return (2 * (same + other) / ((double)n * (n - 1))) - (2 * across / ((double)n * n));
    }

    private static double Kernel(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        var product = 0.0;
        for (var i = 0; i < x.Length; i++) product += (double)x[i] * y[i];
        var root = (product / x.Length) + 1;
        return root * root * root;
    }
}
