using GanDsl.Generators.Declarations;
using GanDsl.Generators.Objectives;
using GanDsl.Generators.Divergences;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Tests.Harness;
using static GanDsl.Generators.Tests.Objectives.ObjectiveTests;

namespace GanDsl.Generators.Tests.Objectives;

/// <summary>A user's f, read from its text and differentiated, against the same divergence as it is built in.</summary>
public class CustomDivergenceTests
{
    private const string Alpha = "(Math.Pow(u, 0.3) - 1 - 0.3 * (u - 1)) / (0.3 * (0.3 - 1))";

    public static TheoryData<string, string> BuiltIn => new()
    {
        { "KL", "u * Math.Log(u)" },
        { "ReverseKL", "-Math.Log(u)" },
        { "Jeffreys", "(u - 1) * Math.Log(u)" },
        { "PearsonChi2", "(u - 1) * (u - 1)" },
        { "NeymanChi2", "(1 - u) * (1 - u) / u" },
        { "SquaredHellinger", "Math.Pow(Math.Sqrt(u) - 1, 2)" },
        { "JensenShannon", "-(u + 1) * Math.Log((1 + u) / 2) + u * Math.Log(u)" },
        { "Gan", "u * Math.Log(u) - (u + 1) * Math.Log(u + 1)" },
        { "LeCam", "(u - 1) * (u - 1) / (u + 1)" },
    };

    [Theory]
    [MemberData(nameof(BuiltIn))]
    public void ABuiltInDivergence_WrittenByHand_IsTheSame(string name, string text)
    {
        var (custom, builtIn) = (CustomDivergence.Of("F", Read(text)), DivergenceCatalog.All.Single(form => form.Name == name));

        // Further out the one or the other gives way to its tangent.
        for (var l = -2.5; l <= 2.5; l += 0.125)
        {
            AssertClose(At(builtIn.A.Value, l), At(custom.A.Value, l));
            AssertClose(At(builtIn.B.Value, l), At(custom.B.Value, l));
            AssertClose(At(builtIn.A.Slope, l), At(custom.A.Slope, l));
            AssertClose(At(builtIn.B.Slope, l), At(custom.B.Slope, l));
        }

        Assert.Equal(builtIn.Equilibrium, custom.Equilibrium, 1e-15);
        Assert.Null(CustomDivergence.Flaw(Read(text)));
    }

    [Fact]
    public void AnAlphaDivergence_IsWhatItsFormulasSay()
    {
        var form = CustomDivergence.Of("F", Read(Alpha));
        for (var l = -6.0; l <= 6; l += 0.25)
        {
            var u = Math.Exp(l);
            var slope = (Math.Pow(u, -0.7) - 1) / -0.7;
            AssertClose(slope, At(form.A.Value, l));
            AssertClose((u * slope) - ((Math.Pow(u, 0.3) - 1 - (0.3 * (u - 1))) / -0.21), At(form.B.Value, l));
            AssertClose(Math.Pow(u, -0.7), At(form.A.Slope, l));
            AssertClose(Math.Pow(u, 0.3), At(form.B.Slope, l));
        }
    }

    /// <summary>As kernels print it: finite wherever a logit is, and with slopes right to 1e-3, though f's author wrote terms that cancel.</summary>
    [Theory]
    [MemberData(nameof(BuiltIn))]
    public void InFloat32_ItIsFiniteEverywhere_AndItsSlopesAreRight(string name, string text)
    {
        _ = name;
        var form = CustomDivergence.Of("F", Read(text));
        var printed = KernelText.Compile([("a", form.A.Value), ("b", form.B.Value), ("a'", form.A.Slope), ("b'", form.B.Slope)]);
        foreach (var key in new[] { "a", "b", "a'", "b'" })
        {
            foreach (var logit in new[] { 0, 15, 15.001f, 20, 80, 88.7f, 100, 1000, 10_000 })
            {
                Assert.True(float.IsFinite(printed[key](logit)) && float.IsFinite(printed[key](-logit)), $"{key} at {logit}");
            }
        }

        for (var l = -16.03125f; l <= 17; l += 0.1875f)
        {
            Assert.Equal(1, printed["a'"](l) / At(form.A.Slope, l), 1e-3);
            Assert.Equal(1, printed["b'"](l) / At(form.B.Slope, l), 1e-3);
        }
    }

    [Fact]
    public void WhatIsRead_ComparesByValue() => Assert.Equal(Function(Alpha), Function($"( {Alpha} )"));

    [Fact]
    public void NumbersAreRead_InEveryCulture() => Assert.Equal(Read(Alpha), HostileCulture.Run(() => Read(Alpha)));

    private static Scalar Read(string expression) => Function(expression).Expression!;

    private static CustomFunction Function(string expression) => FunctionReader.Read(
        GanCompilation.Create($"public static class Written {{ public static double F(double u) => {expression}; }}").GetTypeByMetadataName("Written")!);

    private static void AssertClose(double expected, double actual) => Assert.Equal(expected, actual, 1e-9 * (1 + Math.Abs(expected)));
}
