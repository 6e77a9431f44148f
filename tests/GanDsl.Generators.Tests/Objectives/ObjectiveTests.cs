using GanDsl.Generators.Losses;
using GanDsl.Generators.Objectives;
using GanDsl.Generators.Scalars;

namespace GanDsl.Generators.Tests.Objectives;

/// <summary>
/// Losses and slopes against closed forms at 40 digits, in float64 as reports evaluate them and in float32 as kernels do; and what is said about them.
/// </summary>
public class ObjectiveTests
{
    // What is asked for is 1e-6; the worst that is measured in float64 is a thousand times the last bit, where LeCam's value passes 0.
    private const double Tolerance = 1e-12;
    private const double KernelTolerance = 1e-6;

    // Below it float32 has no full precision.
    private const double Smallest = 1.2e-38;

    private static readonly Lazy<KernelText> Kernels = new(() => KernelText.Compile(KnownObjectives.All.SelectMany(Expressions)));

    public static TheoryData<string> Names => [.. KnownObjectives.All.Keys];

    [Fact]
    public void EveryObjective_HasClosedForms() =>
        Assert.Equal(ClosedForm.All.Select(form => form.Objective).Distinct().Order(), KnownObjectives.All.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void LossesAndSlopes_AreThoseOfTheClosedForms(string name)
    {
        foreach (var form in ClosedForm.All.Where(form => form.Objective == name))
        {
            var losses = Losses(KnownObjectives.All[name]);
            for (var i = 0; i < 3; i++)
            {
                AssertClose(form.Values[i], At(losses[i].Value, form.Logit), Tolerance * Math.Abs(form.Values[i]), $"loss {i} at {form.Logit}");
                AssertClose(form.Slopes[i], At(losses[i].Slope, form.Logit), Tolerance * Math.Abs(form.Slopes[i]), $"slope {i} at {form.Logit}");
            }
        }
    }

    /// <summary>Slopes are held to 1e-6 of themselves; values, which only reports read and which pass 0, to 1e-6 of themselves or of 1.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void KernelText_IsAsRightInFloat32(string name)
    {
        foreach (var form in ClosedForm.All.Where(form => form.Objective == name))
        {
            for (var i = 0; i < 3; i++)
            {
                var (value, slope) = (Kernels.Value[Key(name, i, "value")]((float)form.Logit), Kernels.Value[Key(name, i, "slope")]((float)form.Logit));
                AssertClose(form.Values[i], value, KernelTolerance * Math.Max(1, Math.Abs(form.Values[i])), $"loss {i} at {form.Logit}");
                AssertClose(form.Slopes[i], slope, Math.Max(Smallest, KernelTolerance * Math.Abs(form.Slopes[i])), $"slope {i} at {form.Logit}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void KernelText_IsFinite_WhereverLogitsAre(string name)
    {
        foreach (var logit in new[] { 0f, 15f, -15f, 88.5f, -88.5f, 89.5f, -89.5f, 150, -150, 1000, -1000, 10_000, -10_000 })
        {
            foreach (var (key, _) in Expressions(KeyValuePair.Create(name, KnownObjectives.All[name])))
            {
                Assert.True(float.IsFinite(Kernels.Value[key](logit)), $"{key} is {Kernels.Value[key](logit)} at {logit}.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Slopes_AreTheDerivativesOfTheLosses(string name)
    {
        foreach (var loss in Losses(KnownObjectives.All[name]))
        {
            foreach (var logit in new[] { -20.3, -6, -1.7, -0.4, 0.3, 2.2, 7, 18.9 })
            {
                var expected = (At(loss.Value, logit + 1e-5) - At(loss.Value, logit - 1e-5)) / 2e-5;
                AssertClose(expected, At(loss.Slope, logit), 1e-7 * (1 + Math.Abs(At(loss.Value, logit)) + Math.Abs(expected)), $"slope at {logit}");
            }
        }
    }

    /// <summary>γ = (dL_G/dℓ)/(dL_fake/dℓ), from the closed forms' slopes.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void TheRatio_IsTheQuotientOfTheSlopes(string name)
    {
        var objective = KnownObjectives.All[name];
        Assert.Equal(name is "Hinge" or "Relativistic" or "RelativisticAverage", objective.Ratio is null);
        foreach (var form in ClosedForm.All.Where(form => form.Objective == name && objective.Ratio is not null && form.Slopes[1] != 0))
        {
            var expected = form.Slopes[2] / form.Slopes[1];
            AssertClose(expected, At(objective.Ratio!, form.Logit), Tolerance * Math.Abs(expected), $"the ratio at {form.Logit}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void GsOwnUpdate_DescendsTheRatioTimesDsSlope(string name)
    {
        var objective = KnownObjectives.All[name];
        foreach (var logit in new[] { -3.0, -0.7, 0.4, 2.6 })
        {
            if (objective.Ratio is null) continue;
            AssertClose(
                At(objective.Generator.Slope, logit),
                At(objective.Ratio, logit) * At(objective.OnFakes.Slope, logit),
                1e-13 * (1 + Math.Abs(At(objective.Generator.Slope, logit))),
                $"at {logit}");
        }
    }

    internal static Loss[] Losses(Objective objective) => [objective.OnReals, objective.OnFakes, objective.Generator];

    internal static double At(Scalar scalar, double logit) => scalar.Evaluate(_ => logit);

    private static IEnumerable<(string Key, Scalar Expression)> Expressions(KeyValuePair<string, Objective> objective) =>
        Losses(objective.Value).SelectMany((loss, i) => new[] { (Key(objective.Key, i, "value"), loss.Value), (Key(objective.Key, i, "slope"), loss.Slope) });

    private static string Key(string objective, int loss, string what) => FormattableString.Invariant($"{objective}, {what} {loss}");

    private static void AssertClose(double expected, double actual, double tolerance, string what) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance, FormattableString.Invariant($"{what} is {actual}, not {expected}; {tolerance} off is allowed."));
}
