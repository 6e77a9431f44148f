using GanDsl.Generators.Regularizers;

namespace GanDsl.Generators.Tests.Models;

/// <summary>What backward begins at is the derivative of what is reported, and both are finite where D is flat.</summary>
public class RegularizerTests
{
    [Theory]
    [InlineData(10, 1)]
    [InlineData(0.5, 0.25)]
    [InlineData(3, 0)]
    [InlineData(0, 1)]
    public void TheSlopeOfTheGradientPenalty_IsItsDerivative(double weight, double target) => AssertSlope(new GradientPenalty(weight, target));

    [Theory]
    [InlineData(10)]
    [InlineData(0)]
    public void TheSlopeOfR1_IsItsDerivative(double gamma) => AssertSlope(new R1(gamma));

    [Fact]
    public void WhereDIsFlat_TheGradientPenaltyIsThatOfItsTarget()
    {
        var penalty = new GradientPenalty(Weight: 10, Target: 2);

        Assert.Equal(40, penalty.Penalty.Evaluate(_ => 0), 1e-3);
        Assert.True(double.IsFinite(penalty.Slope.Evaluate(_ => 0)));
    }

    private static void AssertSlope(Regularizer regularizer)
    {
        foreach (var q in new[] { 1e-6, 0.01, 0.5, 1, 2.25, 400 })
        {
            var expected = regularizer.Penalty.Derivative().Evaluate(_ => q);
            Assert.Equal(expected, regularizer.Slope.Evaluate(_ => q), 1e-9 * Math.Max(1, Math.Abs(expected)));
        }
    }
}
