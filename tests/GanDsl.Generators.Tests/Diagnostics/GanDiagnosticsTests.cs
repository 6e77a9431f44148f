using System.Globalization;
using static GanDsl.Generators.Tests.Harness.Diagnosis;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>GAN0201 to GAN0242 and GAN0260 to GAN0263: the game, and what it asks of its networks.</summary>
public class GanDiagnosticsTests
{
    [Fact]
    public Task GAN0201_GsOutput_IsDsInput_AndBothChainsAreShown() => AssertReports(
        """
        [Generator(latent: 100)]
        [Dense(6272), ReLU, Reshape(128, 7, 7)]
        public sealed partial class G;

        [Discriminator(1, 28, 28)]
        [Flatten, Dense(1)]
        public sealed partial class D;

        [{|GAN0201:Gan<G, D>|}]
        [NonSaturating, Adam]
        public sealed partial class Game;
        """,
        "'G' outputs (N, 128, 7, 7), but 'D' takes (N, 1, 28, 28); G goes (N, 100) → (N, 6272) → (N, 128, 7, 7), D goes (N, 1, 28, 28) → (N, 784) → (N, 1): " +
        "make G's output D's input");

    [Theory]
    [InlineData("Dense(2)")]
    [InlineData("Reshape(3, 1)")]
    [InlineData("ReLU")]
    public Task GAN0202_DEndsInOneLogit(string last) => AssertReports(
        $$"""
        [Discriminator(3)]
        [{|GAN0202:{{last}}|}]
        public sealed partial class D;
        """);

    /// <summary>One for each patch is as good.</summary>
    [Fact]
    public Task ALogitAPatch() => AssertReports("[Discriminator(1, 4, 4), Conv2d(1, kernel: 3)] public sealed partial class D;");

    [Theory]
    [InlineData("NonSaturating", "GAN0400")]
    [InlineData("LeastSquares", "GAN0400")]
    [InlineData("Minimax", null)]
    [InlineData("Wasserstein", null)]
    public Task GAN0400_PatchesAtOnce(string objective, string? id) => AssertReports(
        $$"""
        [Generator(latent: 3), Dense(16), Reshape(1, 4, 4)] public sealed partial class G;
        [Discriminator(1, 4, 4), Conv2d(1, kernel: 3)] public sealed partial class D;
        [Gan<G, D>, {{objective}}, {{(id is null ? "Simultaneous" : "{|GAN0400:Simultaneous|}")}}, Adam] public sealed partial class Game;
        """,
        id is null ? [] : [$"'Game' cannot be [Simultaneous]: 'D' returns (N, 1, 2, 2) logits per sample, and under {objective} the ratio of G's gradient to "
            + "D's differs between them; remove [Simultaneous], or use an objective with a constant ratio: [Minimax], [Wasserstein]"]);

    [Fact]
    public Task GAN0203_DNeverEndsInASigmoid() => AssertReports(
        """
        [Discriminator(3)]
        [Dense(1), {|GAN0203:Sigmoid|}]
        public sealed partial class D;
        """);

    [Fact]
    public Task GAN0203_DNeverEndsInASoftmax() => AssertReports(
        "[Discriminator(3)]\n[Dense(1), {|GAN0203:Softmax|}]\npublic sealed partial class D;",
        "Layer 1, Softmax, ends the discriminator, but objectives work on its logit, where they are stable; remove it");

    [Fact]
    public Task GAN0203_AGeneratorMay() => AssertReports("[Generator(latent: 3), Sigmoid] public sealed partial class G;");

    [Fact]
    public Task GAN0204_AGameIsOfNetworks() => AssertReports(
        """
        public class Plain;

        [Discriminator(3), Dense(1)]
        public sealed partial class D;

        [{|GAN0204:Gan<Plain, D>|}]
        [NonSaturating, Adam]
        public sealed partial class Game;
        """);

    [Fact]
    public Task GAN0204_InThisOrder() => AssertReports(
        $$"""
        {{Examples.SmallNetworks}}

        [{|GAN0204:{|GAN0204:Gan<D, G>|}|}]
        [NonSaturating, Adam]
        public sealed partial class Game;
        """);

    [Fact]
    public Task GAN0205_AGameHasAnObjective() => AssertGame("[{|GAN0205:Gan<G, D>|}, Adam]");

    [Fact]
    public Task GAN0206_AndNoSecond() => AssertGame("[Gan<G, D>, Minimax, {|GAN0206:NonSaturating|}, Adam]");

