using GanDsl.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Generators.Tests.Compiling;

/// <summary>
/// What is generated compiles without a warning at the highest level, with documentation, from the oldest language on that declarations can be written in;
/// and it is the same text whatever the culture of the machine.
/// </summary>
public class CompilesCleanlyTests
{
    private static readonly Dictionary<string, string> Written = new()
    {
        ["MLP"] = Examples.Mlp,
        ["DCGAN 28"] = Examples.Dcgan28(),
        ["DCGAN 28, BatchNorm in D"] = Examples.Dcgan28("BatchNorm, "),
        ["DCGAN 28, Dropout in D"] = Examples.Dcgan28("Dropout(0.25), "),
        ["DCGAN 64, 1 channel"] = Examples.Dcgan64(1),
        ["DCGAN 64, 3 channels"] = Examples.Dcgan64(3),
        ["DiffAugment"] = Examples.Dcgan28().Replace("[NonSaturating]", "[NonSaturating, DiffAugment]", StringComparison.Ordinal),
        ["DiffAugment with every penalty, k = 2, the same noise"] = Examples.Dcgan28().Replace(
            "[NonSaturating]",
            "[RelativisticAverage, DiffAugment(color: false), R1(every: 4), GradientPenalty, Dragan, LeCam, Alternating(2, freshNoise: false)]",
            StringComparison.Ordinal),
        ["DiffAugment at once"] = Examples.Dcgan28()
            .Replace("[NonSaturating]", "[NonSaturating, DiffAugment(translation: 0), R1, Simultaneous]", StringComparison.Ordinal),
        ["Ada"] = Examples.Dcgan28().Replace("[NonSaturating]", "[NonSaturating, Ada]", StringComparison.Ordinal),
        ["Ada of whole pixels with lazy penalties, k = 2"] = Examples.Dcgan28().Replace(
            "[NonSaturating]", "[RelativisticAverage, Ada(geometry: false, color: false), R1(every: 4), LeCam, Alternating(2)]", StringComparison.Ordinal),
        ["Ada of colours at once"] = Examples.Dcgan28()
            .Replace("[NonSaturating]", "[NonSaturating, Ada(blit: false, geometry: false), R1, Simultaneous]", StringComparison.Ordinal),
        ["Ada of geometry with classes"] = Examples.Conditional.Replace(
            "[NonSaturating]", "[NonSaturating, Ada(blit: false, color: false)]", StringComparison.Ordinal),
        ["DiffAugment with classes"] = Examples.Conditional.Replace("[NonSaturating]", "[NonSaturating, DiffAugment]", StringComparison.Ordinal),
        ["minimax"] = Examples.GameWith("[Minimax, Adam]"),
        ["k = 3"] = Examples.GameWith("[NonSaturating, Adam, Alternating(discriminatorSteps: 3)]"),
        ["k = 1, the same noise"] = Examples.GameWith("[NonSaturating, Adam, Alternating(freshNoise: false)]"),
        ["k = 3, the same noise"] = Examples.GameWith("[Minimax, Adam, Alternating(discriminatorSteps: 3, freshNoise: false)]"),
        ["an optimiser for each player"] = Examples.GameWith(
            "[NonSaturating, Adam(1e-4, 0, 0.9, player: Player.Generator), Adam(4e-4, beta2: 0.99, eps: 1e-6, weightDecay: 1e-3, amsgrad: true, "
                + "player: Player.Discriminator)]"),
        ["AdamW and Nesterov"] = Examples.GameWith(
            "[NonSaturating, AdamW(eps: 1e-6, player: Player.Generator), Sgd(momentum: 0.9, nesterov: true, player: Player.Discriminator)]"),
        ["every modifier"] = Examples.GameWith("[Minimax, Sgd, ClipGradient(1), WeightClip, Ema, LearningRate(Decay.Linear, 5)]"),
        ["a bounded gradient without an average"] = Examples.GameWith(
            "[Minimax, Sgd(momentum: 0.5, dampening: 0.5), ClipGradient(1, Player.Discriminator), LearningRate(warmUp: 5)]"),
        ["RmsProp"] = Examples.GameWith("[Wasserstein, RmsProp(5e-5)]"),
        ["R1"] = Examples.GameWith("[NonSaturating, Adam, R1(gamma: 0.1)]"),
        ["R1 and R2"] = Examples.GameWith("[NonSaturating, Adam, R1(gamma: 0.1), R2(gamma: 0.2), Alternating(freshNoise: false)]"),
        ["one-sided, Dragan"] = Examples.GameWith(
            "[Wasserstein, Adam, GradientPenalty(oneSided: true), Dragan(weight: 2), Alternating(discriminatorSteps: 2)]"),
        ["lazy R1"] = Examples.GameWith("[NonSaturating, Adam, R1(every: 16)]"),
        ["lazy R1 and R2, k = 2, the same noise"] = Examples.GameWith("[NonSaturating, Adam, R1(every: 4, lazyAdam: true), R2(every: 4), GradientPenalty, "
            + "Dragan, Alternating(discriminatorSteps: 2, freshNoise: false)]"),
        ["Dragan alone"] = Examples.GameWith("[NonSaturating, Adam, Dragan, Alternating(freshNoise: false)]"),
        ["WGAN-GP"] = Examples.GameWith("[Wasserstein, Adam, GradientPenalty(1.5, target: 0.75), Alternating(discriminatorSteps: 5)]"),
        ["both regularisers, the same noise, BatchNorm in D"] = Examples.Dcgan28("BatchNorm, ")
            .Replace("[NonSaturating]", "[NonSaturating, R1, R2, Alternating(freshNoise: false)]", StringComparison.Ordinal),
        ["both regularisers, k = 3, the same noise"] = Examples.GameWith(
            "[Minimax, Adam, GradientPenalty(1, 0), R1(2), Alternating(discriminatorSteps: 3, freshNoise: false)]"),
        ["numbers that cultures write differently"] = """
            [Generator(latent: 2)]
            [Dense(1000), LeakyReLU(-0.001), BatchNorm(eps: 1.5e-7, momentum: 0.05), LeakyReLU(0), Dense(3)]
            [Initialize(0.02, mean: -1.5)]
            public sealed partial class G;

            [Discriminator(3)]
            [Dense(1234), Dropout(0.125), LeakyReLU(1e-30), LeakyReLU(1e30), Dense(1)]
            public sealed partial class D;

            [Gan<G, D>, NonSaturating, Adam(1e-10, eps: 1e-20)]
            public sealed partial class Game;
            """,
        ["every layer and argument"] = """
            [Generator(latent: 24)]
            [Dense(96, bias: false), BatchNorm(affine: false), Sigmoid, Dropout, Reshape(6, 4, 4), ReLU, Dropout(0)]
            [ConvTranspose2d(8, new[] { 3, 2 }, new[] { 2, 1 }, new[] { 1, 0 }, new[] { 1, 0 }, groups: 2, dilation: new[] { 1, 2 }), BatchNorm(trackRunningStats: false), Tanh]
            [Conv2d(4, new[] { 3, 5 }, padding: new[] { 1, 2 }, groups: 4, paddingMode: PaddingMode.Reflect)]
            [Conv2d(4, 3, padding: 1, paddingMode: PaddingMode.Replicate), Conv2d(4, 3, padding: 1, paddingMode: PaddingMode.Circular), Flatten(1, 2), Flatten(-2, -1), Dense(5), BatchNorm, ReLU, ReLU]
            public sealed partial class G;

            [Discriminator(5)]
            [LayerNorm(affine: false), Softplus(2, 10), SiLU, PReLU(init: 0), Dense(8), LayerNorm, GroupNorm(4, 1e-3), PixelNorm, Reshape(2, 2, 2), LayerNorm(1e-3), InstanceNorm(affine: true)]
            [PReLU(true), GroupNorm(2, affine: false), InstanceNorm, PixelNorm(1e-3), Dropout2d, Conv2d(5, 2, padding: 1), GlobalSumPool, Reshape(5, 1, 1), GlobalAvgPool]
            [Flatten, Reshape(1, 5), BatchNorm, Flatten(2), Reshape(5), Sigmoid, Dense(1), Reshape(1, 1, 1)]
            public sealed partial class D;

            [Gan<G, D>, Minimax, Adam]
            public sealed partial class Game;
            """,
        ["a network begins in place"] = """
            [Generator(latent: 3)]
            [ReLU, Tanh, Reshape(3, 1, 1), LeakyReLU(0.2), PReLU]
            public sealed partial class G;

            [Discriminator(3, 1, 1)]
            [ReLU, Flatten, LeakyReLU, Dense(1), LeakyReLU(0.2)]
            public sealed partial class D;

            [Gan<G, D>, NonSaturating, Adam]
            public sealed partial class Game;
            """,
        ["graphs, with names that mean something in C#"] = """
            [Generator(latent: 4)]
            [Tap("input"), ReLU, Tap("base"), Dense(4), Tap("pass"), Tap("x3"), ReLU, Add("base"), Tap("weight2"), Concat("pass"), Concat("input"), Tap("concat")]
            [Dense(8), Tanh, Tap("this"), Concat("x3"), Dense(12), Tap("Linear"), From("concat"), Dense(12), Multiply("Linear"), Add("Linear"), Concat("this"), Concat("weight2"), Dense(8)]
            public sealed partial class G;

            [Discriminator(8)]
            [Tap("x1"), Tap("X1"), Dense(8), Tap("y_1"), Add("x1"), Add("X1"), Tap("äöü"), ReLU, Tap("Y_1"), Concat("y_1"), Dense(8), Multiply("Y_1"), Add("äöü"), Dense(1)]
            public sealed partial class D;

            [Gan<G, D>, NonSaturating, Adam, R1]
            public sealed partial class Game;
            """,
        ["blocks"] = Examples.Blocks,
        ["a class called Math"] = $"{Examples.Infogan}\npublic static class Math;",
        ["blocks whose names meet"] = """
            public static class Parts<T>
            {
                [Block, Tap("a"), Dense(Width.In), Add("a"), Dense(Width.Out)]
                public class Inner;
            }

            [Block, Tap("a"), Use<Parts<int>.Inner>(Width.Out), Tap("b"), Dense(Width.Out), Add("b"), Tanh, Dense(2), Tanh, Concat("a")]
            public record Outer;

            [Generator(latent: 2)]
            [Tap("a"), Tap("a1"), Tap("a_1"), Use<Outer>(3), Concat("a"), Use<Outer>(5), Dense(3), Dropout, Dense(2), Add("a1"), Add("a_1")]
            public sealed partial class G;

            [Discriminator(2), Use<Parts<string>.Inner>(1)]
            public sealed partial class D;

            [Gan<G, D>, NonSaturating, Adam]
            public sealed partial class Game;
            """,
        ["no backend asked for"] = """
            [Generator(latent: 3, Backends = 0)]
            [Dense(3)]
            public sealed partial class G;
            """,
        ["networks without a game"] = Examples.SmallNetworks,
    };

