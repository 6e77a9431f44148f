using GanDsl.Generators.Ir;
using GanDsl.Generators.Programs;
using GanDsl.Generators.Tests.Harness;
using GanDsl.Generators.Tests.Programs.Harness;

namespace GanDsl.Generators.Tests.Programs;

/// <summary>Simplify and Fuse change what is launched, never what is computed; PlanMemory lets nothing overwrite what is still read.</summary>
public class PassTests
{
    // The same sums in another order, in float64.
    private const double Tolerance = 1e-9;

    private static readonly Dictionary<string, string> Games = new()
    {
        ["two layers"] = $"{Examples.SmallNetworks}\n{Examples.Game}",
        ["BatchNorm in both players"] = """
            [Generator(latent: 3)]
            [Dense(12), BatchNorm, ReLU, Reshape(3, 2, 2)]
            [ConvTranspose2d(2, kernel: 4, stride: 2, padding: 1), BatchNorm, LeakyReLU(0.2)]
            [ConvTranspose2d(1, kernel: 3, padding: 1), Tanh]
            public sealed partial class G;

            [Discriminator(1, 4, 4)]
            [Conv2d(3, kernel: 3, padding: 1, paddingMode: PaddingMode.Reflect), BatchNorm, LeakyReLU(0.2), Dropout(0.3)]
            [Flatten, Dense(4), BatchNorm(affine: false), Sigmoid, Dense(1)]
            public sealed partial class D;

            [Gan<G, D>, NonSaturating, Adam]
            public sealed partial class Game;
            """,
        ["penalties, odd pictures, the same noise"] = """
            [Generator(latent: 3)]
            [Dense(9), Tanh, Reshape(1, 3, 3)]
            public sealed partial class G;

            [Discriminator(1, 3, 3)]
            [Conv2d(2, kernel: 2, stride: 2, padding: 1), LeakyReLU(0.2), Flatten, Dense(3), Tanh, Dense(1)]
            public sealed partial class D;

            [Gan<G, D>, Wasserstein, GradientPenalty, R1(2), Adam, Alternating(freshNoise: false)]
            public sealed partial class Game;
            """,
        ["norms of samples, groups and channels, and a penalty through them"] = """
            [Generator(latent: 3)]
            [Dense(12), LayerNorm, PReLU(perChannel: true), Reshape(3, 2, 2)]
            [ConvTranspose2d(2, kernel: 4, stride: 2, padding: 1), InstanceNorm(affine: true), SiLU]
            [ConvTranspose2d(1, kernel: 3, padding: 1), PixelNorm, Tanh]
            public sealed partial class G;

            [Discriminator(1, 4, 4)]
            [Conv2d(4, kernel: 3, padding: 1), LayerNorm, Softplus(2), Dropout2d(0.3)]
            [Conv2d(4, kernel: 4, stride: 2, padding: 1), GroupNorm(2), PReLU, GlobalAvgPool, Dense(1)]
            public sealed partial class D;

            [Gan<G, D>, Wasserstein, GradientPenalty, Adam]
            public sealed partial class Game;
            """,
        ["sums by sample and channel that a contraction reads"] = """
            [Generator(latent: 3)]
            [Dense(4), Tanh, Tap("w"), ConstInput(2, 2, 2), ModulatedConv2d(3, "w", up: 2), LeakyReLU(0.2), Scale(1.5), ToRGB(2, "w")]
            public sealed partial class G;

            [Discriminator(2, 4, 4)]
            [Tap("x"), Flatten, Dense(3), Tap("w"), From("x"), ToRGB(3, "w"), Tanh, ModulatedConv2d(2, "w"), SpectralNorm, Tanh, Flatten, Dense(1)]
            public sealed partial class D;

            [Gan<G, D>, NonSaturating, R1, Adam]
            public sealed partial class Game;
            """,
        ["every penalty of gradients, and D ends wide"] = """
            [Generator(latent: 3)]
            [Dense(8), Tanh, Reshape(2, 2, 2)]
            public sealed partial class G;

            [Discriminator(2, 2, 2)]
            [Conv2d(3, kernel: 2), Tanh, Flatten, Dense(3), Sigmoid, Dense(1)]
            public sealed partial class D;

            [Gan<G, D>, NonSaturating, R1, R2(3), Dragan(2, std: 0.25), GradientPenalty(oneSided: true, target: 0.1), Adam]
            public sealed partial class Game;
            """,
        ["lazy penalties, the same noise, BatchNorm in G"] = """
            [Generator(latent: 3)]
            [Dense(8), BatchNorm, Tanh, Reshape(2, 2, 2)]
            public sealed partial class G;

            [Discriminator(2, 2, 2)]
            [Conv2d(3, kernel: 2), Tanh, Flatten, Dense(3), Sigmoid, Dense(1)]
            public sealed partial class D;

            [Gan<G, D>, NonSaturating, R1(every: 4), GradientPenalty, R2(3, every: 4), Adam, Alternating(freshNoise: false)]
            public sealed partial class Game;
            """,
        ["a penalty beside a joint pass of odd pictures"] = """
            [Generator(latent: 3)]
            [Dense(9), Tanh, Reshape(1, 3, 3), Sigmoid]
            public sealed partial class G;

            [Discriminator(1, 3, 3)]
            [Conv2d(2, kernel: 2, stride: 2, padding: 1), Tanh, Flatten, Dense(1)]
            public sealed partial class D;

            [Gan<G, D>, Wasserstein, GradientPenalty, Adam, Alternating(freshNoise: false)]
            public sealed partial class Game;
            """,
        ["a graph in both players, and D looks at penalties"] = """
            [Generator(latent: 3)]
            [Dense(16), Tanh, Reshape(1, 4, 4), Conv2d(2, kernel: 4, stride: 2, padding: 1), BatchNorm, Tanh, Tap("e1")]
            [Conv2d(3, kernel: 2), Tanh, ConvTranspose2d(2, kernel: 2), Tanh, Concat("e1"), ConvTranspose2d(1, kernel: 4, stride: 2, padding: 1), Tanh]
            public sealed partial class G;

            [Discriminator(1, 4, 4)]
            [Conv2d(2, kernel: 3, padding: 1), Tap("in"), LeakyReLU(0.2), Conv2d(2, kernel: 3, padding: 1), Add("in"), Tap("sum")]
            [Conv2d(2, kernel: 3, padding: 1), Sigmoid, Multiply("sum"), Concat("in"), Flatten, Dense(1)]
            public sealed partial class D;

            [Gan<G, D>, Wasserstein, GradientPenalty, Adam]
            public sealed partial class Game;
            """,
        ["blocks in both players"] = """
            [Block]
            [Tap("in"), BatchNorm, ReLU, Conv2d(Width.Out, kernel: 3, padding: 1), Tap("main")]
            [From("in"), Conv2d(Width.Out, kernel: 1), Add("main")]
            public sealed class Residual;

            [Block, Use<Residual>(Width.Out), Tanh, Conv2d(Width.In, kernel: 2, stride: 2)]
            public sealed class Down;

            [Generator(latent: 3)]
            [Dense(18), Reshape(2, 3, 3), Use<Residual>(3), ConvTranspose2d(1, kernel: 4, stride: 2, padding: 1), Tanh]
            public sealed partial class G;

            [Discriminator(1, 6, 6)]
            [Use<Down>(2), Use<Down>(3), Flatten, Dense(1)]
            public sealed partial class D;

            [Gan<G, D>, NonSaturating, R1, Adam]
            public sealed partial class Game;
            """,
        ["G ends in Concat, and D begins with what it reads again"] = """
            [Generator(latent: 3)]
            [Tap("in"), Dense(3), Tanh, Concat("in")]
            public sealed partial class G;

            [Discriminator(6)]
            [Tap("in"), Dense(6), Tanh, Multiply("in"), Concat("in"), Dense(1)]
            public sealed partial class D;

            [Gan<G, D>, NonSaturating, R1, Adam, Alternating(freshNoise: false)]
            public sealed partial class Game;
            """,
        ["spectral norm of all layers of D, and of one of G"] = """
            [Generator(latent: 3)]
            [Dense(9), SpectralNorm, Tanh, Reshape(1, 3, 3)]
            public sealed partial class G;

            [Discriminator(1, 3, 3), SpectralNorm(powerIterations: 2)]
            [ConvTranspose2d(2, kernel: 2), Tanh, Conv2d(3, kernel: 2), LeakyReLU(0.2), Flatten, Dense(1)]
            public sealed partial class D;

            [Gan<G, D>, NonSaturating, R1, Adam]
            public sealed partial class Game;
            """,
        ["at once, convolutions"] = """
            [Generator(latent: 3)]
            [Dense(12), BatchNorm, Tanh, Reshape(3, 2, 2)]
            [ConvTranspose2d(2, kernel: 4, stride: 2, padding: 1), Tanh]
            public sealed partial class G;

            [Discriminator(2, 4, 4)]
            [Conv2d(4, kernel: 3, padding: 1, paddingMode: PaddingMode.Reflect), LeakyReLU(0.2), Dropout(0.3), Conv2d(2, kernel: 2, stride: 2), Tanh, Flatten, Dense(1)]
            public sealed partial class D;

            [Gan<G, D>, NonSaturating, Simultaneous, Adam]
            public sealed partial class Game;
            """,
        ["penalties of logits, in branches, against each other"] = """
            [Generator(latent: 4)]
            [Dense(6), Tanh, Dense(3)]
            public sealed partial class G;

            [Discriminator(3)]
            [Dense(5), Tanh, Dense(1)]
            public sealed partial class D;

            [Gan<G, D>, RelativisticAverage, LeCam(2, decay: 0.7), R1(every: 3), Adam]
            public sealed partial class Game;
            """,
        ["at once, D begins with a transposed convolution of odd pictures, R1"] = """
            [Generator(latent: 3)]
            [Dense(9), Tanh, Reshape(1, 3, 3)]
            public sealed partial class G;

            [Discriminator(1, 3, 3)]
            [ConvTranspose2d(3, kernel: 3, padding: 1), Tanh, Flatten, Dense(1)]
            public sealed partial class D;

            [Gan<G, D>, Minimax, R1(2), Simultaneous, Adam]
            public sealed partial class Game;
            """,
        ["at once, D begins with a norm of groups"] = """
            [Generator(latent: 3)]
            [Dense(16), Tanh, Reshape(4, 2, 2)]
            public sealed partial class G;

            [Discriminator(4, 2, 2)]
            [GroupNorm(2), Conv2d(4, kernel: 2), LayerNorm, Tanh, Flatten, Dense(1)]
            public sealed partial class D;

            [Gan<G, D>, NonSaturating, Simultaneous, Adam]
            public sealed partial class Game;
            """,
        ["patches, reals and fakes against their means, a penalty of the logits"] = """
            [Generator(latent: 3)]
            [Dense(16), Tanh, Reshape(1, 4, 4)]
            public sealed partial class G;

            [Discriminator(1, 4, 4)]
            [Conv2d(3, kernel: 2), Tanh, Conv2d(1, kernel: 2)]
            public sealed partial class D;

            [Gan<G, D>, RelativisticAverage, LeCam, Adam]
            public sealed partial class Game;
            """,
        ["at once, odd pictures, D begins with an activation"] = """
            [Generator(latent: 3)]
            [Dense(9), Tanh, Reshape(1, 3, 3)]
            public sealed partial class G;

            [Discriminator(1, 3, 3)]
            [Sigmoid, ConvTranspose2d(3, kernel: 3, padding: 1), Tanh, Flatten, Dense(1)]
            public sealed partial class D;

            [Gan<G, D>, NonSaturating, Simultaneous, Adam]
            public sealed partial class Game;
            """,
        ["the same noise, and G ends in a reshape"] = """
            [Generator(latent: 3)]
            [Dense(6), Tanh, Dropout, Dense(8), Reshape(2, 2, 2)]
            public sealed partial class G;

            [Discriminator(2, 2, 2)]
            [Conv2d(4, kernel: 2, bias: false), ReLU, Flatten, Dense(1), Reshape(1, 1, 1)]
            public sealed partial class D;

            [Gan<G, D>, Minimax, Adam, Alternating(discriminatorSteps: 2, freshNoise: false)]
            public sealed partial class Game;
            """,
        ["D begins with BatchNorm, and sees the same fakes again"] = """
            [Generator(latent: 2)]
            [Dense(4), Tanh]
            public sealed partial class G;

            [Discriminator(4)]
            [BatchNorm, Dense(3), LeakyReLU(-0.2), BatchNorm(trackRunningStats: false), Dense(1)]
            public sealed partial class D;

            [Gan<G, D>, Minimax, Adam, Alternating(freshNoise: false)]
            public sealed partial class Game;
            """,
    };

