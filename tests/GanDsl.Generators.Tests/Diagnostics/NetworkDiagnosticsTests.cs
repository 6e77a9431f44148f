using static GanDsl.Generators.Tests.Harness.Diagnosis;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>GAN0001 to GAN0006: the class and its marker.</summary>
public class NetworkDiagnosticsTests
{
    [Fact]
    public Task GAN0001_ANetworkThatIsNotPartial_IsTheClasssError() => AssertReports(
        """
        [Generator(latent: 2)]
        [Dense(3)]
        public sealed class {|GAN0001:G|};
        """);

    [Fact]
    public Task GAN0001_ATypeAroundIt_MustBePartialToo_AndIsNamed() => AssertReports(
        """
        public class Outer
        {
            public partial class Middle
            {
                [Generator(latent: 2), Dense(3)]
                public sealed partial class {|GAN0001:G|};
            }
        }
        """);

    [Fact]
    public Task GAN0001_AGameThatIsNotPartial_IsTheClasssError() => AssertReports(
        $$"""
        {{Examples.SmallNetworks}}

        [Gan<G, D>, NonSaturating, Adam]
        public sealed class {|GAN0001:Game|};
        """);

    [Fact]
    public Task GAN0001_OneOfThree_DoesNotCascadeIntoTheGame() => AssertReports(
        """
        [Generator(latent: 2), Dense(3)]
        public sealed class {|GAN0001:G|};

        [Discriminator(3), Dense(1)]
        public sealed partial class D;

        [Gan<G, D>, NonSaturating, Adam]
        public sealed partial class Game;
        """);

    [Fact]
    public Task GAN0002_LayersOnTwoDeclarations_HaveNoOrder() => AssertReports(
        """
        [Generator(latent: 2)]
        [Dense(3)]
        public sealed partial class G;

        [{|GAN0002:ReLU|}]
        public sealed partial class G;
        """);

    [Fact]
    public Task GAN0003_ANetwork_IsAGeneratorOrADiscriminator() => AssertReports(
        """
        [{|GAN0003:Generator(latent: 2)|}]
        [Discriminator(2)]
        [Dense(1)]
        public sealed partial class G;
        """);

    [Theory]
    [InlineData("Generator(latent: 2)")]
    [InlineData("Discriminator(2)")]
    public Task GAN0004_ANetwork_HasALayer(string marker) => AssertReports($"[{{|GAN0004:{marker}|}}] public sealed partial class G;");

    [Theory]
    [InlineData("Generator(latent: 0)")]
    [InlineData("Generator(latent: -100)")]
    [InlineData("Generator")]
    [InlineData("Generator(null)")]
    [InlineData("Generator(3, 0, 4)")]
    [InlineData("Discriminator")]
    [InlineData("Discriminator(null)")]
    [InlineData("Discriminator(1, 28, 0)")]
    [InlineData("Discriminator(1, int.MinValue, 28)")]
    [InlineData("Discriminator(46341, 46341)")]
    [InlineData("Discriminator(int.MaxValue, int.MaxValue, int.MaxValue)")]
    public Task GAN0005_TheMarkersShape_IsPositive_AndCanBeCounted(string marker) => AssertReports(
        $$"""
        [{|GAN0005:{{marker}}|}]
        [Flatten, Dense(1)]
        public sealed partial class G;
        """);

    [Theory]
    [InlineData("Initialize(-0.02)")]
    [InlineData("Initialize(double.NaN)")]
    [InlineData("Initialize(double.PositiveInfinity)")]
    [InlineData("Initialize(0.02, mean: double.NaN)")]
    [InlineData("Initialize(0.02, double.NegativeInfinity)")]
    public Task GAN0006_WeightsAreDrawnFromANormalDistribution(string initialize) => AssertReports(
        $$"""
        [Generator(latent: 2)]
        [Dense(3)]
        [{|GAN0006:{{initialize}}|}]
        public sealed partial class G;
        """);

    [Theory]
    [InlineData("Dense(3)", "[Dense] does nothing on 'C', which has no [Generator], [Discriminator] or [Block]; add the marker or remove the attribute")]
    [InlineData("ReLU", "[ReLU] does nothing on 'C', which has no [Generator], [Discriminator] or [Block]; add the marker or remove the attribute")]
    [InlineData("Initialize(0.02)", "[Initialize] does nothing on 'C', which has no [Generator] or [Discriminator]; add the marker or remove the attribute")]
    [InlineData("Minimax", "[Minimax] does nothing on 'C', which has no [Gan<generator, discriminator>]; add the marker or remove the attribute")]
    [InlineData("Adam", "[Adam] does nothing on 'C', which has no [Gan<generator, discriminator>]; add the marker or remove the attribute")]
    [InlineData("Alternating", "[Alternating] does nothing on 'C', which has no [Gan<generator, discriminator>]; add the marker or remove the attribute")]
    public Task GAN0007_AnAttributeWithoutItsMarker_DoesNothing(string attribute, string message) =>
        AssertReports($$"""[{|GAN0007:{{attribute}}|}] public class C;""", message);

