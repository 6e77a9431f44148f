namespace Theory;

/// <summary>
/// A divergence D_f(p‖q) = ∫ q·f(p/q), by its convex f. For any function T it is at least E_p[T] − E_q[f*(T)], and equal where T = f′(p/q); with T = f′(eˡ) the
/// conjugate is f*(T) = eˡ·f′(eˡ) − f(eˡ), and the best ℓ is log p/q whatever f is (Nowozin et al. 2016).
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="F">f.</param>
/// <param name="Slope">f′.</param>
internal sealed record FDivergence(string Name, Func<double, double> F, Func<double, double> Slope)
{
    /// <summary>T of a logit.</summary>
    public Func<double, double> Score { get; init; } = logit => Slope(Math.Exp(logit));

    /// <summary>f*(T) of a logit.</summary>
    public Func<double, double> Conjugate { get; init; } = logit => (Math.Exp(logit) * Slope(Math.Exp(logit))) - F(Math.Exp(logit));

    public static FDivergence KullbackLeibler { get; } = new("KL", u => u * Math.Log(u), u => Math.Log(u) + 1);

    public static FDivergence ReverseKullbackLeibler { get; } = new("reverse KL", u => -Math.Log(u), u => -1 / u);

    public static FDivergence Jeffreys { get; } = new("Jeffreys", u => (u - 1) * Math.Log(u), u => Math.Log(u) + 1 - (1 / u));

    public static FDivergence PearsonChiSquared { get; } = new("Pearson χ²", u => (u - 1) * (u - 1), u => 2 * (u - 1));

    public static FDivergence NeymanChiSquared { get; } = new("Neyman χ²", u => (1 - u) * (1 - u) / u, u => 1 - (1 / (u * u)));

    public static FDivergence SquaredHellinger { get; } = new("squared Hellinger", u => (Math.Sqrt(u) - 1) * (Math.Sqrt(u) - 1), u => 1 - (1 / Math.Sqrt(u)));

    /// <summary>2·JSD.</summary>
    public static FDivergence JensenShannon { get; } = new(
        "Jensen–Shannon", u => (u * Math.Log(u)) - ((u + 1) * Math.Log((1 + u) / 2)), u => Math.Log(2 * u / (1 + u)));

    /// <summary>2·JSD − 2·log 2: the value of the game as Goodfellow et al. wrote it.</summary>
    public static FDivergence Gan { get; } = new("GAN", u => (u * Math.Log(u)) - ((u + 1) * Math.Log(u + 1)), u => Math.Log(u / (1 + u)));

    public static FDivergence LeCam { get; } = new("Le Cam", u => (u - 1) * (u - 1) / (u + 1), u => (u - 1) * (u + 3) / ((u + 1) * (u + 1)));

    /// <summary>½∫|p − q|. Its f′ is a step function without gradient: T is the smooth ½·tanh ℓ instead, whose best ℓ is infinite where p ≠ q.</summary>
    public static FDivergence TotalVariation { get; } = new("total variation", u => Math.Abs(u - 1) / 2, u => Math.Sign(u - 1) / 2.0)
    {
        Score = logit => Math.Tanh(logit) / 2,
        Conjugate = logit => Math.Tanh(logit) / 2,
    };

    public static IReadOnlyList<FDivergence> All { get; } =
        [KullbackLeibler, ReverseKullbackLeibler, Jeffreys, PearsonChiSquared, NeymanChiSquared, SquaredHellinger, JensenShannon, Gan, LeCam, TotalVariation];

    /// <summary>D_f(p‖q), by quadrature.</summary>
    public double Between(Mixture p, Mixture q) => Quadrature.Integrate(x => q.Density(x) * F(p.Density(x) / q.Density(x)));

    /// <summary>The estimate by a discriminator with these logits at <see cref="Quadrature.Nodes"/>: the bound above, by quadrature.</summary>
    public double Seen(Mixture p, Mixture q, IReadOnlyList<float> logits) =>
        Quadrature.Integrate([.. Quadrature.Nodes.Zip(logits, (x, logit) => (p.Density(x) * Score(logit)) - (q.Density(x) * Conjugate(logit)))]);
}
