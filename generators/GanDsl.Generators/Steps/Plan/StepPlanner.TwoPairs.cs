using GanDsl.Generators.Declarations;
using GanDsl.Generators.Objectives;
using GanDsl.Generators.AuxiliaryLosses;

namespace GanDsl.Generators.Steps.Plan;

/// <content>
/// The step over two pairs: both discriminators are updated, then both generators; every loss is the mean over both pairs. One pair's reals are the other's
/// sources. </content>
internal sealed partial class StepPlanner
{
    private void UpdateTwoPairs()
    {
        var pairs = step.Pairs.ToList();
        Explain(
            "D ascends. The generators' update backpropagates through the same fakes, so their forward saves for backward; "
                + "to the discriminators they are data.");
        var made = OfEach(pair => Generate(pair, "tracked", SourcesOf(pair), WhereGeneratorMoves, "g"));
        if (step.PenaltyInterval == 1)
        {
            statements.AddRange(UpdateDiscriminators(pair => pair, ""));
        }
        else
        {
            Add(new Statement.Branch(
                step.PenaltyInterval, step.LazyNames, UpdateDiscriminators(pair => pair, "Penalized"), UpdateDiscriminators(pair => pair.InBetween, "")));
        }

        if (step.DiscriminatorSteps > 1) Add(new Statement.UnlessGeneratorMoves());
        UpdateGenerators(pairs, made);

        IReadOnlyList<PlanValue> OfEach(Func<MinMaxStep, PlanValue> value) => [.. pairs.Select(value)];

        IReadOnlyList<Statement> UpdateDiscriminators(Func<MinMaxStep, MinMaxStep> during, string which) => Statements(() =>
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
            return $"The gradients of {(pair.IsInverse ? "the " : "")}{Player(Role.Discriminator, pair).Symbol}{when}";
        }
    }

    private void UpdateGenerators(IReadOnlyList<MinMaxStep> pairs, IReadOnlyList<PlanValue> made)
    {
        Explain("G descends, against both updated discriminators. Their parameters are constants here, so backward computes no gradients of them.");
        var onReals = pairs
            .Select(pair =>
                step.Objective.RelativisticMode == RelativisticMode.None ? null : Discriminate(pair, RealsOf(pair), "againstReals", Saves.Nothing, "q").Output)
            .ToList();
        var output = pairs.Select((pair, i) => Discriminate(pair, made[i], "logits", Saves.ForInput, "e").Output).ToList();
        var seeds = new List<Seed>();
        var auxiliaryLosses = new List<(AuxiliaryLoss Loss, IReadOnlyList<PlanValue> Rows)>();
        foreach (var auxiliaryLoss in step.AuxiliaryLosses)
        {
            var isRound = auxiliaryLoss.Target == CriterionTarget.Round;
            Explain(isRound
                ? "Cycles: the sources, reconstructed by both generators in a row."
                : "Identities: samples of a generator's own output kind, which it should leave unchanged.");
            auxiliaryLosses.Add((auxiliaryLoss,
                [.. pairs.Select((pair, i) => isRound ? RoundTrip(pair, made[i]) : Generate(pair, "same", RealsOf(pair), Saves.ForParameters, "s"))]));
        }

        for (var i = 0; i < pairs.Count; i++)
        {
            seeds.Add(Add(new Seed.OfGenerator(Player(Role.Discriminator, pairs[i]), output[i], onReals[i])));
            foreach (var (auxiliaryLoss, rows) in auxiliaryLosses)
            {
                var targets = auxiliaryLoss.Target == CriterionTarget.Round ? SourcesOf(pairs[i]) : RealsOf(pairs[i]);
                seeds.Add(Add(new Seed.OfAuxiliaryLoss(Player(Role.Generator, pairs[i]), auxiliaryLoss, [(rows[i], targets)])));
            }
        }

        IReadOnlyList<PlanPlayer> generators = [.. pairs.Select(pair => Player(Role.Generator, pair))];
        Add(new Statement.Backward(seeds, [.. pairs.Select(pair => Player(Role.Discriminator, pair))], generators));
        Add(new Statement.Update(Role.Generator, generators));
    }

    // The other generator's pass, under this pair's name.
    private PlanValue RoundTrip(MinMaxStep pair, PlanValue made)
    {
        var roundTrip = new PlanValue(pair.Variable("returned"), pair.Generator.Input);
        Add(new Statement.Forward(Player(Role.Generator, pair.Inverse), made, null, roundTrip, [], Saves.ForParameters, "b"));
        return roundTrip;
    }

    private PlanValue RealsOf(MinMaxStep pair) => drawn[pair.IsInverse ? "sources" : "reals"];

    private PlanValue SourcesOf(MinMaxStep pair) => drawn[pair.IsInverse ? "reals" : "sources"];
}