    [Fact]
    public Task GAN0007_LayersAreForNetworks_AndOptimisersForGames() => AssertReports(
        """
        [Generator(latent: 2), Dense(3), {|GAN0007:Adam|}]
        public sealed partial class G;

        [Discriminator(3), Dense(1)]
        public sealed partial class D;

        [Gan<G, D>, Minimax, Adam, {|GAN0007:Dense(3)|}]
        public sealed partial class Game;
        """);

    [Fact]
    public async Task ANetworkThatIsAGame_IsRejected()
    {
        var diagnostics = await Of(
            "[Generator(latent: 2), Dense(3), Gan<G, D>, Minimax, Adam] public partial class G; [Discriminator(3), Dense(1)] public partial class D;");

        Assert.NotEmpty(diagnostics);
    }

    [Theory]
    [InlineData("public class Torch;")]
    [InlineData("public int Summary;")]
    [InlineData("public static void ParameterCount() { }")]
    public async Task AMemberNamedAsAGeneratedOne_IsRejected(string member)
    {
        var diagnostics = await Of($$"""[Generator(latent: 2), Dense(3)] public partial class G { {{member}} }""");

        Assert.NotEmpty(diagnostics);
    }

    [Theory]
    [InlineData("Torch")]
    [InlineData("Summary")]
    [InlineData("ParameterCount")]
    public async Task ANetworkNamedAsItsGeneratedMembers_IsRejected(string name)
    {
        var diagnostics = await Of($"[Generator(latent: 2), Dense(3)] public partial class {name};");

        Assert.NotEmpty(diagnostics);
    }

    [Theory]
    [InlineData("[Generator(latent: 2), Dense(3)] file partial class G;")]
    [InlineData("file partial class Outer { [Generator(latent: 2), Dense(3)] public partial class G; }")]
    public async Task AFileLocalNetwork_IsRejected(string source) => Assert.NotEmpty(await Of(source));

    [Fact]
    public Task WhatTheCompilerRejects_IsNotSaidTwice() => AssertReports(
        """
        [Generator(latent: "hundred")]
        [Dense(0), Dense(undefined), Conv2d(3)]
        public sealed partial class G;

        [Discriminator(3)]
        [Dense(1, 2, 3, 4)]
        public sealed partial class D;

        [Gan<G, Missing>]
        public sealed partial class Game;

        [Gan<G>]
        public sealed partial class Other;
        """);

    [Theory]
    [InlineData("[Generator(3), {|GAN0160:SpectralNorm|}, Tanh]", "'G' has no such layer")]
    [InlineData("[Generator(3), Dense(4), BatchNorm, {|GAN0160:SpectralNorm|}]", "layer 1, BatchNorm, which precedes it, is not one")]
    public Task GAN0160_SpectralNormNormalisesAWeight(string attributes, string what) => AssertReports(
        $"{attributes} public sealed partial class G;",
        $"[SpectralNorm] normalises the weights of Dense, Conv2d, ConvTranspose2d, ModulatedConv2d, ToRGB and SelfAttention2d, and {what}; "
            + "put it right after such a layer, or before the first layer for all of them");

    [Theory]
    [InlineData("[Generator(3), Dense(4), SpectralNorm, {|GAN0161:SpectralNorm|}]")]
    [InlineData("[Generator(3), SpectralNorm, Dense(4), {|GAN0161:SpectralNorm|}]")]
    [InlineData("[Generator(3), SpectralNorm, {|GAN0161:SpectralNorm(2)|}, Dense(4)]")]
    public Task GAN0161_Once(string attributes) =>
        AssertReports($"{attributes} public sealed partial class G;", "[SpectralNorm] normalises layer 0, Dense, already; remove one of the two");

    [Theory]
    [InlineData("0", "powerIterations is 0; it must be at least 1")]
    [InlineData("1, -1", "eps is -1; it must be at least 0 and finite")]
    [InlineData("eps: double.NaN", "eps is NaN; it must be at least 0 and finite")]
    public Task GAN0162_ItsArgumentsAreInRange(string arguments, string problem) => AssertReports(
        $$"""[Generator(3), Dense(4), {|GAN0162:SpectralNorm({{arguments}})|}] public sealed partial class G;""", $"SpectralNorm's {problem}");

    [Fact]
    public Task GAN0007_SpectralNormWithoutANetwork_IsSaid() => AssertReports("[{|GAN0007:SpectralNorm|}] public sealed partial class Nothing;");
}
