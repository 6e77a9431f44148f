using static GanDsl.Generators.Tests.Harness.Diagnosis;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>GAN0420 to GAN0423: what D cannot be shown changed.</summary>
public class AugmentationDiagnosticsTests
{
    private const string Pictures = "[Generator(latent: 2)]\n[Dense(16), Reshape(1, 4, 4)]\npublic sealed partial class G;\n\n[Discriminator(1, 4, 4)]\n[Flatten, Dense(1)]\npublic sealed partial class D;\n\n";

    [Theory]
    [InlineData("DiffAugment(translation: 1.5)", "DiffAugment's translation is 1.5; it must be in [0, 1]")]
    [InlineData("DiffAugment(cutout: -0.1)", "DiffAugment's cutout is -0.1; it must be in [0, 1]")]
    [InlineData("DiffAugment(translation: double.NaN)", "DiffAugment's translation is NaN; it must be in [0, 1]")]
    [InlineData("DiffAugment(false, 0, 0)", "DiffAugment's color is false, and translation and cutout are 0; something must change")]
    public Task GAN0420_AnArgumentIsOutOfRange(string augmentation, string message) =>
        AssertReports(Pictures + Game($"{{|GAN0420:{augmentation}|}}"), message);

    [Fact]
    public Task GAN0421_Two() => AssertReports(Pictures + Game("DiffAugment, {|GAN0421:DiffAugment(color: false)|}"), "'Game' has [DiffAugment] already; remove one");

    [Fact]
    public Task GAN0422_PointsAreNoPictures() => AssertReports(
        "[Generator(latent: 2)]\n[Dense(3)]\npublic sealed partial class G;\n\n[Discriminator(3)]\n[Dense(1)]\npublic sealed partial class D;\n\n" + Game("{|GAN0422:DiffAugment|}"),
        "[DiffAugment] changes pictures (channels, height, width), but 'D' judges samples of shape (N, 3); remove it, or let the players make and judge pictures");

    [Fact]
    public Task GAN0423_PairsStayAsTheyAre() => AssertReports(
        "[Generator(1, 4, 4)]\n[Conv2d(3, kernel: 3, padding: 1)]\npublic sealed partial class G;\n\n[Discriminator(3, 4, 4, Source = new[] { 1, 4, 4 })]\n[Concat(\"source\"), Flatten, Dense(1)]\npublic sealed partial class D;\n\n"
            + Game("{|GAN0423:DiffAugment|}"),
        "'Game' is a game of pairs, whose samples must stay as their sources say; remove [DiffAugment]");

    [Fact]
    public Task GAN0007_AnAugmentationWithoutAGame() => AssertReports(
        "[{|GAN0007:DiffAugment|}]\npublic sealed partial class Game;",
        "[DiffAugment] does nothing on 'Game', which has no [Gan<generator, discriminator>]; add the marker or remove the attribute");

    private static string Game(string attributes) => $"[Gan<G, D>]\n[NonSaturating, Adam(2e-4), {attributes}]\npublic sealed partial class Game;\n";
}