    internal static readonly IReadOnlyDictionary<string, string> Declarations = Written
        .Concat(CaseFiles.Declarations.Select(file => KeyValuePair.Create(file.Key, string.Join("\n", file.Value.Select(declared => declared.Text)))))
        .ToDictionary();

    public static TheoryData<string> Names => [.. Declarations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void InTheOldestLanguage(string declarations) => AssertCompilesCleanly(Declarations[declarations], GanCompilation.OldestLanguage);

    [Theory]
    [MemberData(nameof(Names))]
    public void InTheNewestLanguage(string declarations) => AssertCompilesCleanly(Declarations[declarations], LanguageVersion.Preview);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AndNoAnalyzerComplains(string declarations) => Assert.Empty(await Diagnosis.Of(Declarations[declarations]));

    [Theory]
    [MemberData(nameof(Names))]
    public void TheTextIsTheSame_WhateverTheCulture(string declarations) =>
        Assert.Equal(
            Generation.Of(Declarations[declarations], Packages.All).Sources,
            HostileCulture.Run(() => Generation.Of(Declarations[declarations], Packages.All)).Sources);

    [Theory]
    [InlineData(Packages.Torch)]
    [InlineData(Packages.Ilgpu)]
    public void WithOneBackendsPackage(object packages)
    {
        var generation = Generation.Of(Examples.Mlp, (Packages)packages);
        generation.AssertCompilesCleanly();
        Assert.Contains($"Game.{packages}.g.cs", generation.Sources.Keys);
        Assert.DoesNotContain($"Game.{Packages.All & ~(Packages)packages}.g.cs", generation.Sources.Keys);
    }

    [Fact]
    public void WithoutABackendsPackage_WhatIsGeneratedStillCompiles() => Generation.Of(Examples.Mlp, Packages.None).AssertCompilesCleanly();

    private static void AssertCompilesCleanly(string source, LanguageVersion language)
    {
        var generation = Generation.Of(source, Packages.All, language);
        generation.AssertCompilesCleanly();
        Assert.NotEmpty(generation.Sources);
    }
}
