using static GanDsl.Generators.Tests.Harness.Diagnosis;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>
/// GAN0140 to GAN0144, GAN0163, and other rules in blocks: what is wrong with a block is said once, where it is declared; what is wrong with a use, there.
/// </summary>
public class BlockDiagnosticsTests
{
    private const string Residual = """
        [Block]
        [Tap("in"), Conv2d(Width.Out, kernel: 3, padding: 1), Tap("main")]
        [From("in"), Conv2d(Width.Out, kernel: 1), Add("main")]
        public sealed class Residual;
        """;

    [Theory]
    [InlineData("Use<Plain>", "'Plain'")]
    [InlineData("Use<Plain>(3)", "'Plain'")]
    [InlineData("Use<string>", "'string'")]
    [InlineData("Use<int[]>", "'int[]'")]
    public Task GAN0140_WhatIsUsed_IsABlock(string use, string name) => AssertReports(
        $$"""
        public class Plain;

        [Generator(latent: 3)]
        [Dense(3), {|GAN0140:{{use}}|}]
        public sealed partial class G;
        """,
        $"Layer 1 uses {name}, which is not a block; put [Block] on it, or use a class that has it");

    [Fact]
    public Task GAN0140_InABlock_IsSaidThere() => AssertReports(
        """
        public class Plain;

        [Block]
        [ReLU, {|GAN0140:Use<Plain>|}]
        public class Outer;

        [Generator(latent: 3), Use<Outer>]
        public sealed partial class G;
        """);

    [Fact]
    public Task GAN0141_ABlock_DoesNotUseItself() => AssertReports(
        """
        [Block]
        [Dense(3), {|GAN0141:Use<Self>|}]
        public class Self;

        [Generator(latent: 3), Use<Self>]
        public sealed partial class G;
        """,
        "Layer 1 of 'Self' uses 'Self' again through Self, so its expansion would never end; remove it");

    [Fact]
    public Task GAN0141_BlocksThatUseEachOther_AreOneMistake() => AssertReports(
        """
        [Block]
        [Dense(3), Use<Third>]
        public class Second;

        [Block]
        [Use<First>, ReLU]
        public class Third;

        [Block]
        [Tanh, {|GAN0141:Use<Second>|}]
        public class First;

        [Block]
        [Use<Third>, ReLU]
        public class Outside;

        [Generator(latent: 3), Use<Outside>, Use<Second>]
        public sealed partial class G;

        [Discriminator(3), Dense(1)]
        public sealed partial class D;

        [Gan<G, D>, NonSaturating, Adam]
        public sealed partial class Game;
        """);

    [Theory]
    [InlineData("Use<Wide>", "Layer 0: 'Wide' reads Width.Out, but its use has no width; write [Use<Wide>(64)], with the width that it should have")]
    [InlineData("Use<Outer>", "Layer 0: 'Outer' reads Width.Out, but its use has no width; write [Use<Outer>(64)], with the width that it should have")]
    [InlineData("Use<Narrow>(3)", "Layer 0: its use sets the width of 'Narrow', but no layer of it reads Width.Out; remove the width")]
    [InlineData("Use<Wide>(0)", "Layer 0: the width of [Use<Wide>] is 0; it must be at least 1")]
    [InlineData("Use<Wide>(-8)", "Layer 0: the width of [Use<Wide>] is -8; it must be at least 1")]
    [InlineData(
        "Use<Wide>(Width.In)",
        "Layer 0: Width.In is what comes in here, which [Use<Wide>] cannot know; give it a number or, in a block, Width.Out, or read Width.In in 'Wide'")]
    public Task GAN0142_AUse_GivesTheWidthThatIsRead(string use, string message) => AssertReports(
        $$"""
        [Block, Dense(Width.Out)]
        public class Wide;

        [Block, ReLU, Use<Wide>(Width.Out)]
        public class Outer;

        [Block, Dense(Width.In)]
        public class Narrow;

        [Generator(latent: 3), {|GAN0142:{{use}}|}]
        public sealed partial class G;
        """,
        message);

