using GanDsl.Generators.Tests.Harness;

namespace GanDsl.Generators.Tests.Snapshots;

/// <summary>All that is generated for our own kernels, as a user reads it: the launches of a step and the memory of it stand in it, too.</summary>
public class IlgpuCodeTests
{
    [Fact]
    public Task ModifiedOptimizers() =>
        Verifier.Verify(Generation.Of(GeneratedCodeTests.Modified, Packages.Ilgpu).Targets.Where(target => target.Name is "Game.Ilgpu.Launches.g"));

    [Fact]
    public Task Dcgan() => Verifier.Verify(Generation.Of($"namespace Clothes;\n\n{Examples.Dcgan28()}", Packages.Ilgpu).Targets);

    [Fact]
    public Task Conditional() => Verifier.Verify(
        Generation.Of(Examples.Conditional, Packages.Ilgpu).Targets.Where(
            target => target.Name is "Game.Ilgpu.g" or "Game.Ilgpu.Launches.g" or "G.Ilgpu.g" or "G.Ilgpu.Launches.g"));

    [Fact]
    public Task UNet() => Verifier.Verify(Generation.Of(Examples.UNet, Packages.Ilgpu).Targets.Where(target => target.Name is "G.Ilgpu.Launches.g"));
}
