using System.Globalization;

namespace GanDsl.Training;

/// <summary>
/// Whether fakes are where reals are, and vice versa. A sample's neighbourhood is the ball to its k-th nearest neighbour in its own set. Precision and recall
/// (Kynkäänniemi et al. 2019) are the fractions of fakes in some real's neighbourhood and of reals in some fake's; density and coverage (Naeem et al. 2020),
/// which outliers do not mislead, are how many reals' neighbourhoods a fake is in, over k, and the fraction of reals whose neighbourhood has a fake.
/// </summary>
/// <param name="Precision">Whether fakes look real.</param>
/// <param name="Recall">Whether reals are all made.</param>
/// <param name="Density">Whether fakes are where many reals are; 1 for fakes like reals, and may be more.</param>
/// <param name="Coverage">Whether the modes of the reals are all reached.</param>
public sealed record Neighbourhoods(MetricValue Precision, MetricValue Recall, MetricValue Density, MetricValue Coverage)
{
    /// <summary>Compares two sets of features. Every distance between two samples is computed: N + M squared, times the features.</summary>
    /// <param name="reals">The reals.</param>
    /// <param name="fakes">The fakes.</param>
    /// <param name="k">Which neighbour a neighbourhood reaches to, at least 1 and less than the samples of either set.</param>
    /// <exception cref="ArgumentException">The sets are not of the same features, or have no such neighbour.</exception>
    public static Neighbourhoods Between(FeatureSet reals, FeatureSet fakes, int k = 5)
    {
        ArgumentNullException.ThrowIfNull(reals);
        ArgumentNullException.ThrowIfNull(fakes);
        var protocol = string.Create(CultureInfo.InvariantCulture, $"{reals.ProtocolWith(fakes)}; k = {k}");
        if (k < 1 || k >= Math.Min(reals.Count, fakes.Count))
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"k is {k}, but the smaller set has {Math.Min(reals.Count, fakes.Count)} samples; it must be at least 1 and less than that."),
                nameof(k));
        }

        var (ofReals, ofFakes) = (Radii(reals, k), Radii(fakes, k));
        var (hits, isMade, isCovered) = (new int[fakes.Count], new bool[reals.Count], new bool[reals.Count]);
        Parallel.For(0, reals.Count, real =>
        {
            for (var fake = 0; fake < fakes.Count; fake++)
            {
                var distance = Distance(reals[real], fakes[fake]);
                if (distance < ofFakes[fake]) isMade[real] = true;
                if (distance >= ofReals[real]) continue;
                isCovered[real] = true;
                Interlocked.Increment(ref hits[fake]);
            }
        });
        return new Neighbourhoods(
            new MetricValue("precision", hits.Average(hit => hit > 0 ? 1.0 : 0), protocol),
            new MetricValue("recall", isMade.Average(made => made ? 1.0 : 0), protocol),
            new MetricValue("density", hits.Average() / k, protocol),
            new MetricValue("coverage", isCovered.Average(covered => covered ? 1.0 : 0), protocol));
    }

    private static double[] Radii(FeatureSet set, int k)
    {
        var radii = new double[set.Count];
        Parallel.For(0, set.Count, sample =>
        {
            var distances = new double[set.Count];
            for (var other = 0; other < set.Count; other++) distances[other] = other == sample ? double.PositiveInfinity : Distance(set[sample], set[other]);
            Array.Sort(distances);
            radii[sample] = distances[k - 1];
        });
        return radii;
    }

    private static double Distance(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            var difference = (double)x[i] - y[i];
            sum += difference * difference;
        }

        return sum;
    }
}
