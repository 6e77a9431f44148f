namespace GanDsl;

/// <summary>An f-divergence between p_data and p_g: D_f = E_g[f(u)], u = p_data/p_g. Nowozin et al. 2016, table 1.</summary>
public enum Divergence
{
    /// <summary>Kullback–Leibler, f(u) = u·log u: penalises missing modes of p_data.</summary>
    KL,

    /// <summary>The reverse KL, f(u) = −log u: penalises samples where p_data is small.</summary>
    ReverseKL,

    /// <summary>The sum of both, f(u) = (u − 1)·log u.</summary>
    Jeffreys,

    /// <summary>Pearson's χ², f(u) = (u − 1)².</summary>
    PearsonChi2,

    /// <summary>Neyman's χ², f(u) = (1 − u)²/u.</summary>
    NeymanChi2,

    /// <summary>The squared Hellinger distance, f(u) = (√u − 1)².</summary>
    SquaredHellinger,

    /// <summary>Twice the Jensen–Shannon divergence, f(u) = u·log u − (u + 1)·log((u + 1)/2).</summary>
    JensenShannon,

    /// <summary>The game of Goodfellow et al. 2014, 2·JSD − 2·log 2, f(u) = u·log u − (u + 1)·log(u + 1).</summary>
    Gan,

    /// <summary>Le Cam's triangular discrimination, f(u) = (u − 1)²/(u + 1).</summary>
    LeCam,

    /// <summary>Total variation, f(u) = ½·|u − 1|. D's output is ½·tanh ℓ: f′ is a step function, which has no gradient.</summary>
    TotalVariation,
}
