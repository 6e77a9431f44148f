using GanDsl.Generators.Objectives;
using GanDsl.Generators.Divergences;
using static GanDsl.Generators.Tests.Objectives.ObjectiveTests;

namespace GanDsl.Generators.Tests.Objectives;

/// <summary>f, its derivative and its conjugate; and what every objective's value says about a pair of distributions on five points.</summary>
public class DivergenceTests
{
    private const double Tolerance = 1e-12;

    private static readonly double[] Data = [0.1, 0.25, 0.3, 0.05, 0.3];
    private static readonly double[] Fake = [0.3, 0.05, 0.3, 0.15, 0.2];

    private static readonly Dictionary<string, (Func<double, double> F, Func<double, double> Slope)> Functions = new()
    {
        ["KL"] = (u => u * Math.Log(u), u => Math.Log(u) + 1),
        ["ReverseKL"] = (u => -Math.Log(u), u => -1 / u),
        ["Jeffreys"] = (u => (u - 1) * Math.Log(u), u => Math.Log(u) + 1 - (1 / u)),
        ["PearsonChi2"] = (u => (u - 1) * (u - 1), u => 2 * (u - 1)),
        ["NeymanChi2"] = (u => (1 - u) * (1 - u) / u, u => 1 - (1 / (u * u))),
        ["SquaredHellinger"] = (u => (Math.Sqrt(u) - 1) * (Math.Sqrt(u) - 1), u => 1 - (1 / Math.Sqrt(u))),
        ["JensenShannon"] = (u => (-(u + 1) * Math.Log((1 + u) / 2)) + (u * Math.Log(u)), u => Math.Log(2 * u / (1 + u))),
        ["Gan"] = (u => (u * Math.Log(u)) - ((u + 1) * Math.Log(u + 1)), u => Math.Log(u / (u + 1))),
        ["LeCam"] = (u => (u - 1) * (u - 1) / (u + 1), u => 1 - (4 / ((1 + u) * (1 + u)))),
    };

    /// <summary>The smooth ones; total variation has no slope at u = 1.</summary>
    public static TheoryData<string> Smooth => [.. Functions.Keys];

    [Fact]
    public void EveryDivergence_IsTestedHereOrIsTotalVariation() =>
        Assert.Equal(DivergenceCatalog.All.Select(form => form.Name), [.. Functions.Keys, "TotalVariation"]);

    /// <summary>Up to where eˣ gives way to its tangent.</summary>
    [Theory]
    [MemberData(nameof(Smooth))]
    public void A_IsTheSlopeOfF_AndB_IsUTimesAMinusF(string name)
    {
        var (form, (f, slope)) = (Form(name), Functions[name]);
        for (var l = -7.25; l <= 7.25; l += 0.25)
        {
            var u = Math.Exp(l);
            AssertClose(slope(u), At(form.A.Value, l), Math.Abs(slope(u)) + 1);
            AssertClose((u * slope(u)) - f(u), At(form.B.Value, l), Math.Abs(u * slope(u)) + Math.Abs(f(u)) + 1);
            AssertClose(u * At(form.A.Slope, l), At(form.B.Slope, l), Math.Abs(At(form.B.Slope, l)));
        }

        AssertClose(f(1), form.Equilibrium, 1);
    }

    /// <summary>f*(t) = sup over u of u·t − f(u), at t = a: no u gives more than b, and u = eˡ gives b.</summary>
    [Theory]
    [MemberData(nameof(Smooth))]
    public void B_IsTheConjugateOfF_AtA(string name)
    {
        var (form, f) = (Form(name), Functions[name].F);
        for (var l = -5.0; l <= 5; l += 0.5)
        {
            var (a, b) = (At(form.A.Value, l), At(form.B.Value, l));
            AssertClose((Math.Exp(l) * a) - f(Math.Exp(l)), b, Math.Abs(Math.Exp(l) * a) + Math.Abs(f(Math.Exp(l))) + 1);
            for (var other = -8.0; other <= 8; other += 0.125)
                Assert.True((Math.Exp(other) * a) - f(Math.Exp(other)) <= b + (1e-9 * (1 + Math.Abs(b))), $"At {l}, {other} gives more.");
        }
    }

