using System.Text.RegularExpressions;
using GanDsl.Generators.Backends.Onnx;
using GanDsl.Generators.Backends.Torch;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Tests.Harness;
using GanDsl.Generators.Tests.Objectives;
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

    // Where no function bends or jumps; those that want them positive are asked there alone.
    private static readonly double[] Everywhere = [-7.3, -3.9, -2.1, -1.2, -0.9, -0.4, -0.15, 0.3, 0.8, 1.1, 2.3, 4.4, 6.8];

    public static TheoryData<string> FunctionNames => [.. Scalar.Functions.Select(function => function.Name)];

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
        var derivative = Leaky(X(0), -0.5).Derivative(X(0), value: X(1));

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
        Assert.Equal(
            example.Kernel,
            HostileCulture.Run(() => ScalarText.Kernel(example.Expression, Leaf)).Replace("GanDslKernels::Functions.", "", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryKindOfNode_AndEveryFunction_HasAnExample()
    {
        var nodes = ScalarExamples.All.SelectMany(example => example.Expression.All).ToList();
        var functions = nodes.OfType<Call>().Select(call => call.Name).Distinct();
        var kinds = typeof(Scalar).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Scalar))).Select(type => type.Name);

        Assert.Equal(kinds.Order(StringComparer.Ordinal), nodes.Select(node => node.GetType().Name).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Scalar.Functions.Select(function => function.Name).Order(StringComparer.Ordinal), functions.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(FunctionNames))]
    public void AFunctionsDerivative_ByOperandAndByValue_AgreesWithCentralDifferences(string name)
    {
        foreach (var (call, points) in Calls(name))
        {
            var (derivative, byValue) = (call.Derivative(X(0)), call.Derivative(X(0), value: X(1)));

            Assert.NotEmpty(points);
            Assert.All(points, x =>
            {
                var expected = (At(call, x + Step) - At(call, x - Step)) / (2 * Step);
                AssertClose(expected, At(derivative, x));
                AssertClose(expected, byValue.Evaluate(leaf => leaf == X(0) ? x : At(call, x)));
            });
        }
    }

    /// <summary>To 1e-6 of the value: what the kernels' functions promise.</summary>
    [Fact]
    public void AFunctionsKernel_GivesItsValue()
    {
        var kernels = KernelText.Compile(AllCalls.Select(pair => (pair.Call.ToString(), (Scalar)pair.Call)));

        foreach (var (call, points) in AllCalls)
        {
            Assert.All(points, x => Assert.Equal(At(call, (float)x), kernels[call.ToString()]((float)x), 1e-6 * Math.Abs(At(call, (float)x))));
        }
    }

    /// <summary>The runtime computes reports with it. On tensors it is only compiled.</summary>
    [Fact]
    public void AFunctionsCSharp_GivesItsValue_AndItsTensorsCompile()
    {
        var all = AllCalls.Select(pair => (pair.Call, pair.Points, pair.Call.Function)).ToList();
        var methods = all.SelectMany((pair, i) => new[]
        {
            pair.Function.CSharp is null ? "" : $"public static double F{Numbers.Plain(i)}(double x) => {ScalarText.CSharp(pair.Call, "x")};",
            pair.Function.Torch is null ? "" : $"public torch.Tensor T{Numbers.Plain(i)}(torch.Tensor x) => {new TorchScalarText("x", "x").Mean(pair.Call)};",
        });
        var printed = KernelText.Load(
            "using TorchSharp;\npublic abstract class Printed : GanDsl.Torch.TorchGan<AugmentationDraws, AugmentationDraws>\n{\n"
            + $"private Printed() : base(null!, null!, null!, 1) {{ }}\n{string.Join('\n', methods)}\n}}\n");

        var losses = KnownObjectives.All.Values.SelectMany(ObjectiveTests.Losses).ToList();
        Assert.All(losses.SelectMany(loss => loss.Value.All).OfType<Call>(), call => Assert.NotNull(call.Function.CSharp));
        Assert.All(losses.SelectMany(loss => loss.Slope.All).OfType<Call>(), call => Assert.NotNull(call.Function.Torch));
        foreach (var (i, (call, points, _)) in all.Index().Where(pair => pair.Item.Function.CSharp is not null))
        {
            var compiled = printed.GetMethod($"F{Numbers.Plain(i)}")!.CreateDelegate<Func<double, double>>();
            Assert.All(points, x => Assert.Equal(At(call, x), compiled(x), 1e-14 * Math.Abs(At(call, x))));
        }
    }

    [OracleFact<PyTorch>]
    public void AFunctionsPython_GivesItsValue()
    {
        var checks = AllCalls.Select(pair =>
            $"check({ScalarText.TorchScript(pair.Call, _ => Tensor(pair.Points))}, {Tensor(pair.Points.Select(x => At(pair.Call, x)))})");
        var (ended, said) = SystemPython.Run(PyTorch.Python, "-c", $"""
            import torch
            def check(found, expected):
                torch.testing.assert_close(found, expected, rtol=1e-13, atol=0)
            {string.Join('\n', checks)}
            """);

        Assert.True(ended, said);

        static string Tensor(IEnumerable<double> values) => $"torch.tensor([{string.Join(", ", values.Select(Numbers.Literal))}], dtype=torch.float64)";
    }

    /// <summary>ONNX has no expm1 and no ReLU of a slope among its functions of one number.</summary>
    [Theory]
    [MemberData(nameof(FunctionNames))]
    public void AFunctionsOnnx_IsOfOperatorsThatThereAre(string name)
    {
        string[] there = ["Cos", "Erf", "Exp", "Floor", "LeakyRelu", "Log", "Pow", "Relu", "Sigmoid", "Sin", "Softplus", "Sqrt", "Sub", "Tanh"];
        foreach (var (call, _) in Calls(name))
        {
            var lines = new OnnxLines();
            new OnnxExpression(lines, ["x"]).Write(call, "y");

            Assert.Subset(there.ToHashSet(), Regex.Matches(lines.Text, @"Node\(""(\w+)""").Select(match => match.Groups[1].Value).ToHashSet());
            Assert.Contains("\"y\"", lines.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(800, 800)]
    [InlineData(-800, 0)]
    [InlineData(-30, 9.357622968839737e-14)]
    [InlineData(-40, 4.248354255291589e-18)]
    public void Softplus_IsExactWhereExponentialsAreNot(double x, double expected) =>
        Assert.Equal(expected, ScalarExample.At(Softplus(X(0)), [x]), 1e-14 * expected);

    private static IEnumerable<(Call Call, double[] Points)> AllCalls => Scalar.Functions.SelectMany(function => Calls(function.Name));

    /// <summary>A function of x0 with each second number that an example has, and points where it is defined.</summary>
    private static IEnumerable<(Call Call, double[] Points)> Calls(string name) =>
        from call in ScalarExamples.All.SelectMany(example => example.Expression.All).OfType<Call>().DistinctBy(call => (call.Name, call.Number))
        where call.Name == name
        let ofX = call with { Operand = X(0) }
        select (ofX, Everywhere.Where(x => double.IsFinite(At(ofX, x))).ToArray());

    private static double At(Scalar scalar, double x) => scalar.Evaluate(_ => x);

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
