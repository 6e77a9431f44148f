namespace GanDsl.Generators.Tests.CodeFixes;

/// <summary>Each mistake that has one remedy, before and after it.</summary>
public class DeclarationFixesTests
{
    private const string Networks = """
        [Generator(latent: 2)]
        [Dense(3)]
        public sealed partial class G;

        [Discriminator(3)]
        [Dense(4), Tanh, Dense(1)]
        public sealed partial class D;


        """;

    [Fact]
    public Task GAN0001_MakesTheClassPartial_AndThoseAroundIt() => Mending.AssertMends(
        "GAN0001",
        "Make it partial",
        "public class Outer\n{\n    [Generator(2), Dense(3)]\n    public sealed class G;\n}\n",
        "public partial class Outer\n{\n    [Generator(2), Dense(3)]\n    public sealed partial class G;\n}\n");

    [Theory]
    [InlineData("[Discriminator(1, 4, 4), Conv2d(2, 3), Dense(1)]", "[Discriminator(1, 4, 4), Conv2d(2, 3), Flatten, Dense(1)]")]
    [InlineData("[Discriminator(1, 4, 4)]\n[Conv2d(2, 3)]\n[Dense(1)]", "[Discriminator(1, 4, 4)]\n[Conv2d(2, 3)]\n[Flatten, Dense(1)]")]
    public Task GAN0102_FlattensBeforeDense(string before, string after) => Mending.AssertMends("GAN0102", "Insert [Flatten]", OfClass(before), OfClass(after));

    [Theory]
    [InlineData("Conv2d(2, kernel: 5)", "Conv2d(2, kernel: 5, padding: 1)")]
    [InlineData("Conv2d(2, kernel: 7, padding: 1, stride: 2)", "Conv2d(2, kernel: 7, padding: 2, stride: 2)")]
    [InlineData("Conv2d(2, 7, 1, 0)", "Conv2d(2, 7, 1, 2)")]
    public Task GAN0103_PadsUntilAPixelIsLeft(string before, string after) => Mending.AssertMends(
        "GAN0103", $"Set padding to {(after.Contains("kernel: 5", StringComparison.Ordinal) ? 1 : 2)}",
        OfClass($"[Discriminator(1, 3, 3), {before}, Flatten, Dense(1)]"), OfClass($"[Discriminator(1, 3, 3), {after}, Flatten, Dense(1)]"));

    [Theory]
    [InlineData("Dense(4), Tanh", "Dense(3), Tanh", 3)]
    [InlineData("Dense(8), Dense(features: 4)", "Dense(8), Dense(features: 3)", 3)]
    public Task GAN0201_GsOutputIsDsInput(string before, string after, int width) => Mending.AssertMends(
        "GAN0201",
        $"Set the width of G's last layer to {width}",
        Networks.Replace("Dense(3)", before, StringComparison.Ordinal) + "[Gan<G, D>, Minimax, Adam]\npublic sealed partial class Game;\n",
        Networks.Replace("Dense(3)", after, StringComparison.Ordinal) + "[Gan<G, D>, Minimax, Adam]\npublic sealed partial class Game;\n");

    [Theory]
    [InlineData("[Discriminator(4), Dense(3)]", "[Discriminator(4), Dense(1)]", "Set its width to 1")]
    [InlineData("[Discriminator(4), Dense(3), Tanh]", "[Discriminator(4), Dense(3), Tanh, Dense(1)]", "End in [Dense(1)]")]
    [InlineData("[Discriminator(1, 4, 4), Conv2d(3, 3)]", "[Discriminator(1, 4, 4), Conv2d(3, 3), Flatten, Dense(1)]", "End in [Flatten, Dense(1)]")]
    public Task GAN0202_EndsInOneLogit(string before, string after, string title) => Mending.AssertMends("GAN0202", title, OfClass(before), OfClass(after));

    [Theory]
    [InlineData("[Discriminator(4), Dense(1), Sigmoid]", "[Discriminator(4), Dense(1)]")]
    [InlineData("[Discriminator(4)]\n[Dense(1)]\n[Sigmoid]", "[Discriminator(4)]\n[Dense(1)]")]
    public Task GAN0203_RemovesTheSigmoid(string before, string after) => Mending.AssertMends("GAN0203", "Remove Sigmoid", OfClass(before), OfClass(after));

