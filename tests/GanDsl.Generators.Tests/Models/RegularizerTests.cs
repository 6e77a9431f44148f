using GanDsl.Generators.Optimizers;
using GanDsl.Generators.Regularizers;
using GanDsl.Generators.Tests.Harness;

namespace GanDsl.Generators.Tests.Models;

/// <summary>What backward begins at is the derivative of what is reported, and both are finite where D is flat.</summary>
public class RegularizerTests
{
    [Theory]
    [InlineData(10, 1)]
    [InlineData(0.5, 0.25)]
    [InlineData(3, 0)]
    public void TheSlopesOfNormPenalties_AreTheirDerivatives(double weight, double target)
    {
        AssertSlope(new GradientPenalty(weight, target));
        AssertSlope(new GradientPenalty(weight, target, OneSided: true));
        AssertSlope(new Dragan(weight, 0.5, target));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(0.25)]
    public void TheSlopesOfR1AndR2_AreTheirDerivatives(double gamma)
    {
        AssertSlope(new R1(gamma));
        AssertSlope(new R2(gamma));
    }

    [Theory]
    [InlineData(-3, 0, 18)]
    [InlineData(-0.5, 0, 0.5)]
    [InlineData(0, 0, 0)]
    [InlineData(0.5, 0.5, 0)]
    [InlineData(2, 8, 0)]
    public void LeCam_LooksAtRealsAboveTheFakes_AndAtFakesBelowTheReals(double margin, double onReals, double onFakes)
    {
        var lecam = new LeCam(Weight: 2, Decay: 0.9);

        Assert.Equal(onReals, lecam.OnReals.Value.Evaluate(_ => margin), 1e-12);
        Assert.Equal(onFakes, lecam.OnFakes.Value.Evaluate(_ => margin), 1e-12);
        foreach (var loss in new[] { lecam.OnReals, lecam.OnFakes })
        {
            var difference = (loss.Value.Evaluate(_ => margin + 1e-5) - loss.Value.Evaluate(_ => margin - 1e-5)) / 2e-5;
            Assert.Equal(difference, loss.Slope.Evaluate(_ => margin), 1e-4);
        }
    }

    [Theory]
    [InlineData(0.25, 0)]
    [InlineData(1, 0)]
    [InlineData(9, 40)]
    public void AOneSidedPenalty_LooksAtNormsAboveItsTargetAlone(double q, double expected)
    {
        var penalty = new GradientPenalty(Weight: 10, Target: 1, OneSided: true);

        Assert.Equal(expected, penalty.Penalty.Evaluate(_ => q), 1e-9);
        Assert.Equal(expected == 0, penalty.Slope.Evaluate(_ => q) <= 1e-11);
    }

    [Fact]
    public void WhereDIsFlat_TheGradientPenaltyIsThatOfItsTarget()
    {
        var penalty = new GradientPenalty(Weight: 10, Target: 2);

        Assert.Equal(40, penalty.Penalty.Evaluate(_ => 0), 1e-3);
        Assert.True(double.IsFinite(penalty.Slope.Evaluate(_ => 0)));
    }

    /// <summary>Karras et al. 2020, appendix B: lr and betas of 16 calls in 17 moves.</summary>
    [Theory]
    [InlineData("R1(every: 16, lazyAdam: true)", 16.0 / 17)]
    [InlineData("R1(every: 16)", 1)]
    public void LazyAdam_SlowsTheOptimiserOfDAlone(string regularizer, double c)
    {
        var step = Checked.Step(
            $"{Examples.SmallNetworks}\n[Gan<G, D>, NonSaturating, Adam(0.002, beta1: 0.5, beta2: 0.99), {regularizer}] public sealed partial class Game;");

        var (generator, discriminator) = ((Adam)step.GeneratorUpdate.Optimizer, (Adam)step.DiscriminatorUpdate.Optimizer);
        Assert.Equal((0.002, 0.5, 0.99), (generator.Lr, generator.Beta1, generator.Beta2));
        Assert.Equal(0.002 * c, discriminator.Lr, 1e-15);
        Assert.Equal(Math.Pow(0.5, c), discriminator.Beta1, 1e-15);
        Assert.Equal(Math.Pow(0.99, c), discriminator.Beta2, 1e-15);
    }

    private static void AssertSlope(GradientRegularizer regularizer)
    {
        foreach (var q in new[] { 1e-6, 0.01, 0.5, 1, 2.25, 400 })
        {
            var expected = regularizer.Penalty.Derivative().Evaluate(_ => q);
            Assert.Equal(expected, regularizer.Slope.Evaluate(_ => q), 1e-9 * Math.Max(1, Math.Abs(expected)));
        }
    }
}
