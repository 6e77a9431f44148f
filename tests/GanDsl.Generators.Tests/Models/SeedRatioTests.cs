using GanDsl.Generators.Objectives;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Tests.Harness;

namespace GanDsl.Generators.Tests.Models;

/// <summary>γ = (dL_G/dℓ)/(dL_fake/dℓ) against what it is known to be, and that no γ is needed where it has no number.</summary>
public class SeedRatioTests
{
    private static readonly double[] Logits = [-30, -5, -1, -0.1, 0, 0.3, 2, 10, 30];

    [Theory]
    [InlineData(nameof(Minimax))]
    [InlineData(nameof(Wasserstein))]
    public void OfLossesThatAreEachOthersNegative_TheRatioIsMinusOne(string objective) => Assert.Equal(new Scalar.Constant(-1), SeedRatio.Of(Read(objective)));

    [Fact]
    public void OfTheNonSaturatingLoss_TheRatioIsMinusExpOfMinusTheLogit()
    {
        var ratio = SeedRatio.Of(Read(nameof(NonSaturating)));

        Assert.Equal("−(σ(−ℓ) / σ(ℓ))", ScalarText.Math(ratio));
        foreach (var logit in Logits) AssertClose(-Math.Exp(-logit), ratio.Evaluate(_ => logit));
    }

    [Theory]
    [InlineData("Minimax")]
    [InlineData("NonSaturating(smoothing: 0.1)")]
    [InlineData("LeastSquares")]
    [InlineData("Hinge")]
    [InlineData("Wasserstein")]
    [InlineData("FDivergence(Divergence.PearsonChi2)")]
    [InlineData("FDivergence(Divergence.LeCam, saturating: true)")]
    [InlineData("FDivergence(Divergence.TotalVariation)")]
    public void OfAnyObjective_TheSlopeTimesTheRatio_IsGsSlope(string declared)
    {
        var objective = Read(declared);
        var slope = SeedRatio.AwayFromZero(objective.OnFakes.Derivative());
        var product = slope * (objective.Generator.Derivative() / slope);
        foreach (var logit in Logits.Concat([-10_000.0, -700, -100, 100, 700]))
        {
            AssertClose(objective.Generator.Derivative().Evaluate(_ => logit), product.Evaluate(_ => logit));
        }
    }

    private static Objective Read(string declared) => Checked.Step(Examples.GameWith($"[{declared}, Adam]")).Objective;

    [Fact]
    public void TheSlopeKeptAwayFromZero_IsTheSlopeItself_WhereItIsOfAnySize()
    {
        var slope = SeedRatio.AwayFromZero(Scalar.L);

        foreach (var value in new[] { -1, -1e-14, 1e-14, 0.5 }) Assert.Equal(value, slope.Evaluate(_ => value));
        foreach (var value in new[] { 0, 1e-16, -1e-16 }) Assert.Equal(SeedRatio.LeastSlope, slope.Evaluate(_ => value));
    }

    private static void AssertClose(double expected, double actual) => Assert.Equal(expected, actual, 1e-12 * Math.Abs(expected));
}