    [Theory]
    [InlineData("Dense(Width.Out)", "Dense")]
    [InlineData("Reshape(Width.In, 1, 1)", "Reshape")]
    public Task GAN0143_Widths_AreForBlocks(string layer, string name) => AssertReports(
        $$"""
        [Generator(latent: 3)]
        [{|GAN0143:{{layer}}|}]
        public sealed partial class G;
        """,
        $"Layer 0, {name}, reads a width that only blocks have, but 'G' is a network; write the number");

    [Fact]
    public Task GAN0142_OutsideABlock_AUsesWidthIsANumber() => AssertReports(
        """
        [Block, Dense(Width.Out)]
        public class Wide;

        [Generator(latent: 3)]
        [{|GAN0142:Use<Wide>(Width.Out)|}]
        public sealed partial class G;
        """);

    [Fact]
    public Task GAN0144_BlocksOfBlocks_ComeToAnEnd() => AssertReports(
        $$"""
        [Block, ReLU, ReLU, ReLU, ReLU, ReLU, ReLU, ReLU, ReLU, ReLU, ReLU]
        public class B0;

        {{string.Concat(Enumerable.Range(1, 40).Select(i => FormattableString.Invariant($"[Block, {string.Join(", ", Enumerable.Repeat(FormattableString.Invariant($"Use<B{i - 1}>"), 10))}] public class B{i};\n")))}}

        [Generator(latent: 3), ReLU, {|GAN0144:Use<B40>|}, Use<B3>]
        public sealed partial class G;
        """,
        "The blocks of 'G' expand to more than 10,000 layers; nest them less");

    [Theory]
    [InlineData("{|GAN0101:Dense(0)|}, Dense(Width.Out)", "Layer 0, Dense(0), on whatever comes in: features is 0; it must be at least 1")]
    [InlineData("Dense(Width.Out), {|GAN0101:Dropout(2)|}", "Layer 1, Dropout(2), on whatever comes in: p is 2; it must be in [0, 1]")]
    [InlineData("{|GAN0101:Dense(2 * Width.Out)|}, Dense(Width.Out)", "features is -2147220454; it must be at least 1")]
    [InlineData(
        "Dense(Width.Out), {|GAN0131:Add(\"outer\")|}",
        "Layer 1, Add(\"outer\"), on whatever comes in: there is no tap before it; put [Tap(\"outer\")] after the layer whose output it should read")]
    [InlineData("Dense(Width.Out), Tap(\"a\"), {|GAN0132:Tap(\"a\")|}, Add(\"a\")", "layer 1 has that name already; give each its own")]
    [InlineData(
        "Dense(Width.Out), {|GAN0133:Tap(\"a\")|}",
        "Layer 1, Tap(\"a\"), on whatever comes in: nothing reads it; join it with [Add], [Concat] or [Multiply], go on from it with [From], or remove it")]
    [InlineData("Tap(\"a\"), Dense(Width.Out), {|GAN0134:From(\"a\")|}, ReLU", "it leaves the activation before it, which has no name, "
        + "so that nothing can read it any more; put [Tap(\"…\")] before it and join that later, or remove what is not needed")]
    [InlineData("Dense(Width.Out), Tap(\"a\"), {|GAN0135:From(\"a\")|}, ReLU", "it already continues from there; remove it")]
    public Task WhatIsWrongOnAnyInput_IsSaidOnce_InTheBlock(string layers, string message) => AssertReports(
        $$"""
        [Block]
        [{{layers}}]
        public class B;

        [Generator(latent: 3)]
        [Tap("outer"), Use<B>(3), Add("outer"), Use<B>(4)]
        public sealed partial class G;

        [Discriminator(4), Use<B>(7), Dense(1)]
        public sealed partial class D;

        [Gan<G, D>, NonSaturating, Adam]
        public sealed partial class Game;
        """,
        message);

    [Fact]
    public Task GAN0002_ABlocksLayers_StandOnOneDeclaration() => AssertReports(
        """
        [Block]
        [Dense(3)]
        public partial class B;

        [{|GAN0002:ReLU|}]
        public partial class B;

        [Generator(latent: 3), Use<B>]
        public sealed partial class G;
        """);

