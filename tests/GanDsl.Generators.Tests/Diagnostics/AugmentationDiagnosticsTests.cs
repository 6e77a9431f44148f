using static GanDsl.Generators.Tests.Harness.Diagnosis;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>GAN0420 to GAN0425: what D cannot be shown changed.</summary>
public class AugmentationDiagnosticsTests
{
    private const string Pictures = "[Generator(latent: 2)]\n[Dense(16), Reshape(1, 4, 4)]\npublic sealed partial class G;\n\n[Discriminator(1, 4, 4)]\n"
        + "[Flatten, Dense(1)]\npublic sealed partial class D;\n\n";

    [Theory]
    [InlineData("DiffAugment(translation: 1.5)", "DiffAugment's translation is 1.5; it must be in [0, 1]")]
    [InlineData("DiffAugment(cutout: -0.1)", "DiffAugment's cutout is -0.1; it must be in [0, 1]")]
    [InlineData("DiffAugment(translation: double.NaN)", "DiffAugment's translation is NaN; it must be in [0, 1]")]
    [InlineData("DiffAugment(false, 0, 0)", "DiffAugment's color is false, and translation and cutout are 0; something must change")]
    [InlineData("Ada(target: 1.5)", "Ada's target is 1.5; it must be in [0, 1]")]
    [InlineData("Ada(every: 0)", "Ada's every is 0; it must be at least 1")]
    [InlineData("Ada(images: -5)", "Ada's images is -5; it must be at least 1")]
    [InlineData("Ada(initial: 2)", "Ada's initial is 2; it must be in [0, 1]")]
    [InlineData("Ada(blit: false, geometry: false, color: false)", "Ada's blit, geometry and color are false; something must change")]
    public Task GAN0420_AnArgumentIsOutOfRange(string augmentation, string message) =>
        AssertReports(Pictures + Game($"{{|GAN0420:{augmentation}|}}"), message);

    [Fact]
    public Task GAN0421_Two() =>
        AssertReports(Pictures + Game("DiffAugment, {|GAN0421:DiffAugment(color: false)|}"), "'Game' has [DiffAugment] already; remove one");

    [Fact]
    public Task GAN0422_PointsAreNoPictures() => AssertReports(
        "[Generator(latent: 2)]\n[Dense(3)]\npublic sealed partial class G;\n\n[Discriminator(3)]\n[Dense(1)]\npublic sealed partial class D;\n\n"
            + Game("{|GAN0422:DiffAugment|}"),
        "[DiffAugment] changes pictures (channels, height, width), but 'D' takes samples of shape (N, 3); remove it, or let the players work on pictures");

    [Fact]
    public Task GAN0423_PairsStayAsTheyAre() => AssertReports(
        "[Generator(1, 4, 4)]\n[Conv2d(3, kernel: 3, padding: 1)]\npublic sealed partial class G;\n\n[Discriminator(3, 4, 4, Source = new[] { 1, 4, 4 })]\n"
            + "[Concat(\"source\"), Flatten, Dense(1)]\npublic sealed partial class D;\n\n"
            + Game("{|GAN0423:DiffAugment|}"),
        "'Game' is a game of pairs, whose samples must stay aligned with their sources; remove [DiffAugment]");

    [Theory]
    [InlineData(
        "DiffAugment(translation: 0.1)", 4, "[DiffAugment] cannot change pictures of shape (N, 1, 4, 4): translation is 0.1, less than one of their pixels")]
    [InlineData(
        "DiffAugment(cutout: 0.05, translation: 0.5)",
        4,
        "[DiffAugment] cannot change pictures of shape (N, 1, 4, 4): cutout is 0.05, a window smaller than one of their pixels")]
    [InlineData("Ada", 2, "[Ada] cannot change pictures of shape (N, 2, 2, 4): color is true, which changes pictures of 1 or 3 channels; these have 2")]
    public Task GAN0424_PicturesThatItDoesNotSuit(string augmentation, int height, string message) =>
        AssertReports(
            Pictures.Replace("1, 4, 4", height == 4 ? "1, 4, 4" : "2, 2, 4", StringComparison.Ordinal) + Game($"{{|GAN0424:{augmentation}|}}"), message);

    [Fact]
    public Task GAN0425_NothingToFollow() => AssertReports(
        Pictures + Game("{|GAN0425:Ada|}").Replace("NonSaturating", "Wasserstein", StringComparison.Ordinal),
        "[Ada] adapts to how many reals D calls real, but D has no threshold under [Wasserstein]; use another objective, or [DiffAugment]");

    [Fact]
    public Task GAN0007_AnAugmentationWithoutAGame() => AssertReports(
        "[{|GAN0007:DiffAugment|}]\npublic sealed partial class Game;",
        "[DiffAugment] does nothing on 'Game', which has no [Gan<generator, discriminator>]; add the marker or remove the attribute");

    private static string Game(string attributes) => $"[Gan<G, D>]\n[NonSaturating, Adam(2e-4), {attributes}]\npublic sealed partial class Game;\n";
}
