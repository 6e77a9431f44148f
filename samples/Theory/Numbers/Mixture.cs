namespace Theory;

/// <summary>A component of a mixture.</summary>
/// <param name="Weight">Its weight.</param>
/// <param name="Mean">Its mean.</param>
/// <param name="Std">Its standard deviation.</param>
internal readonly record struct Bell(double Weight, double Mean, double Std);

/// <summary>A mixture of Gaussians on the line: p_data, and the output of an affine G on N(0, 1).</summary>
internal sealed class Mixture
{
    private readonly IReadOnlyList<Bell> bells;
    private readonly Lazy<double[]> table;

    public Mixture(params IReadOnlyList<Bell> bells)
    {
        this.bells = bells;
        table = new(() => [.. Quadrature.Nodes.Select(Cdf)]);
    }

    /// <summary>N(mean, std²).</summary>
    public static Mixture Gaussian(double mean, double std) => new(new Bell(1, mean, std));

    /// <summary>The density at x.</summary>
    public double Density(double x) => bells.Sum(bell => bell.Weight / bell.Std * Math.Exp(-0.5 * Square((x - bell.Mean) / bell.Std))) / Math.Sqrt(2 * Math.PI);

    /// <summary>The probability of less than x.</summary>
    public double Cdf(double x) => bells.Sum(bell => bell.Weight * Normal.Cdf((x - bell.Mean) / bell.Std));

    /// <summary>
    /// Draws samples, one from each of <paramref name="count"/> strata of equal probability: each sample has the same distribution, but a batch is much more
    /// even than independent draws.
    /// </summary>
    public float[] Draw(int count, Random random)
    {
        var samples = new float[count];
        var node = 1;
        for (var i = 0; i < count; i++)
        {
            var p = (i + random.NextDouble()) / count;
            while (node < table.Value.Length - 1 && table.Value[node] < p) node++;
            var (below, above) = (table.Value[node - 1], table.Value[node]);
            var share = above > below ? Math.Clamp((p - below) / (above - below), 0, 1) : 0.5;
            samples[i] = (float)(Quadrature.Nodes[node - 1] + (share * (Quadrature.Nodes[node] - Quadrature.Nodes[node - 1])));
        }

        return samples;
    }

    private static double Square(double x) => x * x;
}