    [Fact]
    public Task GAN0003_ABlock_IsNoNetwork() => AssertReports(
        """
        [Block]
        [{|GAN0003:Generator(latent: 3)|}]
        [Dense(3), Use<G>]
        public sealed partial class G;
        """,
        "'G' is declared [Generator] and [Block]; split it into two classes");

    [Fact]
    public Task GAN0004_ABlock_HasALayer() => AssertReports(
        """
        [{|GAN0004:Block|}]
        public class B;

        [Generator(latent: 3), Use<B>]
        public sealed partial class G;
        """);

    [Fact]
    public Task GAN0007_ABlock_IsNotInitialised() => AssertReports(
        """
        [Block, Dense(3), {|GAN0007:Initialize(0.02)|}]
        public class B;
        """,
        "[Initialize] does nothing on 'B', which has no [Generator] or [Discriminator]; add the marker or remove the attribute");

    [Fact]
    public Task WhatDoesNotFitAnInput_IsSaidAtTheUse() => AssertReports(
        $$"""
        {{Residual}}

        [Discriminator(4, 6, 6)]
        [Use<Residual>(8), Flatten, {|GAN0102:Use<Residual>(8)|}, Dense(1)]
        public sealed partial class D;
        """,
        "Layer 2.1 in Residual(8), Conv2d(8, kernel 3, padding 1), on (N, 288): it takes pictures (N, channels, height, width); "
            + "put [Reshape(channels, height, width)] before it");

    [Fact]
    public Task WhatDoesNotFitTheWidth_IsSaidAtTheUse() => AssertReports(
        """
        [Block, Conv2d(Width.Out, kernel: 1, groups: Width.In)]
        public class Depthwise;

        [Block, Use<Depthwise>(Width.Out), ReLU]
        public class Outer;

        [Discriminator(4, 6, 6)]
        [Use<Outer>(8), {|GAN0104:Use<Outer>(12)|}, Flatten, Dense(1)]
        public sealed partial class D;
        """,
        "Layer 1.0.0 in Depthwise(12), Conv2d(12, kernel 1, groups 8), on (N, 8, 6, 6): groups 8 does not divide the 12 channels of the "
            + "output; use a divisor of both");

    [Fact]
    public Task WhatFits_IsNoError() => AssertReports(
        $$"""
        {{Residual}}

        [Block, Use<Residual>(Width.Out), ReLU, Use<Residual>(Width.Out), Conv2d(Width.In, kernel: 1)]
        public class Stage;

        [Discriminator(4, 6, 6)]
        [Tap("in"), Use<Residual>(4), Add("in"), Use<Stage>(8), Add("in"), Use<Stage>(3), Flatten, Dense(1)]
        public sealed partial class D;
        """);

    [Theory]
    [InlineData("[Block, {|GAN0163:SpectralNorm|}, Dense(Width.Out), Tanh]")]
    [InlineData("[Block, Dense(Width.Out), {|GAN0163:SpectralNorm|}, Tanh]")]
    public Task GAN0163_SpectralNormOnABlock_IsSaidThere(string attributes) => AssertReports(
        $$"""
        {{attributes}}
        public class Hidden;

        [Discriminator(3), Use<Hidden>(4), Dense(1)]
        public sealed partial class D;
        """,
        "[SpectralNorm] is on 'Hidden', which is a block; put it before the first layer of the network that uses 'Hidden': it reaches the "
            + "layers of its blocks, too");

    [Fact]
    public Task GAN0160_BehindAUse_NormalisesNothing() => AssertReports(
        """
        [Block, Dense(Width.Out), Tanh]
        public class Hidden;

        [Discriminator(3), Use<Hidden>(4), {|GAN0160:SpectralNorm|}, Dense(1)]
        public sealed partial class D;
        """,
        "[SpectralNorm] normalises the weights of Dense, Conv2d, ConvTranspose2d, ModulatedConv2d, ToRGB and SelfAttention2d, and layer 0, Use, "
            + "which precedes it, is not one; put it right after such a layer, or before the first layer for all of them");
}
