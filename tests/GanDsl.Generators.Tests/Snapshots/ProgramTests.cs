using GanDsl.Generators.Ir;
using GanDsl.Generators.Programs;
using GanDsl.Generators.Tests.Harness;

namespace GanDsl.Generators.Tests.Snapshots;

/// <summary>The programs that backends without reverse mode run, after each pass.</summary>
public class ProgramTests
{
    [Fact]
    public Task SmallGameAfterEachPass() => Verifier.Verify(AfterEachPass($"{Examples.SmallNetworks}\n{Examples.Game}"));

    [Fact]
    public Task Dcgan() => Verifier.Verify(AfterTheLastPass(Examples.Dcgan28()));

    [Fact]
    public Task DcganAtOnce() =>
        Verifier.Verify(AfterTheLastPass(Examples.Dcgan28().Replace("[NonSaturating]", "[NonSaturating, Simultaneous]", StringComparison.Ordinal)));

    [Fact]
    public Task DcganWithBatchNormInD() => Verifier.Verify(AfterTheLastPass(Examples.Dcgan28("BatchNorm, ")));

    /// <summary>Forward and backward together; what is fused into another layer's launch counts there, as it costs none of its own.</summary>
    [Theory]
    [InlineData("mlp")]
    [InlineData("dcgan")]
    public void NoLayer_TakesMoreThanSixLaunchesInAnUpdate(string game)
    {
        var plan = MemoryPlan.Of(Fuse.Run(Simplify.Run(StepProgram.Build(Checked.Step(game == "mlp" ? Examples.Mlp : Examples.Dcgan28())))));
        var launches = new Dictionary<string, int>();
        var update = "D's update";
        foreach (var node in plan.Program.Nodes)
        {
            if (node.Operation is Operation.Update) update = "G's update";
            if (node.Operation is not (Operation.Contract or Operation.Map or Operation.Reduce or Operation.Moments)) continue;
            var layer = $"{update}, {node.Note.Split(';')[0].Replace(", backward", "", StringComparison.Ordinal)}";
            launches[layer] = launches.GetValueOrDefault(layer) + (plan.Scratches.ContainsKey(node.Outputs[0]) ? 2 : 1);
        }

        Assert.True(launches.Count > 10);
        Assert.All(launches, pair => Assert.True(pair.Value <= 6, $"{pair.Key}: {pair.Value}"));
    }

    [Fact]
    public Task GradientPenalty() => Verifier.Verify(AfterTheLastPass("""
        [Generator(latent: 2)]
        [Dense(3)]
        public sealed partial class G;

        [Discriminator(3)]
        [Dense(4), Tanh, Dense(1)]
        public sealed partial class D;

        [Gan<G, D>]
        [Wasserstein, GradientPenalty(weight: 10), Adam(1e-4, beta1: 0)]
        public sealed partial class Game;
        """));

    [Fact]
    public Task LazyR1() => Verifier.Verify(AfterTheLastPass("""
        [Generator(latent: 2)]
        [Dense(4)]
        public sealed partial class G;

        [Discriminator(4)]
        [Dense(3), Tanh, Dense(1)]
        public sealed partial class D;

        [Gan<G, D>]
        [NonSaturating, R1(every: 16), Adam(1e-4, beta1: 0)]
        public sealed partial class Game;
        """));

    [Fact]
    public Task TwoPairs() => Verifier.Verify(AfterTheLastPass("""
        [Generator(3)]
        [Dense(2)]
        public sealed partial class G;

        [Generator(2)]
        [Dense(3)]
        public sealed partial class F;

        [Discriminator(2)]
        [Dense(1)]
        public sealed partial class D;

        [Discriminator(3)]
        [Dense(1)]
        public sealed partial class E;

        [Gan<G, D, F, E>]
        [LeastSquares, CycleConsistency(weight: 10), Adam(2e-4)]
        public sealed partial class Game;
        """));

    private static string AfterEachPass(string source)
    {
        var built = StepProgram.Build(Checked.Step(source));
        var simplified = Simplify.Run(built);
        var fused = Fuse.Run(simplified);
        return $"""
            Built and differentiated
            {built}
            Simplified
            {simplified}
            Fused
            {fused}
            Placed
            {MemoryPlan.Of(fused)}
            """;
    }

    private static string AfterTheLastPass(string source)
    {
        var fused = Fuse.Run(Simplify.Run(StepProgram.Build(Checked.Step(source))));
        return $"""
            Fused
            {fused}
            Placed
            {MemoryPlan.Of(fused)}
            """;
    }
}