    [Fact]
    public Task GAN0207_BothPlayersHaveAnOptimiser() => AssertGame("[{|GAN0207:Gan<G, D>|}, Minimax]");

    [Fact]
    public async Task GAN0207_WithoutAnyOptimiser_SaysSoInOneSentence()
    {
        var diagnostics = await Of(Examples.GameWith("[Minimax]"));

        Assert.DoesNotContain("the either", Assert.Single(diagnostics).GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Generator")]
    [InlineData("Discriminator")]
    public Task GAN0207_OneIsNotEnoughForTwo(string player) => AssertGame($$"""[{|GAN0207:Gan<G, D>|}, Minimax, Adam(player: Player.{{player}})]""");

    [Theory]
    [InlineData("Adam, {|GAN0208:Adam|}")]
    [InlineData("Adam, {|GAN0208:Adam(player: Player.Generator)|}")]
    [InlineData("Adam, {|GAN0208:Sgd|}")]
    [InlineData("RmsProp(player: Player.Discriminator), {|GAN0208:AdamW|}")]
    [InlineData("Adam(player: Player.Generator), Adam(player: Player.Discriminator), {|GAN0208:Adam(player: Player.Discriminator)|}")]
    public Task GAN0208_AndNoSecond(string optimisers) => AssertGame($"[Gan<G, D>, Minimax, {optimisers}]");

    [Theory]
    [InlineData("Adam(-1e-3)", "lr is -0.001; it must be at least 0 and finite")]
    [InlineData("Adam(double.NaN)", "lr is NaN; it must be at least 0 and finite")]
    [InlineData("Adam(beta1: 1)", "beta1 is 1; it must be in [0, 1)")]
    [InlineData("Adam(beta2: -0.5)", "beta2 is -0.5; it must be in [0, 1)")]
    [InlineData("Adam(eps: double.PositiveInfinity)", "eps is Infinity; it must be at least 0 and finite")]
    [InlineData("Adam(weightDecay: -1)", "weightDecay is -1; it must be at least 0 and finite")]
    [InlineData("Adam(player: (Player)3)", "player is 3; it must be one of Player's")]
    [InlineData("AdamW(-1)", "AdamW's lr is -1; it must be at least 0 and finite")]
    [InlineData("AdamW(beta1: 1.5)", "AdamW's beta1 is 1.5; it must be in [0, 1)")]
    [InlineData("AdamW(beta2: 1)", "AdamW's beta2 is 1; it must be in [0, 1)")]
    [InlineData("AdamW(eps: -1)", "AdamW's eps is -1; it must be at least 0 and finite")]
    [InlineData("AdamW(weightDecay: double.NaN)", "AdamW's weightDecay is NaN; it must be at least 0 and finite")]
    [InlineData("Sgd(double.NegativeInfinity)", "Sgd's lr is -Infinity; it must be at least 0 and finite")]
    [InlineData("Sgd(momentum: 1)", "Sgd's momentum is 1; it must be in [0, 1)")]
    [InlineData("Sgd(momentum: 0.9, dampening: 1.5)", "Sgd's dampening is 1.5; it must be in [0, 1]")]
    [InlineData("Sgd(weightDecay: -1)", "Sgd's weightDecay is -1; it must be at least 0 and finite")]
    [InlineData("Sgd(nesterov: true)", "Sgd's nesterov looks ahead along the momentum, but momentum is 0; give it one, such as 0.9")]
    [InlineData("Sgd(momentum: 0.9, dampening: 0.1, nesterov: true)", "Sgd's nesterov goes with no dampening, but dampening is 0.1; remove one")]
    [InlineData("RmsProp(-1)", "RmsProp's lr is -1; it must be at least 0 and finite")]
    [InlineData("RmsProp(alpha: 1)", "RmsProp's alpha is 1; it must be in [0, 1)")]
    [InlineData("RmsProp(eps: -1)", "RmsProp's eps is -1; it must be at least 0 and finite")]
    [InlineData("RmsProp(weightDecay: -1)", "RmsProp's weightDecay is -1; it must be at least 0 and finite")]
    [InlineData("RmsProp(momentum: -0.1)", "RmsProp's momentum is -0.1; it must be in [0, 1)")]
    public Task GAN0209_AnOptimisersArgumentOutOfRange(string optimiser, string problem) =>
        AssertGame($$"""[Gan<G, D>, Minimax, {|GAN0209:{{optimiser}}|}]""", problem);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("int.MinValue")]
    public Task GAN0210_DIsUpdatedAtLeastOnce(string steps) => AssertGame($$"""[Gan<G, D>, Minimax, Adam, {|GAN0210:Alternating({{steps}})|}]""");

    [Theory]
    [InlineData("R1(-1)", "R1's gamma is -1; it must be more than 0 and finite")]
    [InlineData("R1(double.NaN)", "R1's gamma is NaN; it must be more than 0 and finite")]
    [InlineData("R1(every: 0)", "R1's every is 0; it must be at least 1")]
    [InlineData("R2(every: -16)", "R2's every is -16; it must be at least 1")]
    [InlineData("R1(lazyAdam: true)", "R1's lazyAdam is true, but every is 1; it makes up for an interval of at least 2")]
    [InlineData("R2(0)", "R2's gamma is 0; it must be more than 0 and finite")]
    [InlineData("GradientPenalty(double.PositiveInfinity)", "GradientPenalty's weight is Infinity; it must be more than 0 and finite")]
    [InlineData("GradientPenalty(target: -0.5)", "GradientPenalty's target is -0.5; it must be at least 0 and finite")]
    [InlineData("Dragan(0)", "Dragan's weight is 0; it must be more than 0 and finite")]
    [InlineData("Dragan(std: -1)", "Dragan's std is -1; it must be more than 0 and finite")]
    [InlineData("LeCam(0)", "LeCam's weight is 0; it must be more than 0 and finite")]
    [InlineData("LeCam(decay: 1)", "LeCam's decay is 1; it must be in [0, 1)")]
    [InlineData("LeCam(decay: -0.5)", "LeCam's decay is -0.5; it must be in [0, 1)")]
    [InlineData("Dragan(target: double.NaN)", "Dragan's target is NaN; it must be at least 0 and finite")]
    public Task GAN0211_ARegularisersArgumentOutOfRange(string regulariser, string problem) =>
        AssertGame($$"""[Gan<G, D>, Minimax, Adam, {|GAN0211:{{regulariser}}|}]""", problem);

    [Theory]
    [InlineData("R1, {|GAN0212:R1(5)|}")]
    [InlineData("GradientPenalty, R1, {|GAN0212:GradientPenalty(1, 2)|}")]
    public Task GAN0212_NoRegulariserTwice(string regularisers) => AssertGame($"[Gan<G, D>, Wasserstein, Adam, {regularisers}]");

    [Theory]
    [InlineData("NonSaturating(1)", "NonSaturating's smoothing is 1; it must be in [0, 1)")]
    [InlineData("NonSaturating(-0.1)", "NonSaturating's smoothing is -0.1; it must be in [0, 1)")]
    [InlineData("NonSaturating(double.NaN)", "NonSaturating's smoothing is NaN; it must be in [0, 1)")]
    [InlineData("LeastSquares(b: 0)", "LeastSquares's a and b are both 0; they must differ, or D need not tell reals from fakes")]
    [InlineData("LeastSquares(c: double.NegativeInfinity)", "LeastSquares's c is -Infinity; it must be finite")]
    [InlineData("FDivergence((Divergence)10)", "FDivergence's divergence is 10; it must be one of Divergence's")]
    public Task GAN0220_AnObjectivesArgumentOutOfRange(string objective, string problem) =>
        AssertGame($$"""[Gan<G, D>, {|GAN0220:{{objective}}|}, Adam]""", problem);

    [Theory]
    [InlineData("public static float F(double u) => 1;", "it has no such method")]
    [InlineData("public static double F(float u) => u;", "it has no such method")]
    [InlineData("public double F(double u) => u;", "it has no such method")]
    [InlineData("public static double F(ref double u) => u;", "it has no such method")]
    [InlineData("public static double F<T>(double u) => u;", "it has no such method")]
    public Task GAN0221_ADivergenceHasItsFunction(string member, string problem) =>
        AssertFunction("GAN0221", member, $"'Alpha' has no static double F(double u) that can be read: {problem}; write it in a class of this project");

    [Fact]
    public Task GAN0221_ItsSourceIsInTheProject() => AssertGame("[Gan<G, D>, {|GAN0221:CustomDivergence(typeof(Math))|}, Adam]");

    [Fact]
    public Task GAN0221_NullIsNoClass() => AssertGame("[Gan<G, D>, {|GAN0221:CustomDivergence(null!)|}, Adam]");

    [Theory]
    [InlineData("public static double F(double u) { var log = Math.Log(u); return u * log; }", "'F' has a body that is not a single return")]
    [InlineData("public static double F(double u) => u * Math.Log2(u);", "'Math.Log2(u)' is none of these")]
    [InlineData("public static double F(double u) => u > 1 ? u : 1;", "'u > 1 ? u : 1' is none of these")]
    [InlineData("public static double F(double u) => Math.Pow(2, u);", "'Math.Pow(2, u)' has an exponent that is not constant")]
    [InlineData("public static double F(double u) => Math.Pow(y: 2, x: u);", "'Math.Pow(y: 2, x: u)' names its arguments")]
    [InlineData("public static double F(double u) => 1 / 2 * u * u;", "'1 / 2' divides whole numbers, which C# truncates")]
    [InlineData("static readonly double A = 2; public static double F(double u) => A * u * u;", "'A' is not a const double or int of its class")]
    [InlineData("public static double F(double u) => F(u) + 1;", "'F(u)' is none of these")]
    [InlineData("public static double F(double u) => u % 2;", "'u % 2' is none of these")]
    [InlineData("public static double F(double u) => u * 0.5f;", "'0.5f' is none of these")]
    public Task GAN0222_ADivergencesFunction_CanBeDifferentiated(string member, string problem) => AssertFunction("GAN0222", member, problem);

    [Theory]
    [InlineData("public static double F(double u) => -u * Math.Log(u);", "but at u = 3.06E-07 its second derivative is -3.27E+06")]
    [InlineData("public static double F(double u) => 2 * u + 1;", "but at u = 1 its second derivative is 0")]
    [InlineData("public static double F(double u) => Math.Sqrt(u - 2);", "but at u = 3.06E-07 it or its slope is NaN")]
    [InlineData("public static double F(double u) => Math.Exp(u);", "but at u = 90 it or its slope is 1.24E+39")]
    public Task GAN0223_ADivergencesFunction_IsConvexAndFinite(string member, string problem) => AssertFunction("GAN0223", member, problem);

    [Fact]
    public Task TheDivergencesFunction_MayBeAnyThatIsWrittenInWhatHasDerivatives() => AssertReports(
        $$"""
        {{Examples.SmallNetworks}}

        public static class Outer
        {
            private const int Two = 2;

            public static class Alpha
            {
                private const double A = 0.25;

                public static double F(double u)
                {
                    return (System.Math.Pow(u, A) - 1 - (A * (u - 1))) / (A * (+A - 1)) + Two * (Alpha.A * Math.E) * -Math.Sqrt(u) * Math.Exp(-1) - Math.Log(u) / Math.PI;
                }
            }
        }

        [Gan<G, D>, CustomDivergence(typeof(Outer.Alpha), saturating: true), Adam]
        public sealed partial class Game;
        """);

    [Fact]
    public Task AllRegularisers_MayBeDeclared() => AssertGame("[Gan<G, D>, NonSaturating, Adam, R1, R2, GradientPenalty(target: 0), Dragan]");

    [Fact]
    public Task GAN0241_LazyRegularisersShareOneInterval() => AssertGame(
        "[Gan<G, D>, NonSaturating, Adam, R1(every: 16), {|GAN0241:R2(every: 8)|}]",
        "R2 is due in every 8th call and R1 in every 16th; only a step with all penalties and one without the lazy ones are generated: give both the same "
            + "interval, or one of them every: 1");

    [Fact]
    public Task LazyAndEager_MayBeMixed() => AssertGame("[Gan<G, D>, NonSaturating, Adam, R1(every: 16, lazyAdam: true), R2, GradientPenalty]");

    [Theory]
    [InlineData("GradientPenalty")]
    [InlineData("Dragan")]
    public Task GAN0240_TheNormOfASamplesGradient_WhereDCouplesSamples(string regulariser) => AssertReports(
        $$"""
        [Generator(latent: 2), Dense(3)]
        public sealed partial class G;

        [Discriminator(3), Dense(4), BatchNorm, Tanh, Dense(1)]
        public sealed partial class D;

        [Gan<G, D>, Wasserstein, Adam, R1, {|GAN0240:{{regulariser}}|}]
        public sealed partial class Game;
        """,
        $"{regulariser} needs the norm of each sample's own gradient, but layer 1 of 'D', BatchNorm, couples the samples of a batch: the gradient at a sample "
            + "also depends on the others' logits; use LayerNorm or InstanceNorm there, or no normalisation");

    [Fact]
    public Task GAN0007_ARegulariserWithoutAGame_IsSaid() => AssertReports("[{|GAN0007:R1|}] public sealed partial class Nothing;");

    [Theory]
    [InlineData("ClipGradient(0)", "ClipGradient's maxNorm is 0; it must be more than 0 and finite")]
    [InlineData("ClipGradient(double.NaN)", "ClipGradient's maxNorm is NaN; it must be more than 0 and finite")]
    [InlineData("ClipGradient(1, (Player)5)", "ClipGradient's player is 5; it must be one of Player's")]
    [InlineData("WeightClip(-0.01)", "WeightClip's limit is -0.01; it must be more than 0 and finite")]
    [InlineData("Ema(0)", "Ema's halfLifeImages is 0; it must be more than 0 and finite")]
    [InlineData("Ema(rampUp: -1)", "Ema's rampUp is -1; it must be at least 0 and finite")]
    [InlineData("LearningRate((Decay)3)", "LearningRate's decay is 3; it must be one of Decay's")]
    [InlineData("LearningRate(Decay.Linear)", "LearningRate's steps is 0; a rate decays over at least 1 update")]
    [InlineData(
        "LearningRate(Decay.Constant, 10)",
        "LearningRate's steps is 10, but a constant rate does not change over them; remove them, or choose Decay.Linear or Decay.Cosine")]
    [InlineData("LearningRate(Decay.Cosine, 10, endFactor: -0.1)", "LearningRate's endFactor is -0.1; it must be at least 0 and finite")]
    [InlineData("LearningRate(warmUp: -1)", "LearningRate's warmUp is -1; it must be at least 0 and finite")]
    public Task GAN0230_AModifiersArgumentOutOfRange(string modifier, string problem) =>
        AssertGame($$"""[Gan<G, D>, Minimax, Adam, {|GAN0230:{{modifier}}|}]""", problem);

    [Theory]
    [InlineData("Ema, {|GAN0231:Ema(5)|}", "The generator of 'Game' has [Ema] already; remove one")]
    [InlineData("WeightClip, {|GAN0231:WeightClip|}", "The discriminator of 'Game' has [WeightClip] already; remove one")]
    [InlineData("ClipGradient(1), {|GAN0231:ClipGradient(2)|}", "Each player of 'Game' has [ClipGradient] already; remove one, "
        + "or give each player its own with player: Player.Generator and player: Player.Discriminator")]
    [InlineData(
        "LearningRate(warmUp: 5, player: Player.Generator), {|GAN0231:LearningRate(Decay.Linear, 5)|}",
        "The generator of 'Game' has [LearningRate] already; remove one, or give each player its own with player: Player.Generator and "
            + "player: Player.Discriminator")]
    public Task GAN0231_NoModifierTwiceForOnePlayer(string modifiers, string problem) => AssertGame($"[Gan<G, D>, Minimax, Adam, {modifiers}]", problem);

    [Fact]
    public Task EachPlayer_MayHaveModifiersOfItsOwn() => AssertGame(
        "[Gan<G, D>, Minimax, Adam, ClipGradient(1, Player.Generator), ClipGradient(2, Player.Discriminator), LearningRate(warmUp: 3), "
            + "WeightClip(1), Ema(rampUp: 0)]");

    [Fact]
    public Task GAN0007_AModifierWithoutAGame_IsSaid() => AssertReports("[{|GAN0007:Ema|}] public sealed partial class Nothing;");

    [Fact]
    public Task EveryMistake_IsReportedOnce_AtItsOwnAttribute() => AssertGame(
        "[Gan<G, D>, Minimax, {|GAN0206:NonSaturating|}, {|GAN0209:Adam(-1)|}, {|GAN0210:Alternating(0)|}, {|GAN0211:R1(-1)|}]");

    [Theory]
    [InlineData(
        "Alternating, {|GAN0260:Simultaneous|}",
        "'Game' is declared [Alternating] already, and the players are updated either in turn or at once; remove it or [Simultaneous]")]
    [InlineData(
        "Simultaneous, {|GAN0260:Alternating(5)|}",
        "'Game' is declared [Simultaneous] already, and the players are updated either in turn or at once; remove it or [Alternating]")]
    public Task GAN0260_AGameHasOneSchedule(string schedules, string message) => AssertGame($"[Gan<G, D>, Minimax, Adam, {schedules}]", message);

    [Fact]
    public Task GAN0261_OnePassServesBothPlayers_OnlyWhereDCouplesNoSamples() => AssertReports(
        """
        [Generator(latent: 2)]
        [Dense(3), BatchNorm]
        public sealed partial class G;

        [Discriminator(3)]
        [Dense(4), BatchNorm, Tanh, Dense(4), BatchNorm, Dense(1)]
        public sealed partial class D;

        [Gan<G, D>, NonSaturating, Adam, {|GAN0261:Simultaneous|}]
        public sealed partial class Game;
        """,
        "'Game' cannot be [Simultaneous]: layer 1 of 'D', BatchNorm, couples the samples of a batch, so one backward through D cannot serve both players; "
            + "remove the layer from D, or [Simultaneous]");

    [Fact]
    public Task GAN0262_AndWhereNothingIsPenalisedOutsideThatPass() => AssertGame(
        "[Gan<G, D>, Wasserstein, R1, GradientPenalty, Adam, {|GAN0262:Simultaneous|}]",
        "'Game' cannot be [Simultaneous] with GradientPenalty, which penalises D at ε·x + (1 − ε)·G(z): that takes another pass of D besides the one "
            + "that both players share; "
            + "penalise D at the reals, with R1, or remove [Simultaneous]");

    [Theory]
    [InlineData("R2", "the fakes")]
    [InlineData("Dragan", "x + std·σ·u")]
    public Task GAN0262_NorAtTheFakes_NorNearTheReals(string regulariser, string points) => AssertGame(
        $$"""[Gan<G, D>, NonSaturating, {{regulariser}}, Adam, {|GAN0262:Simultaneous|}]""",
        $"'Game' cannot be [Simultaneous] with {regulariser}, which penalises D at {points}: that takes another pass of D besides the one "
            + "that both players share; "
            + "penalise D at the reals, with R1, or remove [Simultaneous]");

    [Fact]
    public Task GAN0350_APullOnFakesLogits_LeavesNothingToMakeGsGradientOf() => AssertGame(
        "[Gan<G, D>, NonSaturating, LeCam, Adam, {|GAN0350:Simultaneous|}]",
        "'Game' cannot be [Simultaneous] with LeCam: its gradient at a fake's logit can cancel that of D's loss, and G's gradient cannot be computed from 0; "
            + "penalise D at the reals, with R1, or remove [Simultaneous]");

    [Fact]
    public Task GAN0242_ASimultaneousStepIsTheSameInEveryCall() => AssertGame(
        "[Gan<G, D>, NonSaturating, R1(every: 16), Adam, {|GAN0242:Simultaneous|}]",
        "'Game' cannot be [Simultaneous] with R1 in every 16th call: its step is one pass that is the same in every call; "
            + "write every: 1, or remove [Simultaneous]");

    [Theory]
    [InlineData("NonSaturating, Simultaneous")]
    [InlineData("Minimax, Simultaneous")]
    [InlineData("Wasserstein, R1, Simultaneous")]
    public Task ASimultaneousGame_MayBeDeclared(string attributes) => AssertGame($"[Gan<G, D>, Adam, {attributes}]");

    [Fact]
    public Task GAN0007_AScheduleWithoutAGame_IsSaid() => AssertReports("[{|GAN0007:Simultaneous|}] public sealed partial class Nothing;");

    [Theory]
    [InlineData("Relativistic")]
    [InlineData("RelativisticAverage")]
    public Task GAN0263_WhatIsMeasuredAgainstOthers_HasNoRatioOfItsOwn(string objective) => AssertGame(
        $$"""[Gan<G, D>, {{objective}}, Adam, {|GAN0263:Simultaneous|}]""",
        $"'Game' cannot be [Simultaneous] with {objective}, which compares each sample with those of the other kind: G's gradient at a sample is "
            + "then not a multiple of D's; "
            + "choose an objective of single samples, or remove [Simultaneous]");

    private static Task AssertFunction(string rule, string member, string problem) => AssertReports(
        $$"""
        {{Examples.SmallNetworks}}

        public class Alpha { {{member}} }

        [Gan<G, D>, {|{{rule}}:CustomDivergence(typeof(Alpha))|}, Adam]
        public sealed partial class Game;
        """,
        problem);

    private static Task AssertGame(string attributes, params string[] messages) => AssertReports(
        $$"""
        {{Examples.SmallNetworks}}

        {{attributes}}
        public sealed partial class Game;
        """,
        messages);
}