    /// <summary>Its f* is t on [−½, ½], which is where ½·tanh ends.</summary>
    [Fact]
    public void TotalVariation_StaysWhereItsConjugateIsFinite()
    {
        for (var l = -50.0; l <= 50; l += 0.5)
        {
            Assert.InRange(At(TotalVariation.Form.A.Value, l), -0.5, 0.5);
            Assert.Equal(At(TotalVariation.Form.A.Value, l), At(TotalVariation.Form.B.Value, l));
        }
    }

    public static TheoryData<string> Bounded => [.. KnownObjectives.All.Keys.Where(
        name => name is not ("Wasserstein" or "NonSaturating 0.1") && !name.StartsWith("Relativistic", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Bounded))]
    public void AtTheBestD_TheEstimateIsTheDivergence_AndAtNoOtherMore(string name)
    {
        var objective = KnownObjectives.All[name];
        var estimate = Estimate(objective, BestLogit(name));

        AssertClose(Divergence(objective.Bound.Divergence), estimate, 1);
        foreach (var (shift, scale) in new[] { (0.1, 1.0), (-0.2, 1), (0, 0.9), (0, 1.1), (0.3, 0.5) })
        {
            Assert.True(Estimate(objective, (p, q) => (scale * BestLogit(name)(p, q)) + shift) <= estimate + 1e-12);
        }
    }

    [Fact]
    public void WithSmoothedLabels_AndWithCritics_TheEstimateIsThatOfTheUnsmoothed()
    {
        var smoothed = KnownObjectives.All["NonSaturating 0.1"];
        Assert.Equal(Estimate(KnownObjectives.All["NonSaturating"], (p, q) => Math.Log(p / q) + 0.3), Estimate(smoothed, (p, q) => Math.Log(p / q) + 0.3));
        Assert.Equal(
            Data.PairedWith(Fake, (p, q) => (p - q) * (p - (2 * q))).Sum(), Estimate(KnownObjectives.All["Wasserstein"], (p, q) => p - (2 * q)), 1e-15);
    }

    /// <summary>Where p_g = p_data: D's loss does not fall from the best constant in either direction, and V is there what is said.</summary>
    [Fact]
    public void Equilibrium_IsTheValueOfTheBestConstant()
    {
        foreach (var (name, objective) in KnownObjectives.All)
        {
            var best = name switch
            {
                "LeastSquares" => 0.5,
                "NonSaturating 0.1" => Math.Log(0.45 / 0.55),
                _ => 0,
            };
            var value = At(objective.ValueOnReals, best) - At(objective.ValueOnFakes, best);
            Assert.True(Math.Abs(value - objective.Equilibrium) < 1e-12, name);
            Assert.True(
                Math.Abs(At(objective.OnReals.Slope, best) + At(objective.OnFakes.Slope, best)) < 1e-12 || objective.RelativisticMode == RelativisticMode.Pair,
                name);
            if (name is not "NonSaturating 0.1" && objective.Bound.Divergence != "D_f") AssertClose(0, At(objective.Bound.Estimate, objective.Equilibrium), 1);
        }
    }

    private static DivergenceForm Form(string name) => DivergenceCatalog.All.Single(form => form.Name == name);

    private static Func<double, double, double> BestLogit(string name) => name switch
    {
        "LeastSquares" => (p, q) => p / (p + q),
        "LeastSquares -1 1 0.25" => (p, q) => (p - q) / (p + q),
        "Hinge" => (p, q) => Math.Sign(p - q),
        _ when name.StartsWith("TotalVariation", StringComparison.Ordinal) => (p, q) => 40 * Math.Sign(p - q),
        _ => (p, q) => Math.Log(p / q),
    };

    private static double Estimate(Objective objective, Func<double, double, double> logit) => At(
        objective.Bound.Estimate,
        Data.PairedWith(Fake, (p, q) => (p * At(objective.ValueOnReals, logit(p, q))) - (q * At(objective.ValueOnFakes, logit(p, q)))).Sum());

    private static double Divergence(string name)
    {
        return name switch
        {
            "JSD" => Sum((p, q) => ((p * Math.Log(2 * p / (p + q))) + (q * Math.Log(2 * q / (p + q)))) / 2),
            "Le Cam" => Sum((p, q) => (p - q) * (p - q) / (p + q)),
            "total variation" => Sum((p, q) => Math.Abs(p - q) / 2),
            _ => Sum((p, q) => q * Functions[name].F(p / q)),
        };

        static double Sum(Func<double, double, double> term) => Data.PairedWith(Fake, term).Sum();
    }

    private static void AssertClose(double expected, double actual, double scale) => Assert.Equal(expected, actual, Tolerance * scale);
}
