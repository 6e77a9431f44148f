using System.Globalization;
using GanDsl.Generators.Backends.Ilgpu;
using GanDsl.Generators.Diagnostics;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>GAN0450: an operation that somebody added without a kernel. There is none, so that the tests take kernels away.</summary>
public class OperationsWithoutKernelTests
{
    private const string Pooled = """
        [Generator(latent: 2)]
        [Dense(16), Reshape(1, 4, 4)]
        public sealed partial class G;

        [Discriminator(1, 4, 4)]
        [AvgPool2d(2), Flatten, Dense(1)]
        public sealed partial class D;

        [Gan<G, D>]
        [NonSaturating, Adam(2e-4)]
        public sealed partial class Game;
        """;

    [Fact]
    public async Task TheKernelsThatThereAre_AreEnough() => Assert.Empty(await Without(operation: null, Pooled));

    private const string Message = "for which this version has no kernel of its own; write Backends = Backends.Torch, and report it";

    [Fact]
    public async Task ALayersOperation_IsReported_OnItsNetworkAndOnTheGame() => Assert.Equal(
        [
            $"[Discriminator(1, 4, 4)] GAN0450 'D' computes AvgPool in D 0 AvgPool2d(2), {Message}",
            $"[Gan<G, D>] GAN0450 'Game' computes AvgPool in D 0 AvgPool2d(2), {Message}",
        ],
        await Without(typeof(Operation.AvgPool), Pooled));

    [Fact]
    public async Task TheStepsOwnOperation_IsReported_OnTheGameAlone() => Assert.StartsWith(
        "[Gan<G, D>] GAN0450 'Game' computes AvgPoolAdjoint ",
        Assert.Single(await Without(typeof(Operation.AvgPoolAdjoint), Pooled)),
        StringComparison.Ordinal);

    [Fact]
    public async Task AGameOverLibtorchAlone_NeedsNoKernels() => Assert.Empty(await Without(
        typeof(Operation.AvgPool),
        Pooled.Replace("1, 4, 4)]\n[Avg", "1, 4, 4, Backends = Backends.Torch)]\n[Avg", StringComparison.Ordinal)));

    [Fact]
    public async Task WithoutThePackage_NoKernelsAreNeeded() => Assert.Empty(await Without(typeof(Operation.AvgPool), Pooled, Packages.Torch));

    [Fact]
    public void WhatLacksAKernel_IsNotWritten_ForOurOwnKernelsAlone()
    {
        var kernels = Lacking(typeof(Operation.AvgPoolAdjoint));
        var files = Generation.Of(GanCompilation.Create(Pooled, Packages.All), new GanGenerator(kernels)).Sources.Keys;
        Assert.Equal(["D.Ilgpu.g.cs", "G.Ilgpu.g.cs"], files.Where(file => file.EndsWith(".Ilgpu.g.cs", StringComparison.Ordinal)));
        Assert.Contains("Game.Torch.g.cs", files);
        Assert.Contains("Game.Ilgpu.g.cs", Generation.Of(Pooled, Packages.All).Sources.Keys);
    }

    private static KernelCheck Lacking(Type? operation) => new(type => type != operation && Launches.IsSupported(type));

    private static async Task<IEnumerable<string>> Without(Type? operation, string source, Packages packages = Packages.All)
    {
        var kernels = Lacking(operation);
        var compilation = Generation.Of(GanCompilation.Create(source, packages), new GanGenerator(kernels)).Output;
        var diagnostics = await compilation.WithAnalyzers([new NetworkAnalyzer(kernels), new GanAnalyzer(kernels)]).GetAnalyzerDiagnosticsAsync();
        return diagnostics
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic => $"[{Text(diagnostic)}] {diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
    }

    private static string Text(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);
}
