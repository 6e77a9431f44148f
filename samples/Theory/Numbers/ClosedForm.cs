namespace Theory;

/// <summary>The game V(G, D) = E_data[log D(x)] + E_g[log(1 − D(x))] in closed form, for known p_data and p_g (Goodfellow et al. 2014, section 4).</summary>
internal static class ClosedForm
{
    /// <summary>D* = p_data/(p_data + p_g), the best answer to G.</summary>
    public static double Discriminator(Mixture data, Mixture generated, double x) => data.Density(x) / (data.Density(x) + generated.Density(x));

    /// <summary>−2·log 2 + 2·JSD(p_data‖p_g), the value of V at D*.</summary>
    public static double Value(double jensenShannon) => (2 * jensenShannon) - (2 * Math.Log(2));

    /// <summary>JSD(p‖q) = ½·KL(p‖m) + ½·KL(q‖m) with m = (p + q)/2, in nats, by quadrature.</summary>
    public static double JensenShannon(Mixture p, Mixture q) => Quadrature.Integrate(x =>
    {
        var (a, b) = (p.Density(x), q.Density(x));
        return (Term(a, a + b) + Term(b, a + b)) / 2;
    });

    /// <summary>The largest |D − D*| over the line, each weighted with p_data + p_g over its largest value: where there are no samples, D is
    /// arbitrary.</summary>
    /// <param name="data">p_data.</param>
    /// <param name="generated">p_g.</param>
    /// <param name="logits">D's, at <see cref="Quadrature.Nodes"/>.</param>
    public static double WeightedDistance(Mixture data, Mixture generated, IReadOnlyList<float> logits)
    {
        var most = Quadrature.Nodes.Max(x => data.Density(x) + generated.Density(x));
        return Quadrature.Nodes.Zip(
            logits, (x, logit) => (data.Density(x) + generated.Density(x)) / most * Math.Abs(Sigmoid(logit) - Discriminator(data, generated, x))).Max();
    }

    /// <summary>σ(ℓ), the probability of a logit.</summary>
    public static double Sigmoid(double logit) => 1 / (1 + Math.Exp(-logit));

    private static double Term(double density, double both) => density > 0 ? density * Math.Log(2 * density / both) : 0;
}
