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
    public Task DcganWithBatchNormInD() => Verifier.Verify(AfterTheLastPass(Examples.Dcgan28("BatchNorm, ")));

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
