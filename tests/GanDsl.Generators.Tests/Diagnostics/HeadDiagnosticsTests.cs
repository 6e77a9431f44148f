using System.Reflection;
using GanDsl.Generators.Regularizers;
using GanDsl.Generators.Tests.Harness;
using GanDsl.Ilgpu;
using static GanDsl.Generators.Tests.Harness.Diagnosis;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>GAN0370 to GAN0379: heads of D, and the auxiliary losses that read them.</summary>
public class HeadDiagnosticsTests
{
    private const string Head = "[Dense(8), Tanh, Tap(\"features\"), Dense(3), Head(\"class\")]\n[From(\"features\"), Dense(1)]";
    private const string WithLabels = "[Generator(latent: 2, Classes = 3)]\n[From(\"label\"), Embedding(2), Concat(\"latent\"), Dense(4)]";

    [Theory]
    [InlineData(
        "[Generator(latent: 2)]\n[Dense(3), {|GAN0370:Head(\"class\")|}, Dense(4)]\npublic sealed partial class G;",
        "a generator has one output, its sample; put heads on the discriminator")]
    [InlineData(
        "[Discriminator(4)]\n[{|GAN0370:Use<Judge>|}]\npublic sealed partial class D;\n\n[Block, Dense(3), Head(\"class\"), Dense(1)]\n"
            + "public sealed class Judge;",
        "a block has one output; put the head after its [Use]")]
    [InlineData(
        "[Discriminator(4)]\n[{|GAN0370:Head(\"class\")|}, Dense(1)]\npublic sealed partial class D;", "no layer computes what it names; put one before it")]
    [InlineData(
        "[Discriminator(4)]\n[Dense(1), {|GAN0370:Head(\"class\")|}]\npublic sealed partial class D;",
        "the last layer's output is D's logit; put [From(\"…\")] and layers that end in one logit after the head")]
    [InlineData(
        "[Discriminator(1, 4, 4)]\n[Conv2d(2, kernel: 3), {|GAN0370:Head(\"class\")|}, Flatten, Dense(1)]\npublic sealed partial class D;",
        "a head is one row of numbers per sample; put [Flatten] and [Dense] before it")]
    [InlineData(
        "[Discriminator(4)]\n[Dense(3), Softmax, {|GAN0370:Head(\"class\")|}, Dense(1)]\npublic sealed partial class D;",
        "auxiliary losses take the numbers before Softmax and apply softmax themselves; remove it")]
    [InlineData(
        "[Discriminator(4)]\n[Dense(3), Sigmoid, {|GAN0370:Head(\"class\")|}, Dense(1)]\npublic sealed partial class D;",
        "auxiliary losses take the numbers before Sigmoid and apply softmax themselves; remove it")]
    [InlineData(
        "[Discriminator(4)]\n[Dense(3), {|GAN0370:Head(\"Logits\")|}, Dense(1)]\npublic sealed partial class D;", "D's own output has that name; take another")]
    [InlineData(
        "[Discriminator(4)]\n[Dense(3), Head(\"one\"), Dense(3), {|GAN0370:Head(\"One\")|}, Dense(1)]\npublic sealed partial class D;",
        "layer 1 has that name already; give each its own")]
    [InlineData(
        "[Discriminator(4)]\n[Dense(3), Head(\"one\"), {|GAN0370:Head(\"two\")|}, Dense(1)]\npublic sealed partial class D;",
        "layer 1 is a head of the same numbers; remove one")]
    public Task GAN0370_AHeadStandsElsewhere(string source, string message) => AssertReports(source, message);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("double.PositiveInfinity")]
    [InlineData("double.NaN")]
    public Task GAN0371_AWeightIsOutOfRange(string weight) => AssertReports(
        Game(WithLabels, Head, $"{{|GAN0371:AuxiliaryClassifier(\"class\", weight: {weight})|}}"), "it must be more than 0 and finite");

    [Fact]
    public Task GAN0372_TheHeadIsCalledOtherwise() => AssertReports(
        Game("[Generator(latent: 5)]\n[Dense(4)]", Head.Replace("\"class\"", "\"code\"", StringComparison.Ordinal), "{|GAN0372:MutualInformation(\"class\")|}"),
        "MutualInformation(\"class\", 1) reads a head that 'D' does not have: there are code; put [Head(\"class\")] after the layer that computes its numbers");

    [Fact]
    public Task GAN0373_ClassesAreMore() => AssertReports(
        Game(WithLabels.Replace("Classes = 3", "Classes = 4", StringComparison.Ordinal), Head, "{|GAN0373:AuxiliaryClassifier(\"class\")|}"),
        "AuxiliaryClassifier(\"class\", 1) reads the head class, (N, 3), but its length must be 4, the classes of 'G'; give the Dense before it that many");

    [Fact]
    public Task GAN0373_AGaussianCodeHasMeansWithoutVariances() => AssertReports(
        Game("[Generator(latent: 5)]\n[Dense(4)]", Head, "{|GAN0373:MutualInformation(\"class\", 0.1, Code.Gaussian)|}"),
        "but its length must be an even number: the code's means, then the logarithms of its variances; give the Dense before it that many");

    [Fact]
    public Task GAN0375_DIsToldTheLabels() => AssertReports(
        Game(
            WithLabels,
            "[From(\"label\"), Embedding(2), Concat(\"sample\")]\n" + Head,
            "{|GAN0375:AuxiliaryClassifier(\"class\")|}",
            "Discriminator(4, Classes = 3)"),
        "AuxiliaryClassifier(\"class\", 1) compares with labels, but 'D' takes the labels that it should predict; remove its Classes");

    [Fact]
    public Task GAN0376_LatentsArePictures() => AssertReports(
        Game("[Generator(1, 4, 4)]\n[Flatten, Dense(4)]", Head, "{|GAN0376:MutualInformation(\"class\")|}"),
        "MutualInformation(\"class\", 1) makes a code of 3 of the latents of 'G', (N, 1, 4, 4), but at least 1 must be left besides all codes; "
            + "give it a longer latent: one row of noise and codes");

    /// <summary>Where one code fits, but not both.</summary>
    [Fact]
    public Task GAN0376_TheSecondCodeHasNoRoom() => AssertReports(
        Game(
            "[Generator(latent: 5)]\n[Dense(4)]",
            "[Dense(8), Tanh, Tap(\"features\"), Dense(3), Head(\"class\")]\n[From(\"features\"), Dense(4), Head(\"style\")]\n[From(\"features\"), Dense(1)]",
            "MutualInformation(\"class\"), {|GAN0376:MutualInformation(\"style\", 0.1, Code.Gaussian)|}"),
        "makes a code of 2 of the latents of 'G', (N, 5), but at least 1 must be left besides all codes; give it a longer latent: one row of noise and codes");

    [Fact]
    public Task GAN0379_OneAuxiliaryLossMoreThanAReportHasRoomFor() => AssertReports(
        Codes(ReportLimits.AuxiliaryLosses, ", {|GAN0379:MutualInformation(\"last\")|}, MutualInformation(\"afterwards\")"),
        "MutualInformation(\"last\", 1) is auxiliary loss 33 of 'Game', but a step reports at most 32; remove it, or give codes that belong together one head");

    [Fact]
    public async Task AsManyAuxiliaryLossesAsAReportHasRoomFor_AreClean() => Assert.Empty(await Of(GanCompilation.Create(Codes(ReportLimits.AuxiliaryLosses))));

    /// <summary>So that the slots of our own kernels' reports can never be too few for what the rule lets through.</summary>
    [Fact]
    public void TheSlotsOfAReport_HoldAsManyAuxiliaryLossesAndPenaltiesAsThereCanBe()
    {
        var length = (int)typeof(Slot).GetField("Length", BindingFlags.NonPublic | BindingFlags.Static)!.GetRawConstantValue()!;
        long[] fixedSlots = [.. typeof(Slot).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (long)field.GetRawConstantValue()!)];

        // What adapts is four numbers, the running means of logits two.
        long[] slots =
        [
            .. fixedSlots, .. Enumerable.Range(1, 3).Select(more => Slot.Adaptation + more), Slot.RunningMeans + 1,
            .. Enumerable.Range(0, ReportLimits.Penalties).Select(Slot.Penalty),
            .. Enumerable.Range(0, ReportLimits.AuxiliaryLosses)
                .SelectMany(number => new[] { Slot.DiscriminatorAuxiliaryLoss(number), Slot.GeneratorAuxiliaryLoss(number) }),
        ];
        Assert.Equal(slots.Distinct(), slots);
        Assert.All(slots, slot => Assert.InRange(slot, 0, length - 1));
        Assert.Equal(0, length % 64);
        Assert.InRange(RegularizerCatalog.Names.Count(), 1, ReportLimits.Penalties);
    }

    [Fact]
    public async Task AGameOfEveryAuxiliaryLoss_IsClean() => Assert.Empty(await Of(GanCompilation.Create(Game(
        "[Generator(latent: 9, Classes = 3)]\n[From(\"label\"), Embedding(2), Concat(\"latent\"), Dense(4)]",
        "[Dense(8), Tanh, Tap(\"features\"), Dense(3), Head(\"class\")]\n[From(\"features\"), Dense(5), Head(\"code\")]\n"
            + "[From(\"features\"), Dense(4), Head(\"style\")]\n[From(\"features\"), Dense(1)]",
        "AuxiliaryClassifier(\"class\"), MutualInformation(\"code\"), MutualInformation(\"style\", 0.1, Code.Gaussian)"))));

    // So many codes, each at a head of its own, and heads for two more.
    private static string Codes(int count, string more = "")
    {
        string[] names = [.. Enumerable.Range(0, count).Select(number => $"c{number}"), .. more.Length == 0 ? Array.Empty<string>() : ["last", "afterwards"]];
        return Game(
            "[Generator(latent: 100)]\n[Dense(4)]",
            $"[{string.Join(", ", names.Select(name => $"Dense(2), Head(\"{name}\")"))}, Dense(1)]",
            string.Join(", ", names.Take(count).Select(name => $"MutualInformation(\"{name}\")")) + more);
    }

    private static string Game(string generator, string discriminator, string auxiliaryLosses, string marker = "Discriminator(4)") =>
        $"{generator}\npublic sealed partial class G;\n\n[{marker}]\n{discriminator}\npublic sealed partial class D;\n\n[Gan<G, D>]\n"
        + $"[NonSaturating, Adam(2e-4), {auxiliaryLosses}]\npublic sealed partial class Game;\n";
}
