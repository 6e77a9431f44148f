using Theory;

namespace GanDsl.Samples.Tests.Theory;

/// <summary>The sample's quadrature, against closed forms.</summary>
public class NumbersTests
{
    private static readonly Mixture first = Mixture.Gaussian(0.4, 1.1);
    private static readonly Mixture second = Mixture.Gaussian(-0.5, 0.9);

    // Mathematica's N[CDF[NormalDistribution[], x], 16], as tabulated in DLMF's erfc.
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.8413447460685429)]
    [InlineData(-1, 0.1586552539314571)]
    [InlineData(1.959963984540054, 0.975)]
    [InlineData(-3, 0.001349898031630095)]
    [InlineData(-6, 9.865876450376981e-10)]
    [InlineData(20, 1)]
    public void TheNormalDistribution_IsTheTabulatedOne(double x, double expected) => Assert.Equal(expected, Normal.Cdf(x), 1e-15);

    [Fact]
    public void Simpson_IsExactForCubics_AndADensityIntegratesToOne()
    {
        Assert.Equal(2 * Math.Pow(9, 3) / 3, Quadrature.Integrate(x => (x * x) + (5 * x * x * x)), 1e-9);
        Assert.Equal(1, Quadrature.Integrate(StillGenerator.Data.Density), 1e-9);
    }

    [Fact]
    public void ValuesAtTheNodes_AreOneEach() => Assert.Throws<ArgumentException>(() => Quadrature.Integrate([1.0, 2.0]));

    [Fact]
    public void TheKullbackLeiblerDivergence_OfGaussians()
    {
        // log(s₂/s₁) + (s₁² + (m₁ − m₂)²)/(2·s₂²) − ½
        var expected = Math.Log(0.9 / 1.1) + ((1.21 + 0.81) / (2 * 0.81)) - 0.5;
        Assert.Equal(expected, FDivergence.KullbackLeibler.Between(first, second), 1e-9);
        Assert.Equal(expected, FDivergence.ReverseKullbackLeibler.Between(second, first), 1e-9);
        Assert.Equal(expected + FDivergence.ReverseKullbackLeibler.Between(first, second), FDivergence.Jeffreys.Between(first, second), 1e-9);
    }

    [Fact]
    public void ChiSquared_OfGaussians()
    {
        // ∫ p²/q − 1 for equal spreads: exp((m₁ − m₂)²/s²) − 1
        var other = Mixture.Gaussian(-0.5, 1.1);
        Assert.Equal(Math.Exp(0.81 / 1.21) - 1, FDivergence.PearsonChiSquared.Between(first, other), 1e-9);
        Assert.Equal(Math.Exp(0.81 / 1.21) - 1, FDivergence.NeymanChiSquared.Between(first, other), 1e-9);
    }

    [Fact]
    public void SquaredHellinger_OfGaussians()
    {
        // 2 − 2·√(2·s₁·s₂/(s₁² + s₂²))·exp(−(m₁ − m₂)²/(4·(s₁² + s₂²)))
        var expected = 2 - (2 * Math.Sqrt(2 * 1.1 * 0.9 / (1.21 + 0.81)) * Math.Exp(-0.81 / (4 * 2.02)));
        Assert.Equal(expected, FDivergence.SquaredHellinger.Between(first, second), 1e-9);
    }

    [Fact]
    public void TotalVariation_OfEqualSpreads()
    {
        // Φ(d/2s) − Φ(−d/2s); its kink costs Simpson's rule some digits
        var half = 0.9 / 2 / 1.1;
        Assert.Equal(Normal.Cdf(half) - Normal.Cdf(-half), FDivergence.TotalVariation.Between(first, Mixture.Gaussian(-0.5, 1.1)), 1e-6);
    }

    [Fact]
    public void JensenShannon_IsWrittenThreeTimes_AndIsOne()
    {
        var jsd = ClosedForm.JensenShannon(first, second);
        Assert.Equal(2 * jsd, FDivergence.JensenShannon.Between(first, second), 1e-12);
        Assert.Equal(ClosedForm.Value(jsd), FDivergence.Gan.Between(first, second), 1e-9);

        // ½·KL(p‖m) + ½·KL(q‖m) with m = (p + q)/2, which is a mixture too
        var middle = new Mixture(new Bell(0.5, 0.4, 1.1), new Bell(0.5, -0.5, 0.9));
        Assert.Equal((FDivergence.KullbackLeibler.Between(first, middle) + FDivergence.KullbackLeibler.Between(second, middle)) / 2, jsd, 1e-12);
        Assert.Equal(0, ClosedForm.JensenShannon(first, first), 1e-15);
        Assert.Equal(Math.Log(2), ClosedForm.JensenShannon(Mixture.Gaussian(-6, 0.4), Mixture.Gaussian(6, 0.4)), 1e-9);
    }

    [Fact]
    public void LeCam_IsTheChiSquaredToTheMiddle()
    {
        // ∫ (p − q)²/(p + q) = 2·χ²(p‖m)
        var middle = new Mixture(new Bell(0.5, 0.4, 1.1), new Bell(0.5, -0.5, 0.9));
        Assert.Equal(2 * FDivergence.PearsonChiSquared.Between(first, middle), FDivergence.LeCam.Between(first, second), 1e-9);
    }

    public static TheoryData<string> Names => [.. FDivergence.All.Select(divergence => divergence.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void ASlope_IsItsFunctions(string name)
    {
        var divergence = FDivergence.All.Single(d => d.Name == name);
        foreach (var u in new[] { 0.02, 0.3, 0.9, 1.1, 4, 30 })
        {
            var h = 1e-5 * u;
            Assert.Equal(divergence.Slope(u), (divergence.F(u + h) - divergence.F(u - h)) / (2 * h), 1e-6 * Math.Max(1, Math.Abs(divergence.Slope(u))));
        }

        Assert.Equal(name == "GAN" ? -2 * Math.Log(2) : 0, divergence.F(1), 1e-15);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void WhatADiscriminatorSees_IsTheDivergence_AtTheBestLogit_AndLessAtOthers(string name)
    {
        var divergence = FDivergence.All.Single(d => d.Name == name);
        float[] best = [.. Quadrature.Nodes.Select(x => (float)(Math.Log(first.Density(x) / second.Density(x)) * (name == "total variation" ? 1e4 : 1)))];
        var between = divergence.Between(first, second);

        // The logits are floats; f of e^ℓ in the far tails, where ℓ is about 30, feels that most.
        Assert.Equal(between, divergence.Seen(first, second, best), 2e-4);
        Assert.InRange(
            divergence.Seen(first, second, [.. best.Select(logit => logit * 0.9f)]),
            double.NegativeInfinity,
            between + (name == "total variation" ? 2e-4 : -1e-4));
    }

    [Fact]
    public void Draws_AreOneFromEachStratum_AndFollowTheSeed()
    {
        var data = StillGenerator.Data;
        var draws = data.Draw(1_000, new Random(3));
        Assert.All(draws.Select((x, i) => (data.Cdf(x) * 1_000) - i), place => Assert.InRange(place, -0.01, 1.01));
        Assert.Equal(draws, data.Draw(1_000, new Random(3)));
        Assert.NotEqual(draws, data.Draw(1_000, new Random(4)));
    }

    [Fact]
    public void TheBestD_IsAtDistanceZero_AndAnotherIsNot()
    {
        float[] best = [.. Quadrature.Nodes.Select(x => (float)Math.Log(first.Density(x) / second.Density(x)))];
        Assert.InRange(ClosedForm.WeightedDistance(first, second, best), 0, 1e-6);
        Assert.InRange(ClosedForm.WeightedDistance(first, second, new float[best.Length]), 0.1, 0.5);
    }
}