    [Fact]
    public Task GAN0240_TakesLayerNormInTheCritic() => Mending.AssertMends(
        "GAN0240",
        "Use LayerNorm in D",
        Networks.Replace("Dense(4), Tanh", "Dense(4, bias: false), BatchNorm, Tanh", StringComparison.Ordinal)
            + "[Gan<G, D>, Wasserstein, GradientPenalty, Adam]\npublic sealed partial class Game;\n",
        Networks.Replace("Dense(4), Tanh", "Dense(4, bias: false), LayerNorm, Tanh", StringComparison.Ordinal)
            + "[Gan<G, D>, Wasserstein, GradientPenalty, Adam]\npublic sealed partial class Game;\n");

    [Theory]
    [InlineData("[Generator(2), Dense(3), BatchNorm]", "[Generator(2), Dense(3, bias: false), BatchNorm]")]
    [InlineData("[Generator(2), Dense(3, true), BatchNorm]", "[Generator(2), Dense(3, false), BatchNorm]")]
    [InlineData(
        "[Discriminator(2, 4, 4), Conv2d(3, kernel: 3, bias: true), BatchNorm, Flatten, Dense(1)]",
        "[Discriminator(2, 4, 4), Conv2d(3, kernel: 3, bias: false), BatchNorm, Flatten, Dense(1)]")]
    public Task GAN0353_DropsTheUselessBias(string before, string after) => Mending.AssertMends("GAN0353", "Drop the bias", OfClass(before), OfClass(after));

    /// <summary>The order is that in which the compiler sees the attributes, which is what the network would be.</summary>
    [Theory]
    [InlineData("[Dense(3)]\n", "", "[Generator(2), Tanh, Dense(4)]\n", "[Generator(2), Dense(3), Tanh, Dense(4)]\n")]
    [InlineData("[Generator(2), Dense(3)]\n", "[Generator(2), Dense(3), Tanh, Dense(4)]\n", "[Tanh, Obsolete, Dense(4)]\n", "[Obsolete]\n")]
    [InlineData("[Dense(3)]\n[SpectralNorm]\n", "", "[Generator(2), Tanh]\n", "[Generator(2), Dense(3), SpectralNorm, Tanh]\n")]
    public Task GAN0002_GathersLayersOfTwoFiles(string first, string firstAfter, string second, string secondAfter)
    {
        const string Rest = "public sealed partial class G;\n";
        return Mending.AssertMends(
            "GAN0002",
            "Move all layers to one declaration",
            [("A.cs", first + Rest), ("B.cs", second + Rest)],
            [("A.cs", firstAfter + Rest), ("B.cs", secondAfter + Rest)]);
    }

    [Fact]
    public Task GAN0201_ChangesGInItsOwnFile() => Mending.AssertMends(
        "GAN0201",
        "Set the channels of G's last layer to 3",
        [("G.cs", G(1)), ("Game.cs", Game)],
        [("G.cs", G(3)), ("Game.cs", Game)]);

    [Fact]
    public Task FixAll_DropsEveryUselessBias_OfAllFiles() => Mending.AssertMendsAll(
        "GAN0353",
        [("A.cs", "[Generator(2)]\n[Dense(3), BatchNorm, ReLU]\n[Dense(4), BatchNorm]\npublic sealed partial class A;\n"),
            ("B.cs", "[Generator(2), Dense(5), BatchNorm]\npublic sealed partial class B;\n")],
        [("A.cs", "[Generator(2)]\n[Dense(3, bias: false), BatchNorm, ReLU]\n[Dense(4, bias: false), BatchNorm]\npublic sealed partial class A;\n"),
            ("B.cs", "[Generator(2), Dense(5, bias: false), BatchNorm]\npublic sealed partial class B;\n")]);

    private const string Game =
        "[Discriminator(3, 4, 4), Flatten, Dense(1)]\npublic sealed partial class D;\n\n[Gan<G, D>, Minimax, Adam]\npublic sealed partial class Game;\n";

    private static string G(int channels) =>
        $"[Generator(2), Dense(32), Reshape(2, 4, 4), Conv2d({channels}, kernel: 3, padding: 1), Tanh]\npublic sealed partial class G;\n";

    private static string OfClass(string attributes) => $"{attributes}\npublic sealed partial class Network;\n";
}
