using static GanDsl.Generators.Tests.Harness.Diagnosis;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>GAN0405 to GAN0409, and what other rules say of games over two pairs.</summary>
public class TwoPairDiagnosticsTests
{
    private const string Forth = "[Generator(5)]\n[Dense(3)]\npublic sealed partial class G;\n\n";
    private const string Back = "[Generator(3)]\n[Dense(5)]\npublic sealed partial class F;\n\n";
    private const string Judges = "[Discriminator(3)]\n[Dense(1)]\npublic sealed partial class D;\n\n[Discriminator(5)]\n[Dense(1)]\npublic sealed partial class E;\n\n";

    [Fact]
    public Task WhatIsRight_IsNotReported() => AssertReports(Forth + Back + Judges + Game("LeastSquares, CycleConsistency, R1, Alternating(discriminatorSteps: 2, freshNoise: false)"));

    [Fact]
    public Task GAN0405_TheSecondGeneratorLeadsElsewhere() => AssertReports(
        Forth + "[Generator(4)]\n[Dense(5)]\npublic sealed partial class F;\n\n" + Judges + Game("LeastSquares, CycleConsistency", "{|GAN0405:Gan<G, D, F, E>|}"),
        "'F' makes (N, 5) of (N, 4), but 'G' makes (N, 3) of (N, 5); the second generator must take what the first makes, and make what the first takes");

    [Fact]
    public Task GAN0201_ASecondPairOfOtherShapes() => AssertReports(
        Forth + Back + Judges.Replace("(5)", "(6)", StringComparison.Ordinal) + Game("LeastSquares, CycleConsistency", "{|GAN0201:Gan<G, D, F, E>|}"),
        "make the end of the one the beginning of the other");

    [Fact]
    public Task GAN0204_TheThirdIsNoGenerator() => AssertReports(
        Forth + Back + Judges + Game("LeastSquares, CycleConsistency", "{|GAN0204:Gan<G, D, E, E>|}"),
        "the order is [Gan<generator, discriminator, inverse generator, inverse discriminator>]");

    [Theory]
    [InlineData("CycleConsistency")]
    [InlineData("Identity")]
    public Task GAN0406_OnePairHasNoWayBack(string auxiliaryLoss) => AssertReports(
        Forth + Judges + Game($"LeastSquares, {{|GAN0406:{auxiliaryLoss}|}}", "Gan<G, D>"),
        $"'Game' plays one pair, around which [{auxiliaryLoss}] cannot go; write [Gan<generator, discriminator, inverse generator, inverse discriminator>], or remove it");

    [Fact]
    public Task GAN0407_AnIdentityBetweenTwoShapes() => AssertReports(
        Forth + Back + Judges + Game("LeastSquares, CycleConsistency, {|GAN0407:Identity|}"),
        "[Identity] gives 'G', which makes (N, 3) of (N, 5), its own kind of samples; it needs both of one shape");

    [Theory]
    [InlineData("{|GAN0408:Reconstruction(1)|}", "[Reconstruction]: its sources and reals belong together in no way")]
    [InlineData("{|GAN0408:GradientPenalty|}", "[GradientPenalty]: it draws points for one judge; R1 and R2 look at each judge's own samples")]
    [InlineData("{|GAN0408:Dragan|}", "[Dragan]: it draws points for one judge; R1 and R2 look at each judge's own samples")]
    [InlineData("{|GAN0408:LeCam|}", "[LeCam]: its running means are those of one judge; R1 and R2 look at each judge's own samples")]
    public Task GAN0408_WhatTwoPairsCannotHave(string attribute, string message) => AssertReports(Forth + Back + Judges + Game($"LeastSquares, CycleConsistency, {attribute}"), $"'Game' is a game over two pairs, which cannot have {message}; remove it");

    [Fact]
    public Task GAN0408_BothAtOnce() => AssertReports(
        Forth + Back + Judges + Game("LeastSquares, {|GAN0408:Simultaneous|}, CycleConsistency"),
        "[Simultaneous]: what goes around passes through both generators, and not through a judge alone; remove it");

    [Fact]
    public Task GAN0408_AJudgeOfPairs() => AssertReports(
        Forth + Back + "[Discriminator(3, Source = new[] { 5 })]\n[Concat(\"source\"), Dense(1)]\npublic sealed partial class D;\n\n[Discriminator(5)]\n[Dense(1)]\npublic sealed partial class E;\n\n" + Game("LeastSquares, CycleConsistency", "{|GAN0408:Gan<G, D, F, E>|}"),
        "the Source of 'D': a judge sees samples of its kind alone; remove it");

    [Fact]
    public Task GAN0409_NothingTiesThem() => AssertReports(
        Forth + Back + Judges + Game("LeastSquares", "{|GAN0409:Gan<G, D, F, E>|}"),
        "'Game' plays 'G' and 'F' side by side, and nothing makes one lead back from the other; add [CycleConsistency]");

    [Fact]
    public Task GAN0371_AWeightOfNothing() => AssertReports(Forth + Back + Judges + Game("LeastSquares, {|GAN0371:CycleConsistency(weight: 0)|}"), "weight is 0; it must be more than 0 and finite");

    [Fact]
    public Task GAN0003_AGameOverOnePairAndOverTwo() => AssertReports(
        Forth + Back + Judges + Game("LeastSquares", "{|GAN0003:Gan<G, D>|}, Gan<G, D, F, E>"),
        "'Game' is declared [Gan] and [Gan]; split it into two classes");

    private static string Game(string attributes, string gan = "Gan<G, D, F, E>") => $"[{gan}]\n[{attributes}, Adam(2e-4)]\npublic sealed partial class Game;\n";
}
