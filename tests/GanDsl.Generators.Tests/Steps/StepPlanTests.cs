using GanDsl.Generators.Declarations;
using GanDsl.Generators.Steps.Plan;
using GanDsl.Generators.Tests.Harness;

namespace GanDsl.Generators.Tests.Steps;

/// <summary>The step's plan, for every kind of game, as people read it; and what holds of every plan.</summary>
public class StepPlanTests
{
    private const string Conditional = """
        [Generator(latent: 4, Classes = 3)]
        [From("label"), Embedding(2), Concat("latent"), Dense(8), Reshape(2, 2, 2)]
        public sealed partial class G;

        [Discriminator(2, 2, 2, Classes = 3)]
        [From("label"), Embedding(2), Tap("class"), From("sample"), Flatten, Concat("class"), Dense(1)]
        public sealed partial class D;
        """;

    private const string Pictures = """
        [Generator(latent: 3)]
        [Dense(16), Tanh, Reshape(1, 4, 4)]
        public sealed partial class G;

        [Discriminator(1, 4, 4)]
        [Flatten, Dense(3), LeakyReLU(0.2), Dense(1)]
        public sealed partial class D;
        """;

    private const string CouplingPictures = """
        [Generator(latent: 3)]
        [Dense(16), Tanh, Reshape(1, 4, 4)]
        public sealed partial class G;

        [Discriminator(1, 4, 4)]
        [Flatten, Dense(3), BatchNorm, LeakyReLU(0.2), Dense(1)]
        public sealed partial class D;
        """;

    private static readonly Dictionary<string, string> Games = new()
    {
        ["Alternating"] = Of(Pictures, "NonSaturating, Adam"),
        ["AlternatingWithThreeStepsOfD"] = Of(Pictures, "NonSaturating, Adam, Alternating(discriminatorSteps: 3)"),
        ["AlternatingWithTheSameNoise"] = Of(Pictures, "NonSaturating, Adam, Alternating(freshNoise: false)"),
        ["AlternatingWithTwoStepsOfDAndTheSameNoise"] = Of(Pictures, "NonSaturating, Adam, Alternating(discriminatorSteps: 2, freshNoise: false)"),
        ["AlternatingWithPassesApart"] = Of(CouplingPictures, "NonSaturating, Adam"),
        ["Simultaneous"] = Of(Pictures, "NonSaturating, Adam, Simultaneous"),
        ["SimultaneousWithR1"] = Of(Pictures, "Minimax, R1(2), Adam, Simultaneous"),
        ["LazyR1"] = Of(Pictures, "NonSaturating, R1(every: 16), Adam"),
        ["LazyR1AndR2BesideGradientPenalty"] = Of(
            Pictures, "NonSaturating, R1(every: 4), GradientPenalty, R2(3, every: 4), Adam, Alternating(freshNoise: false)"),
        ["RelativisticPairs"] = Of(Pictures, "Relativistic, R1, R2, Adam"),
        ["RelativisticAverageWithLeCam"] = Of(Pictures, "RelativisticAverage, LeCam, Adam"),
        ["GradientPenalty"] = Of(Pictures, "Wasserstein, GradientPenalty(weight: 10), Adam, Alternating(discriminatorSteps: 5)"),
        ["Dragan"] = Of(Pictures, "NonSaturating, Dragan, Adam"),
        ["R2"] = Of(Pictures, "NonSaturating, R2(1), Adam"),
        ["Heads"] = Examples.Infogan,
        ["Conditional"] = Of(Conditional, "NonSaturating, R1(every: 4), Adam"),
        ["Pairs"] = Examples.Pix2Pix,
        ["TwoPairs"] = Examples.CycleGan,
        ["TwoPairsThatStayThemselves"] = Examples.CycleGan
            .Replace("R1(gamma: 1, every: 4), ", "", StringComparison.Ordinal)
            .Replace(", Alternating(discriminatorSteps: 2)", "", StringComparison.Ordinal)
            .Replace("LeastSquares", "RelativisticAverage", StringComparison.Ordinal),
        ["Augmented"] = Of(Pictures, "NonSaturating, DiffAugment, Adam"),
        ["Adaptive"] = Of(Pictures, "NonSaturating, Ada, R1(every: 2), Adam, Alternating(freshNoise: false)"),
    };

    public static TheoryData<string> Names => [.. Games.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task APlan_ReadsAsTheStepIsTaught(string game) => Verifier.Verify(StepPlanText.Of(PlanOf(game))).UseParameters(game);

    [Theory]
    [MemberData(nameof(Names))]
    public void EachValue_HasOneOrigin_AndIsReadBehindIt(string game)
    {
        var produced = new HashSet<PlanValue>();
        Check(PlanOf(game).Statements);

        void Check(IEnumerable<Statement> statements)
        {
            foreach (var statement in statements)
            {
                if (statement is Statement.Branch branch)
                {
                    Check(branch.Due);
                    Check(branch.Otherwise);
                    continue;
                }

                if (statement is Statement.Block block)
                {
                    Check(block.Statements);
                    continue;
                }

                Assert.All(statement.Reads, value => Assert.Contains(value, produced));
                Assert.All(statement.Produces, value => Assert.True(produced.Add(value), $"{value} is produced twice."));
            }
        }
    }

    /// <summary>In a call of each kind: with what is due, and in between.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void EachPlayer_IsUpdatedOnce_BehindTheGradientsOfAllOfItsSeeds(string game)
    {
        var plan = PlanOf(game);
        foreach (var isDue in new[] { true, false })
        {
            var (open, differentiated, updated) = (new List<Seed>(), new HashSet<PlanPlayer>(), new List<PlanPlayer>());
            foreach (var statement in InACall(plan.Statements, isDue))
            {
                if (statement is Seed seed) open.Add(seed);
                if (statement is Statement.Backward backward)
                {
                    Assert.All(backward.From, from => Assert.True(open.Remove(from), $"{from} is gone back from twice, or before it is there."));
                    differentiated.UnionWith(backward.Parameters);
                }

                if (statement is not Statement.Update update) continue;
                Assert.All(update.Players, player => Assert.Contains(player, differentiated));
                updated.AddRange(update.Players);
            }

            Assert.Empty(open);
            var players = plan.Step.Pairs.SelectMany(pair => new[] { new PlanPlayer(pair, Role.Discriminator), new PlanPlayer(pair, Role.Generator) });
            Assert.Equal(players.OrderBy(player => player.Member, StringComparer.Ordinal), updated.OrderBy(player => player.Member, StringComparer.Ordinal));
        }
    }

    private static IEnumerable<Statement> InACall(IEnumerable<Statement> statements, bool isDue) => statements.SelectMany(statement => statement switch
    {
        Statement.Branch branch => InACall(isDue ? branch.Due : branch.Otherwise, isDue),
        Statement.Block block => InACall(block.Statements, isDue),
        _ => [statement],
    });

    private static StepPlan PlanOf(string game) => StepPlanner.Of(Checked.Step(Games[game]));

    private static string Of(string networks, string attributes) => $"""
        {networks}

        [Gan<G, D>]
        [{attributes}]
        public sealed partial class Game;
        """;
}
