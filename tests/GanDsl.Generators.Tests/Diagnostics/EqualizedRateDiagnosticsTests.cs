using static GanDsl.Generators.Tests.Harness.Diagnosis;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>GAN0330 to GAN0334: which weights an equalized learning rate scales, and how often.</summary>
public class EqualizedRateDiagnosticsTests
{
    [Theory]
    [InlineData("[Generator(3), {|GAN0330:EqualizedLearningRate|}, Tanh]", "'G' has no such layer")]
    [InlineData("[Generator(3), Dense(4), BatchNorm, {|GAN0330:EqualizedLearningRate|}]", "layer 1, BatchNorm, which precedes it, is not one")]
    public Task GAN0330_ItScalesAWeight(string attributes, string what) => AssertReports(
        $"{attributes} public sealed partial class G;",
        $"[EqualizedLearningRate] scales the weights of Dense, Conv2d, ConvTranspose2d, ModulatedConv2d, ToRGB and SelfAttention2d, and {what}; "
            + "put it right after such a layer, or before the first layer for all of them");

    [Theory]
    [InlineData("[Generator(3), Dense(4), EqualizedLearningRate, {|GAN0331:EqualizedLearningRate|}]")]
    [InlineData("[Generator(3), EqualizedLearningRate, Dense(4), {|GAN0331:EqualizedLearningRate|}]")]
    [InlineData("[Generator(3), EqualizedLearningRate, {|GAN0331:EqualizedLearningRate(2)|}, Dense(4)]")]
    public Task GAN0331_Once(string attributes) =>
        AssertReports($"{attributes} public sealed partial class G;", "[EqualizedLearningRate] scales layer 0, Dense, already; remove one of the two");

    [Theory]
    [InlineData("0", "multiplier is 0; it must be more than 0 and finite")]
    [InlineData("-1", "multiplier is -1; it must be more than 0 and finite")]
    [InlineData("multiplier: double.NaN", "multiplier is NaN; it must be more than 0 and finite")]
    public Task GAN0332_ItsArgumentIsInRange(string arguments, string problem) => AssertReports(
        $$"""[Generator(3), Dense(4), {|GAN0332:EqualizedLearningRate({{arguments}})|}] public sealed partial class G;""",
        $"EqualizedLearningRate's {problem}");

    [Fact]
    public Task GAN0333_OnABlock_IsSaidThere() => AssertReports(
        """
        [Block, Dense(Width.Out), {|GAN0333:EqualizedLearningRate|}, Tanh]
        public class Hidden;

        [Discriminator(3), Use<Hidden>(4), Dense(1)]
        public sealed partial class D;
        """,
        "[EqualizedLearningRate] is on 'Hidden', which is a block; put it before the first layer of the network that uses 'Hidden': it reaches the "
            + "layers of its blocks, too");

    [Theory]
    [InlineData("[Generator(3), Dense(4), SpectralNorm, {|GAN0334:EqualizedLearningRate|}]")]
    [InlineData("[Generator(3), {|GAN0334:EqualizedLearningRate|}, Dense(4), SpectralNorm]")]
    public Task GAN0334_NotUnderSpectralNorm(string attributes) => AssertReports(
        $"{attributes} public sealed partial class G;",
        "[SpectralNorm] divides the weight of layer 0, Dense, by its largest singular value, whatever [EqualizedLearningRate] multiplies it "
            + "by; remove one of the two");

    [Fact]
    public Task GAN0007_WithoutANetwork_IsSaid() => AssertReports("[{|GAN0007:EqualizedLearningRate|}] public sealed partial class Nothing;");

    [Fact]
    public Task OfANetwork_ItReachesTheLayersOfItsBlocks() => AssertReports(
        """
        [Block, Dense(Width.Out), Tanh]
        public class Hidden;

        [Discriminator(3), EqualizedLearningRate, Use<Hidden>(4), Dense(1)]
        public sealed partial class D;
        """);
}
