using static GanDsl.Generators.Tests.Harness.Diagnosis;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>GAN0405 to GAN0409, and what other rules say of games over two pairs.</summary>
public class TwoPairDiagnosticsTests
{
    private const string Forth = "[Generator(5)]\n[Dense(3)]\npublic sealed partial class G;\n\n";
    private const string Back = "[Generator(3)]\n[Dense(5)]\npublic sealed partial class F;\n\n";
    private const string Judges =
        "[Discriminator(3)]\n[Dense(1)]\npublic sealed partial class D;\n\n[Discriminator(5)]\n[Dense(1)]\npublic sealed partial class E;\n\n";

    [Fact]
    public Task WhatIsRight_IsNotReported() =>
        AssertReports(Forth + Back + Judges + Game("LeastSquares, CycleConsistency, R1, Alternating(discriminatorSteps: 2, freshNoise: false)"));

    [Fact]
    public Task GAN0405_TheSecondGeneratorLeadsElsewhere() => AssertReports(
        Forth + "[Generator(4)]\n[Dense(5)]\npublic sealed partial class F;\n\n" + Judges
            + Game("LeastSquares, CycleConsistency", "{|GAN0405:Gan<G, D, F, E>|}"),
        "'F' maps (N, 4) to (N, 5), but 'G' maps (N, 5) to (N, 3); the second generator must take the first one's output, and output the first one's input");

    [Fact]
    public Task GAN0201_ASecondPairOfOtherShapes() => AssertReports(
        Forth + Back + Judges.Replace("(5)", "(6)", StringComparison.Ordinal) + Game("LeastSquares, CycleConsistency", "{|GAN0201:Gan<G, D, F, E>|}"),
        "make G's output D's input");

    [Fact]
    public Task GAN0204_TheThirdIsNoGenerator() => AssertReports(
        Forth + Back + Judges + Game("LeastSquares, CycleConsistency", "{|GAN0204:Gan<G, D, E, E>|}"),
        "the order is [Gan<generator, discriminator, inverse generator, inverse discriminator>]");

    [Theory]
    [InlineData("CycleConsistency")]
    [InlineData("Identity")]
    public Task GAN0406_OnePairHasNoInverse(string auxiliaryLoss) => AssertReports(
        Forth + Judges + Game($"LeastSquares, {{|GAN0406:{auxiliaryLoss}|}}", "Gan<G, D>"),
        $"'Game' has one pair, but [{auxiliaryLoss}] needs two; write [Gan<generator, discriminator, inverse generator, inverse discriminator>], or remove it");

    [Fact]
    public Task GAN0407_AnIdentityBetweenTwoShapes() => AssertReports(
        Forth + Back + Judges + Game("LeastSquares, CycleConsistency, {|GAN0407:Identity|}"),
        "[Identity] passes 'G', which maps (N, 5) to (N, 3), samples of its own output kind; both must have one shape");

    [Theory]
    [InlineData("{|GAN0408:Reconstruction(1)|}", "[Reconstruction]: its sources and reals are unpaired")]
    [InlineData("{|GAN0408:GradientPenalty|}", "[GradientPenalty]: it draws points for one discriminator; R1 and R2 use each discriminator's own samples")]
    [InlineData("{|GAN0408:Dragan|}", "[Dragan]: it draws points for one discriminator; R1 and R2 use each discriminator's own samples")]
    [InlineData("{|GAN0408:LeCam|}", "[LeCam]: its running means are those of one discriminator; R1 and R2 use each discriminator's own samples")]
    public Task GAN0408_WhatTwoPairsCannotHave(string attribute, string message) => AssertReports(
        Forth + Back + Judges + Game($"LeastSquares, CycleConsistency, {attribute}"),
        $"'Game' is a game over two pairs, which cannot have {message}; remove it");

    [Fact]
    public Task GAN0408_BothAtOnce() => AssertReports(
        Forth + Back + Judges + Game("LeastSquares, {|GAN0408:Simultaneous|}, CycleConsistency"),
        "[Simultaneous]: cycles pass through both generators, not only through a discriminator; remove it");

    [Fact]
    public Task GAN0408_ADiscriminatorOfPairs() => AssertReports(
        Forth + Back + "[Discriminator(3, Source = new[] { 5 })]\n[Concat(\"source\"), Dense(1)]\npublic sealed partial class D;\n\n[Discriminator(5)]\n"
            + "[Dense(1)]\npublic sealed partial class E;\n\n" + Game("LeastSquares, CycleConsistency", "{|GAN0408:Gan<G, D, F, E>|}"),
        "the Source of 'D': a discriminator sees only samples of its kind; remove it");

    [Fact]
    public Task GAN0409_NothingTiesThem() => AssertReports(
        Forth + Back + Judges + Game("LeastSquares", "{|GAN0409:Gan<G, D, F, E>|}"),
        "'Game' trains 'G' and 'F' side by side, but nothing makes them inverse to each other; add [CycleConsistency]");

    [Fact]
    public Task GAN0371_AWeightOfNothing() =>
        AssertReports(Forth + Back + Judges + Game("LeastSquares, {|GAN0371:CycleConsistency(weight: 0)|}"), "weight is 0; it must be more than 0 and finite");

    [Fact]
    public Task GAN0003_AGameOverOnePairAndOverTwo() => AssertReports(
        Forth + Back + Judges + Game("LeastSquares", "{|GAN0003:Gan<G, D>|}, Gan<G, D, F, E>"),
        "'Game' is declared [Gan] and [Gan]; split it into two classes");

    private static string Game(string attributes, string gan = "Gan<G, D, F, E>") =>
        $"[{gan}]\n[{attributes}, Adam(2e-4)]\npublic sealed partial class Game;\n";
}
