namespace Theory;

/// <summary>
/// p_g of a G on the line: the masses of N(0, 1) that G maps into bins. G is known at many quantiles of z and linear in between, and the mass between two of
/// them spreads evenly between their images, by the change of variables p_g(x) = Σ φ(z)/|G′(z)|.
/// </summary>
internal sealed class PushForward
{
    /// <summary>The number of latents at which G is evaluated.</summary>
    public const int Count = 8_001;

    private const int Bins = 900;

    private readonly double[] masses = new double[Bins];

    /// <param name="images">G at the <see cref="Latents"/>.</param>
    public PushForward(IReadOnlyList<float> images)
    {
        if (images.Count != Count) throw new ArgumentException($"There are {images.Count} images of {Count} latents; give one for each.", nameof(images));
        for (var i = 1; i < Count; i++) Spread(Math.Min(images[i - 1], images[i]), Math.Max(images[i - 1], images[i]), Masses[i - 1]);
    }

    /// <summary>The latents at which G is evaluated: evenly spaced from −6 to 6.</summary>
    public static IReadOnlyList<float> Latents { get; } = [.. Enumerable.Range(0, Count).Select(i => (float)(-6 + (12.0 * i / (Count - 1))))];

    /// <summary>The bins' centres.</summary>
    public static IReadOnlyList<double> Middles { get; } = [.. Enumerable.Range(0, Bins).Select(i => Quadrature.From + ((i + 0.5) * Width))];

    /// <summary>The mean density in each bin.</summary>
    public IReadOnlyList<double> Densities => [.. masses.Select(mass => mass / Width)];

    private static double Width => (Quadrature.To - Quadrature.From) / Bins;

    private static double[] Masses { get; } = [.. Latents.Skip(1).Zip(Latents, (to, from) => Normal.Cdf(to) - Normal.Cdf(from))];

    /// <summary>
    /// JSD(p_data‖p_g) in nats over the bins. Bins can only hide differences, so this is a lower bound; <see cref="BinError"/> estimates by how much.
    /// </summary>
    public double JensenShannon(Mixture data) => OverBins(data, merged: 1);

    /// <summary>
    /// The approximate loss from bins: the additional loss with bins twice as wide, divided by three, since the loss grows with the width's square.
    /// </summary>
    public double BinError(Mixture data) => (JensenShannon(data) - OverBins(data, merged: 2)) / 3;

    private double OverBins(Mixture data, int merged)
    {
        var (sum, below) = (0.0, 0.0);
        for (var i = 0; i < Bins; i += merged)
        {
            var q = 0.0;
            for (var j = i; j < i + merged; j++) q += masses[j];
            var upTo = i + merged == Bins ? 1 : data.Cdf(Quadrature.From + ((i + merged) * Width));
            var p = upTo - below;
            below = upTo;
            sum += Term(p, (p + q) / 2) + Term(q, (p + q) / 2);
        }

        return sum / 2;
    }

    private static double Term(double p, double m) => p <= 0 ? 0 : p * Math.Log(p / m);

    private void Spread(double from, double to, double mass)
    {
        var (first, last) = (BinOf(from), BinOf(to));
        if (first == last)
        {
            masses[first] += mass;
            return;
        }

        for (var bin = first; bin <= last; bin++)
        {
            // The outermost bins reach to infinity, so no mass is lost.
            var left = bin == 0 ? double.NegativeInfinity : Quadrature.From + (bin * Width);
            var right = bin == Bins - 1 ? double.PositiveInfinity : Quadrature.From + ((bin + 1) * Width);
            masses[bin] += mass * (Math.Min(to, right) - Math.Max(from, left)) / (to - from);
        }
    }

    private static int BinOf(double x) => (int)Math.Clamp(Math.Floor((x - Quadrature.From) / Width), 0, Bins - 1);
}