    public static TheoryData<string> Names => [.. Games.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void SimplifyAndFuse_KeepEveryGradientAndReport(string game)
    {
        var built = StepProgram.Build(Checked.Step(Games[game]));
        var simplified = Simplify.Run(built);
        var fused = Fuse.Run(simplified);
        var placed = MemoryPlan.Of(fused).Program;
        Assert.True(fused.Nodes.Count < built.Nodes.Count);

        var expected = ProgramInterpreter.Run(built, new Leaves(batch: 3));
        var transposed = MemoryPlan.Of(Fuse.Run(TransposeWeights.Run(simplified, least: 1))).Program;
        foreach (var program in new[] { simplified, fused, placed, transposed, Fuse.Run(built) })
        {
            var actual = ProgramInterpreter.Run(program, new Leaves(batch: 3));
            Assert.Equal(expected.Effects.Select(pair => pair.Effect), actual.Effects.Select(pair => pair.Effect));
            foreach (var (want, have) in expected.Effects.PairedWith(actual.Effects)) AssertClose(want.Taken, have.Taken, want.Effect.ToString());
            Assert.Equal(expected.Statistics.Count, actual.Statistics.Count);
            foreach (var (statistic, values) in expected.Statistics) AssertClose(values, actual.Statistics[statistic], statistic.ToString());
        }
    }

    /// <summary>Reals, fakes, and the same fakes again in G's update.</summary>
    [Fact]
    public void EachPassOfD_UpdatesItsRunningStatistics()
    {
        var last = Fuse.Run(Simplify.Run(StepProgram.Build(Checked.Step(Games["D begins with BatchNorm, and sees the same fakes again"]))));

        Assert.Equal(3, last.Nodes.Count(node => node.Operation is Operation.Moments { RunningMean.Network: 1 }));
    }

    /// <summary>What the fakes alone need of D's gradient is computed for the fakes alone.</summary>
    [Fact]
    public void AtOnce_DsGradientAtItsInput_IsComputedForTheFakesAlone()
    {
        var last = Fuse.Run(Simplify.Run(
            StepProgram.Build(Checked.Step(Examples.Dcgan28().Replace("[NonSaturating]", "[NonSaturating, Simultaneous]", StringComparison.Ordinal)))));

        var atTheInput = last.Nodes.Where(
            node => node.Operation is Operation.Contract { Gives: Side.Large } && node.Note.Contains("D 0 Conv2d", StringComparison.Ordinal)).ToList();
        Assert.Equal(1, Assert.Single(atTheInput).Outputs[0].Extent.Batches);
        Assert.DoesNotContain(last.Nodes, node => node.Operation is Operation.Parameter { Version: > 0 });
    }

    /// <summary>G's gradients of the one-stage step are those of a pass through D with a seed of G's own.</summary>
    [Theory]
    [InlineData("NonSaturating")]
    [InlineData("Minimax")]
    [InlineData("Wasserstein")]
    public void AtOnce_EveryGradientIsThatOfItsOwnPass(string objective)
    {
        const string Networks = """
            [Generator(latent: 3)]
            [Dense(4), Tanh, Dense(2)]
            public sealed partial class G;

            [Discriminator(2)]
            [Dense(4), Tanh, Dense(1)]
            public sealed partial class D;
            """;
        var atOnce = Gradients($"{Networks}\n[Gan<G, D>, {objective}, Simultaneous, Adam]\npublic sealed partial class Game;");
        var inTurn = Gradients($"{Networks}\n[Gan<G, D>, {objective}, Alternating(freshNoise: false), Adam]\npublic sealed partial class Game;");

        Assert.Equal(8, atOnce.Count);
        Assert.Equal(inTurn.Keys.Order(), atOnce.Keys.Order());
        foreach (var (name, expected) in inTurn) AssertClose(expected, atOnce[name], name);
    }

    // D behind its move is what it was before.
    private static Dictionary<string, double[]> Gradients(string source)
    {
        var program = StepProgram.Build(Checked.Step(source));
        var leaves = new Leaves(batch: 5);
        foreach (var node in program.Nodes)
        {
            if (node.Operation is Operation.Parameter { Version: > 0 } moved) leaves.Give(moved, leaves.Of(moved with { Version = 0 }, node.Outputs[0].Extent));
        }

        var run = ProgramInterpreter.Run(program, leaves);
        return run.Effects
            .Where(pair => pair.Effect is Operation.Gradient)
            .ToDictionary(pair => $"{((Operation.Gradient)pair.Effect).Network} {((Operation.Gradient)pair.Effect).Name}", pair => pair.Taken!);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fuse_LeavesNoMapThatCouldBeAnEpilogue(string game)
    {
        var fused = Fuse.Run(Simplify.Run(StepProgram.Build(Checked.Step(Games[game]))));
        var readers = fused.Readers;
        var contractions = fused.Nodes.Where(node => node.Operation is Operation.Contract).ToDictionary(node => node.Outputs[0]);
        Assert.DoesNotContain(fused.Nodes, node => node.Operation is Operation.Map map
            && node.Inputs.Where((input, i) => map.Readings[i] == Reading.Full && contractions.ContainsKey(input) && readers[input].Count() == 1).Any()
            && node.Inputs.Count <= Fuse.MostOperands);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void PlanMemory_OverwritesNothingThatIsStillRead(string game) =>
        MemoryCheck.Run(MemoryPlan.Of(Fuse.Run(Simplify.Run(StepProgram.Build(Checked.Step(Games[game]))))));

    [Theory]
    [MemberData(nameof(Names))]
    public void WithoutFusion_PlanMemoryIsSoundToo(string game) => MemoryCheck.Run(MemoryPlan.Of(Simplify.Run(StepProgram.Build(Checked.Step(Games[game])))));

    [Fact]
    public void MemoryIsShared()
    {
        var plan = MemoryPlan.Of(Fuse.Run(Simplify.Run(StepProgram.Build(Checked.Step(Examples.Dcgan28())))));
        var sum = plan.Program.Nodes.SelectMany(node => node.Outputs).Where(output => output.Extent.Batches > 0)
            .Sum(output => output.Extent.Batches * output.Extent.Elements);
        Assert.True(plan.LengthPerSample < sum / 3, $"{plan.LengthPerSample} of {sum}");
    }

    private static void AssertClose(double[]? expected, double[]? actual, string what)
    {
        Assert.Equal(expected?.Length, actual?.Length);
        if (expected is null) return;
        var size = Math.Max(1e-6, expected.Max(Math.Abs));
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual![i]) <= Tolerance * size, $"{what}[{i}]: {actual[i]} should be {expected[i]}");
    }
}
