namespace GanDsl;

/// <summary>An f-divergence of p_data from p_g: D_f = E_g[f(u)], u = p_data/p_g. Nowozin et al. 2016, table 1.</summary>
public enum Divergence
{
    /// <summary>Kullback–Leibler, f(u) = u·log u: punishes p_g for what it leaves out.</summary>
    KL,

    /// <summary>KL the other way round, f(u) = −log u: punishes p_g for what it makes up.</summary>
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

    /// <summary>Total variation, f(u) = ½·|u − 1|. D's output is ½·tanh ℓ: f′ is a step, which nothing could descend.</summary>
    TotalVariation,
}
