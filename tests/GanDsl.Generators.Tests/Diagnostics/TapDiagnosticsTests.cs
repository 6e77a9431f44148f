using System.Globalization;
using static GanDsl.Generators.Tests.Harness.Diagnosis;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>GAN0130 to GAN0135: activations with names, and what joins them.</summary>
public class TapDiagnosticsTests
{
    [Theory]
    [InlineData(
        "Add", "adds", "Conv2d(8, kernel: 3, padding: 1)", "(N, 8, 6, 6)", "their channels are 4 and 8; make both of one shape, or join them with [Concat]")]
    [InlineData(
        "Multiply", "multiplies by", "Conv2d(4, kernel: 3)", "(N, 4, 4, 4)", "their heights are 6 and 4; make both of one shape, or join them with [Concat]")]
    [InlineData(
        "Add", "adds", "Conv2d(4, kernel: new[] { 1, 3 })", "(N, 4, 6, 4)", "their widths are 6 and 4; make both of one shape, or join them with [Concat]")]
    public Task GAN0130_ElementByElement_TakesOneShape(string junction, string what, string layer, string tapped, string problem) => AssertReports(
        $$"""
        [Discriminator(4, 6, 6)]
        [Tap("in"), {{layer}}, Tap("e1"), From("in"), {|GAN0130:{{junction}}("e1")|}, Flatten, Dense(1)]
        public sealed partial class D;
        """,
        $"Layer 4, {junction}(\"e1\"), on (N, 4, 6, 6): it {what} e1, {tapped}, element by element, but {problem}");

    [Fact]
    public Task GAN0130_FlatSamples_HaveFeatures() => AssertReports(
        """
        [Generator(latent: 4)]
        [Dense(8), Tap("wide"), Dense(5), {|GAN0130:Multiply("wide")|}]
        public sealed partial class G;
        """,
        "it multiplies by wide, (N, 8), element by element, but their features are 5 and 8; make both of one shape, or join them with [Concat]");

    [Theory]
    [InlineData(
        "Add",
        "it adds picture, (N, 2, 2, 2), element by element, but they have 1 and 3 dimensions besides the batch; put [Flatten] or [Reshape] before one of them")]
    [InlineData(
        "Concat", "it appends picture, (N, 2, 2, 2), but they have 1 and 3 dimensions besides the batch; put [Flatten] or [Reshape] before one of them")]
    public Task GAN0130_WhatIsJoined_HasAsManyDimensions(string junction, string problem) => AssertReports(
        $$"""
        [Generator(latent: 8)]
        [Reshape(2, 2, 2), Tap("picture"), Flatten, {|GAN0130:{{junction}}("picture")|}]
        public sealed partial class G;
        """,
        problem);

    [Theory]
    [InlineData("Conv2d(7, kernel: 4, stride: 2, padding: 1)", "(N, 7, 3, 3)", "their heights are 6 and 3")]
    [InlineData("Conv2d(4, kernel: new[] { 1, 2 })", "(N, 4, 6, 5)", "their widths are 6 and 5")]
    public Task GAN0130_Concat_TakesPicturesOfOneSize(string layer, string tapped, string difference) => AssertReports(
        $$"""
        [Discriminator(4, 6, 6)]
        [Tap("in"), {{layer}}, Tap("e1"), From("in"), {|GAN0130:Concat("e1")|}, Flatten, Dense(1)]
        public sealed partial class D;
        """,
        $"it appends the channels of e1, {tapped}, but {difference}; only the numbers of channels may differ");

    [Fact]
    public Task GAN0130_Sequences_HaveLengths() => AssertReports(
        """
        [Discriminator(4, 6)]
        [Tap("in"), Flatten, Reshape(6, 4), {|GAN0130:Concat("in")|}, Flatten, Dense(1)]
        public sealed partial class D;
        """,
        "their lengths are 4 and 6; only the numbers of channels may differ");

    [Theory]
    [InlineData("Dense(3)", "Add(\"e2\")", "there is no tap before it; put [Tap(\"e2\")] after the layer whose output it should read")]
    [InlineData("Dense(3), Tap(\"e1\"), Dense(3), Tap(\"E2\")", "Concat(\"e2\")", "there is no [Tap(\"e2\")] before it; the taps there are e1, E2")]
    [InlineData("Dense(3), Tap(\"e1\")", "From(\"\")", "there is no [Tap(\"\")] before it; the taps there are e1")]
    [InlineData("Dense(3), Tap(\"e1\")", "From(null!)", "there is no [Tap(\"\")] before it; the taps there are e1")]
    public Task GAN0131_WhatIsRead_HasAName(string before, string layer, string problem) => AssertReports(
        $$"""
        [Generator(latent: 3)]
        [{{before}}, {|GAN0131:{{layer}}|}]
        public sealed partial class G;
        """,
        problem);

