using GanDsl.Generators.Scalars;
using GanDsl.Generators.Tests.Harness;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Tests.Programs;

/// <summary>Scalar expressions by what they mean; derivatives by central differences in float64, to 1e-8 of the derivative and of 1.</summary>
public class ScalarTests
{
    private const double Step = 1e-5;

    // x0, x1, x2, the sample's number, ℓ: both signs of every operand that anything bends at.
    private static readonly double[][] Points =
    [
        [0.7, -1.3, 0.4, 2, 0.9],
        [-0.6, 0.8, -1.1, 0, -1.4],
        [1.9, 1.2, 2.3, 1, 0.3],
        [-2.1, -0.5, 0.2, 5, -0.2],
    ];

    public static TheoryData<string> Names => [.. ScalarExamples.All.Select(example => example.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_IsWhatItMeans(string name)
    {
        var example = ScalarExamples.Named(name);

        Assert.All(Points, at => Assert.Equal(example.Meaning(at), example.Evaluate(at), 14));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Derivative_AgreesWithCentralDifferences(string name)
    {
        var example = ScalarExamples.Named(name);
        foreach (var (variable, place) in Variables)
        {
            var derivative = example.Expression.Derivative(variable);

            Assert.All(Points, at => AssertClose(Difference(example, at, place), ScalarExample.At(derivative, at)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void DerivativeByItsValue_IsTheSame(string name)
    {
        var example = ScalarExamples.Named(name);
        foreach (var (variable, place) in Variables)
        {
            var derivative = example.Expression.Derivative(variable, value: X(5));

            Assert.All(Points, at => AssertClose(Difference(example, at, place), ScalarExample.At(derivative, [.. at, example.Meaning(at)])));
        }
    }

    [Theory]
    [InlineData("Sigmoid")]
    [InlineData("Tanh")]
    [InlineData("Leaky")]
    [InlineData("LeakyZero")]
    public void DerivativeByItsValue_OfAnActivation_NeedsNoInput(string name) =>
        Assert.DoesNotContain(X(0), ScalarExamples.Named(name).Expression.Derivative(X(0), value: X(1)).All);

    /// <summary>Where the slope is negative the output is positive on both sides.</summary>
    [Fact]
    public void DerivativeByItsValue_OfALeakyReLUWithNegativeSlope_GoesByItsInput()
    {
        var derivative = new LeakyOf(X(0), -0.5).Derivative(X(0), value: X(1));

        Assert.Equal(-0.5, ScalarExample.At(derivative, [-2, 1]));
        Assert.Equal(1, ScalarExample.At(derivative, [2, 2]));
    }

    [Fact]
    public void SecondDerivatives_AgreeWithCentralDifferences()
    {
        foreach (var example in ScalarExamples.All)
        {
            var first = example.Expression.Derivative(X(0));
            var second = first.Derivative(X(0));
            var slope = example with { Meaning = at => ScalarExample.At(first, at) };

            Assert.All(Points, at => AssertClose(Difference(slope, at, 0), ScalarExample.At(second, at)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Replace_SubstitutesEveryLeaf(string name)
    {
        var expression = ScalarExamples.Named(name).Expression;
        Scalar[] put = [X(1) - 2, X(2) * X(0), 0.5 + X(0)];
        var replaced = expression.Replace(leaf => leaf is Variable(var index) ? put[index] : X(4));

        Assert.Equal(expression, expression.Replace(leaf => leaf));
        Assert.DoesNotContain(L, replaced.All);
        Assert.All(Points, at =>
        {
            double[] moved = [at[1] - 2, at[2] * at[0], 0.5 + at[0], at[3], at[4]];
            Assert.Equal(ScalarExample.At(expression, moved), ScalarExample.At(replaced, at), 12);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_IsTheSame_InEveryCulture(string name)
    {
        var example = ScalarExamples.Named(name);

        Assert.Equal(example.Math, HostileCulture.Run(() => ScalarText.Math(example.Expression)));
        Assert.Equal(example.Kernel, HostileCulture.Run(() => ScalarText.Kernel(example.Expression, Leaf)).Replace("GanDslKernels::Functions.", "", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryKindOfNode_HasAnExample()
    {
        var kinds = typeof(Scalar).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Scalar))).Select(type => type.Name);

        Assert.Equal(
            kinds.Order(StringComparer.Ordinal),
            ScalarExamples.All.SelectMany(example => example.Expression.All).Select(node => node.GetType().Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(800, 800)]
    [InlineData(-800, 0)]
    [InlineData(-30, 9.357622968839737e-14)]
    [InlineData(-40, 4.248354255291589e-18)]
    public void Softplus_IsExactWhereExponentialsAreNot(double x, double expected) =>
        Assert.Equal(expected, ScalarExample.At(Softplus(X(0)), [x]), 1e-14 * expected);

    private static IEnumerable<(Scalar Variable, int Place)> Variables => [(X(0), 0), (X(1), 1), (X(2), 2), (L, 4)];

    private static double Difference(ScalarExample example, double[] at, int place)
    {
        double[] above = [.. at], below = [.. at];
        above[place] += Step;
        below[place] -= Step;
        return (example.Meaning(above) - example.Meaning(below)) / (2 * Step);
    }

    private static void AssertClose(double expected, double actual) => Assert.Equal(expected, actual, 1e-8 * (1 + Math.Abs(expected)));

    private static string Leaf(Scalar leaf) => leaf switch
    {
        Variable(var index) => $"x{Numbers.Plain(index)}",
        SampleIndex => "n",
        _ => "logit",
    };
}
