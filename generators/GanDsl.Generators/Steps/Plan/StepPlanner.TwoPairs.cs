using GanDsl.Generators.Declarations;
using GanDsl.Generators.Objectives;
using GanDsl.Generators.Terms;

namespace GanDsl.Generators.Steps.Plan;

/// <content>
/// The step over two pairs: both judges move, then both generators, each player by the mean over both pairs. What are reals to one pair are sources to the other.
/// </content>
internal sealed partial class StepPlanner
{
    private void MoveTwoPairs()
    {
        var pairs = step.Pairs.ToList();
        Explain("D ascends. The generators' move will go back through the same fakes, so what produced them is kept; for the judges they are data.");
        var made = OfEach(pair => Generate(pair, "kept", SourcesOf(pair), WhereGeneratorMoves, "g"));
        if (step.PenaltyInterval == 1)
        {
            statements.AddRange(MoveJudges(pair => pair, ""));
        }
        else
        {
            Add(new Statement.Branch(step.PenaltyInterval, step.LazyNames, MoveJudges(pair => pair, "Penalized"), MoveJudges(pair => pair.InBetween, "")));
        }

        if (step.DiscriminatorSteps > 1) Add(new Statement.UnlessGeneratorMoves());
        MoveGenerators(pairs, made);

        IReadOnlyList<PlanValue> OfEach(Func<MinMaxStep, PlanValue> value) => [.. pairs.Select(value)];

        IReadOnlyList<Statement> MoveJudges(Func<MinMaxStep, MinMaxStep> during, string which) => Statements(() =>
        {
            var fakes = pairs.Select((pair, i) => Produce("fakes", made[i].Shape, output => new Statement.Detach(output, made[i]), pair)).ToList();
            for (var i = 0; i < pairs.Count; i++)
            {
                var (pair, batches) = (during(pairs[i]), new Batches(RealsOf(pairs[i]), fakes[i], Codes(SourcesOf(pairs[i]), "Code")));
                var gradients = Statements(() => DifferentiateDiscriminator(pair, batches));
                Add(new Statement.Block($"Differentiate{pair.Member("Discriminator")}{which}", Summary(pair, which), gradients));
            }

            Add(new Statement.Update(Role.Discriminator, [.. pairs.Select(pair => Player(Role.Discriminator, pair))]));
        });

        string Summary(MinMaxStep pair, string which)
        {
            var when = which.Length > 0 ? $" where {step.LazyLook}" : step.PenaltyInterval > 1 ? " in the calls in between" : "";
            return $"The gradients of {(pair.IsTurned ? "the " : "")}{Player(Role.Discriminator, pair).Symbol}{when}";
        }
    }

    private void MoveGenerators(IReadOnlyList<MinMaxStep> pairs, IReadOnlyList<PlanValue> made)
    {
        Explain("G descends, against both judges as updated. Their parameters are constants here, so backward computes no gradients for them.");
        var onReals = pairs
            .Select(pair => step.Objective.Against == Opponent.None ? null : Judge(pair, RealsOf(pair), "againstReals", Saves.Nothing, "q").Output)
            .ToList();
        var judged = pairs.Select((pair, i) => Judge(pair, made[i], "logits", Saves.ForInput, "e").Output).ToList();
        var seeds = new List<Seed>();
        var terms = new List<(Term Term, IReadOnlyList<PlanValue> Rows)>();
        foreach (var term in step.Terms)
        {
            var isRound = term.Target == TermTarget.Round;
            Explain(isRound ? "There and back: what is left of the sources." : "What is of a generator's kind already, and is to stay as it is.");
            terms.Add((term, [.. pairs.Select((pair, i) => isRound ? ThereAndBack(pair, made[i]) : Generate(pair, "same", RealsOf(pair), Saves.ForParameters, "s"))]));
        }

        for (var i = 0; i < pairs.Count; i++)
        {
            seeds.Add(Add(new Seed.OfGenerator(Player(Role.Discriminator, pairs[i]), judged[i], onReals[i])));
            foreach (var (term, rows) in terms)
            {
                var targets = term.Target == TermTarget.Round ? SourcesOf(pairs[i]) : RealsOf(pairs[i]);
                seeds.Add(Add(new Seed.OfTerm(Player(Role.Generator, pairs[i]), term, [(rows[i], targets)])));
            }
        }

        IReadOnlyList<PlanPlayer> generators = [.. pairs.Select(pair => Player(Role.Generator, pair))];
        Add(new Statement.Backward(seeds, [.. pairs.Select(pair => Player(Role.Discriminator, pair))], generators));
        Add(new Statement.Update(Role.Generator, generators));
    }

    // The other generator's pass, under this pair's name.
    private PlanValue ThereAndBack(MinMaxStep pair, PlanValue made)
    {
        var back = new PlanValue(pair.Variable("returned"), pair.Generator.Input);
        Add(new Statement.Forward(Player(Role.Generator, pair.Turned), made, null, back, [], Saves.ForParameters, "b"));
        return back;
    }

    private PlanValue RealsOf(MinMaxStep pair) => drawn[pair.IsTurned ? "sources" : "reals"];

    private PlanValue SourcesOf(MinMaxStep pair) => drawn[pair.IsTurned ? "reals" : "sources"];
}