    [Fact]
    public Task GAN0131_WhatIsRead_StandsBefore() => AssertReports(
        """
        [Generator(latent: 3)]
        [Dense(3), {|GAN0131:Add("late")|}, Dense(3), Tap("late"), Dense(3), Add("late")]
        public sealed partial class G;
        """,
        "Layer 1, Add(\"late\"), on (N, 3): [Tap(\"late\")] comes only later, as layer 3; a layer can read only what precedes it");

    [Fact]
    public Task GAN0132_NoTwoTaps_HaveOneName() => AssertReports(
        """
        [Generator(latent: 3)]
        [Tap("e1"), Dense(3), {|GAN0132:Tap("e1")|}, Dense(3), Add("e1")]
        public sealed partial class G;
        """,
        "Layer 2, Tap(\"e1\"), on (N, 3): layer 0 has that name already; give each its own");

    [Theory]
    [InlineData("{|GAN0133:Tap(\"e1\")|}, Dense(3)", 0)]
    [InlineData("Dense(3), {|GAN0133:Tap(\"e1\")|}", 1)]
    [InlineData("Tap(\"e0\"), {|GAN0133:Tap(\"e1\")|}, Dense(3), Tap(\"e2\"), Add(\"e0\")", 1)]
    public Task GAN0133_ATap_IsRead(string layers, int layer) => AssertReports(
        $$"""
        [Generator(latent: 3)]
        [{{layers}}]
        public sealed partial class G;
        """,
        string.Create(
            CultureInfo.InvariantCulture,
            $"Layer {layer}, Tap(\"e1\"), on (N, 3): nothing reads it; join it with [Add], [Concat] or [Multiply], go on from it with [From], or remove it"));

    [Fact]
    public Task GAN0134_From_LeavesNothingUnread() => AssertReports(
        """
        [Generator(latent: 3)]
        [Tap("in"), Dense(4), Tanh, {|GAN0134:From("in")|}, Dense(3)]
        public sealed partial class G;
        """,
        "Layer 3, From(\"in\"), on (N, 4): it leaves the activation before it, (N, 4), which has no name, so that nothing can read it any more; "
            + "put [Tap(\"…\")] before it and join that later, or remove what is not needed");

    [Theory]
    [InlineData("Dense(3), Tap(\"e1\"), {|GAN0135:From(\"e1\")|}, Dense(3)")]
    [InlineData("Tap(\"in\"), {|GAN0135:From(\"in\")|}")]
    [InlineData("Tap(\"a\"), Tap(\"b\"), {|GAN0135:From(\"a\")|}, Dense(3), Add(\"b\")")]
    public Task GAN0135_From_GoesSomewhere(string layers) => AssertReports(
        $$"""
        [Generator(latent: 3)]
        [{{layers}}]
        public sealed partial class G;
        """,
        "it already continues from there; remove it");

    [Theory]
    [InlineData("")]
    [InlineData("3x")]
    [InlineData("e 1")]
    [InlineData("_e1")]
    [InlineData("e-1")]
    public Task GAN0101_AName_CanBeThatOfAVariable(string name) => AssertReports(
        $$"""
        [Generator(latent: 3)]
        [{|GAN0101:Tap("{{name}}")|}, Dense(3), Add("{{name}}")]
        public sealed partial class G;
        """,
        $"its name is \"{name}\"; it must be a letter, then letters, digits and underscores");

    [Fact]
    public Task GAN0106_ChannelsThatCannotBeCounted() => AssertReports(
        """
        [Discriminator(2147483647)]
        [Tap("in"), {|GAN0106:Concat("in")|}, Dense(1)]
        public sealed partial class D;
        """,
        "outputs 2,147,483,647 + 2,147,483,647 channels, more than can be counted; make one of them smaller");

    [Fact]
    public Task GAN0202_AGraphsChain_SaysWhereItGoesOn() => AssertReports(
        """
        [Discriminator(3)]
        [Tap("in"), Dense(4), Tap("wide"), From("in"), Dense(4), Add("wide"), {|GAN0202:Dense(2)|}]
        public sealed partial class D;
        """,
        "'D' ends in (N, 2), but a discriminator ends in one logit a sample, (N, 1); it goes (N, 3) → (N, 4), from in (N, 3) → (N, 4) → (N, "
            + "2): end it in [Flatten, Dense(1)]");

    [Fact]
    public Task WhatFits_IsNoError() => AssertReports(
        """
        [Generator(latent: 3)]
        [Tap("in"), Dense(3), Add("in"), Tap("sum"), Dense(2), Concat("in"), Concat("sum"), Tanh, Tap("wide"), From("sum"), Dense(8), Multiply("wide"), Add("wide")]
        public sealed partial class G;
        """);
}
