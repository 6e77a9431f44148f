using GanDsl.Generators.Objectives;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Terms;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Programs;

/// <content>The step over two pairs: both judges move, then both generators, each player by the mean over both pairs. What are reals to one pair are sources to the other.</content>
internal sealed partial class StepProgram
{
    // What the first pair's half of the step has for the report, until that of the second comes to it.
    private readonly Dictionary<string, Value> reportsOfFirst = [];

    /// <summary>What a pair's half of the step works on.</summary>
    private sealed record Half(MinMaxStep Step, Value Reals, Value Sources, Value Fakes);

    private void MoveTwoPairs()
    {
        var whole = step;
        var halves = whole.Pairs.Select(Begin).ToList();
        if (whole.PenaltyInterval == 1)
        {
            MoveJudges(halves, move => move);
        }
        else
        {
            builder.Do(new Operation.Branch(whole.PenaltyInterval, IsDue: true));
            MoveJudges(halves, move => move);
            builder.Do(new Operation.Branch(whole.PenaltyInterval, IsDue: false));
            MoveJudges(halves, move => move.InBetween);
            builder.Do(new Operation.EndOfBranches());
        }

        MoveGenerators(halves);
    }

    private Half Begin(MinMaxStep pair)
    {
        step = pair;
        var reals = builder.Given(pair.IsTurned ? "sources" : "reals", Extent.Of(1, pair.Discriminator.Input));
        var sources = builder.Given(pair.IsTurned ? "reals" : "sources", Extent.Of(1, pair.Generator.Input));
        return new Half(pair, reals, sources, Pass(Generator, version: 0, "g", sources));
    }

    private void MoveJudges(List<Half> halves, Func<MinMaxStep, MinMaxStep> during)
    {
        var seeds = new List<(Value, Value)>();
        foreach (var half in halves)
        {
            step = half.Step;
            seeds.AddRange(DiscriminatorSeeds(during(half.Step), half.Reals, half.Fakes, half.Sources));
        }

        FlushReports();
        MoveDiscriminator(seeds);
    }

    // Kind of pass by kind of pass, in the order in which libtorch's are written: what a layer remembers follows it.
    private void MoveGenerators(List<Half> halves)
    {
        var seeds = new List<(Value, Value)>();
        var onReals = OfEach(half => half.Step.Objective.Against == Opponent.None ? null : Logits(moves, "q", half.Reals));
        var onFakes = OfEach(half => Logits(moves, "e", half.Fakes));
        var passes = step.Terms.Select(term => OfEach(half => Looked(term, half))).ToList();
        for (var i = 0; i < halves.Count; i++)
        {
            step = halves[i].Step;
            AddGeneratorLosses(onFakes[i]!, onReals[i], seeds);
            for (var number = 0; number < step.Terms.Count; number++)
            {
                var targets = step.Terms[number].Target == TermTarget.Round ? halves[i].Sources : halves[i].Reals;
                Report(step.Terms[number], "Generator", number, AddTerm(step.Terms[number], passes[number][i]!, targets, seeds));
            }
        }

        FlushReports();
        MoveGenerator(seeds);

        List<Value?> OfEach(Func<Half, Value?> pass) => [.. halves.Select(half =>
        {
            step = half.Step;
            return pass(half);
        })];
    }

    /// <summary>What a term compares: fakes that went back, or what G makes of reals.</summary>
    private Value Looked(Term term, Half half)
    {
        if (term.Target == TermTarget.Itself) return Pass(Generator, version: 0, "s", half.Reals);
        step = half.Step.Turned;
        return Pass(Generator, version: 0, "b", half.Fakes);
    }

    private void ReportOfPair(string slot, Value sum)
    {
        if (!step.IsTurned)
        {
            reportsOfFirst.Add(slot, sum);
            return;
        }

        var both = reportsOfFirst.TryGetValue(slot, out var ofFirst) ? builder.Map(X(0) + X(1), Extent.Single, ofFirst.Name + "OfPairs", (ofFirst, Reading.Full), (sum, Reading.Full)) : sum;
        reportsOfFirst.Remove(slot);
        builder.Do(new Operation.Report(slot), both);
    }

    // What the first pair alone reports: where it takes reals and fakes apart, and the second does not.
    private void FlushReports()
    {
        foreach (var slot in reportsOfFirst.Keys.OrderBy(slot => slot, StringComparer.Ordinal).ToList()) builder.Do(new Operation.Report(slot), reportsOfFirst[slot]);
        reportsOfFirst.Clear();
    }
}
