using static GanDsl.Generators.Tests.Harness.Diagnosis;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>GAN0401 to GAN0404: discriminators of pairs, and their games.</summary>
public class PairDiagnosticsTests
{
    private const string Generator = "[Generator(1, 4, 4)]\n[Conv2d(3, kernel: 3, padding: 1)]\npublic sealed partial class G;\n\n";

    [Theory]
    [InlineData("{ 1, 0, 4 }", "Source of 'D' is 1, 0, 4;")]
    [InlineData("int[0]", "Source of 'D' is nothing;")]
    public Task GAN0401_TheSourceIsNoShape(string source, string message) => AssertReports(
        $"[{{|GAN0401:Discriminator(3, 4, 4, Source = new{(source[0] == '{' ? "[]" : "")} {source})|}}]\n[Flatten, Dense(1)]\npublic sealed partial class D;",
        message + " write the shape of what G makes samples from, each dimension at least 1: Source = new[] { 3, 64, 64 }");

    [Fact]
    public Task GAN0402_BothAreGiven() => AssertReports(
        "[{|GAN0402:Discriminator(3, 4, 4, Source = new[] { 1, 4, 4 }, Classes = 3)|}]\n[Flatten, Dense(1)]\npublic sealed partial class D;",
        "'D' has both a Source and Classes; a discriminator takes one condition: remove one");

    [Fact]
    public Task GAN0303_TheSourceIsIgnored() => AssertReports(
        "[{|GAN0303:Discriminator(3, 4, 4, Source = new[] { 1, 4, 4 })|}]\n[Flatten, Dense(1)]\npublic sealed partial class D;",
        "'D' has a source, but no layer of it computes with its source; begin a branch with [From(\"source\")] or join it with [Concat(\"source\")]");

    [Fact]
    public Task GAN0131_WithoutASource_NothingHasThatName() => AssertReports(
        "[Discriminator(3, 4, 4)]\n[{|GAN0131:Concat(\"source\")|}, Flatten, Dense(1)]\npublic sealed partial class D;",
        "there is no tap before it; put [Tap(\"source\")] after the layer whose output it should read");

    [Fact]
    public Task GAN0403_TheSourceIsAnotherShape() => AssertReports(
        Generator
            + Game("Discriminator(3, 4, 4, Source = new[] { 3, 4, 4 })", "[Concat(\"source\"), Flatten, Dense(1)]", "{|GAN0403:Gan<G, D>|}", "LeastSquares"),
        "'D' takes pairs with a source of (N, 3, 4, 4), but 'G' makes samples from (N, 1, 4, 4); give both the same shape");

    [Fact]
    public Task GAN0404_SamplesOfPairsHaveNoCodes() => AssertReports(
        "[Generator(latent: 9)]\n[Dense(4)]\npublic sealed partial class G;\n\n"
            + Game(
                "Discriminator(4)",
                "[Dense(3), Head(\"code\"), Dense(1)]",
                "{|GAN0404:Gan<G, D>|}",
                "LeastSquares, Reconstruction(1), MutualInformation(\"code\")"),
        "'Game' is a game of pairs, since [Reconstruction] compares with reals, whose samples are made only from sources; remove [MutualInformation]");

    [Fact]
    public Task GAN0374_ReconstructionTwice() => AssertReports(
        Generator + Game("Discriminator(3, 4, 4)", "[Flatten, Dense(1)]", "Gan<G, D>", "LeastSquares, Reconstruction(1), {|GAN0374:Reconstruction(2)|}"),
        "Reconstruction(2) reads the same numbers as Reconstruction(1); remove one, or give each its own head");

    private static string Game(string marker, string discriminator, string gan, string attributes) =>
        $"[{marker}]\n{discriminator}\npublic sealed partial class D;\n\n[{gan}]\n[{attributes}, Adam(2e-4)]\npublic sealed partial class Game;\n";
}
