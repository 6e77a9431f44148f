using GanDsl.Generators.Declarations;
using GanDsl.Generators.Regularizers;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.AuxiliaryLosses;

namespace GanDsl.Generators.Steps.Plan;

/// <content>Single statements, each with the values that it produces.</content>
internal sealed partial class StepPlanner
{
    /// <summary>The inputs of D's update.</summary>
    /// <param name="Reals">The reals as D sees them.</param>
    /// <param name="Fakes">The fakes as D sees them.</param>
    /// <param name="Codes">The codes that the fakes are made from, by the auxiliary losses that predict them.</param>
    private sealed record Batches(PlanValue Reals, PlanValue Fakes, IReadOnlyDictionary<AuxiliaryLoss, PlanValue> Codes);

    private Saves WhereGeneratorMoves => step.DiscriminatorSteps == 1 ? Saves.ForParameters : Saves.ForParametersWhereGeneratorMoves;

    private PlanPlayer Player(Role role) => Player(role, step);

    private static PlanPlayer Player(Role role, MinMaxStep pair) => new(pair, role);

    private void Explain(string text) => Add(new Statement.Section(text));

    private T Add<T>(T statement)
        where T : Statement
    {
        statements.Add(statement);
        return statement;
    }

    private PlanValue Produce(string name, Shape shape, Func<PlanValue, Statement> statement, MinMaxStep pair, int batches = 1)
    {
        var value = new PlanValue(pair.Variable(name), shape, batches);
        Add(statement(value));
        return value;
    }

    /// <summary>The statements that an action adds, by themselves.</summary>
    private IReadOnlyList<Statement> Statements(Action add)
    {
        var from = statements.Count;
        add();
        var added = statements.Skip(from).ToList();
        statements.RemoveRange(from, added.Count);
        return added;
    }

    private PlanValue Generate(MinMaxStep pair, string name, string given, Saves saves, string pass) => Generate(pair, name, drawn[given], saves, pass);

    private PlanValue Generate(MinMaxStep pair, string name, PlanValue input, Saves saves, string pass)
    {
        var labels = pair.Generator.Label is null ? null : drawn["labels"];
        return Produce(
            name, pair.Generator.Output, output => new Statement.Forward(Player(Role.Generator, pair), input, labels, output, [], saves, pass), pair);
    }

    /// <summary>D's pass over samples, with its slope where a penalty needs it.</summary>
    private Statement.Forward Discriminate(MinMaxStep pair, PlanValue samples, string name, Saves saves, string pass, PenaltySite? site = null)
    {
        // Auxiliary losses read only reals and fakes.
        var heads = saves == Saves.Nothing || site is PenaltySite.Interpolates or PenaltySite.Perturbed ? [] : pair.Discriminator.Heads;
        var slope = site is { } at && pair.PenaltyAt(at) is { } penalty
            ? new Slope(new PlanValue(pair.Variable(at.Prefix() + "Squares"), Shape.Of(1)), penalty)
            : null;
        return Add(new Statement.Forward(
            Player(Role.Discriminator, pair),
            samples,
            ConditionOf(pair, samples.Batches),
            new PlanValue(pair.Variable(name), Shape.Of(pair.Patches), samples.Batches),
            [.. heads.Select(head => new PlanValue(site is { } of ? $"{of.Prefix()}{head.Member}Scores" : head.Variable, head.Shape, samples.Batches))],
            saves,
            pass,
            slope));
    }

    /// <summary>D's condition: the labels or the sources, for reals and fakes in a joint pass; null where there is none.</summary>
    private PlanValue? ConditionOf(MinMaxStep pair, int batches) =>
        pair.Discriminator.Label is not null ? batches == 1 ? drawn["labels"] : JointLabels(pair)
        : pair.Discriminator.Source is null ? null
        : batches == 1 ? drawn[step.GeneratorInput]
        : Join(pair, "jointSources", drawn[step.GeneratorInput], drawn[step.GeneratorInput]);

    private PlanValue JointLabels(MinMaxStep pair) => Join(pair, "jointLabels", drawn["labels"], drawn["labels"]);

    private PlanValue Join(MinMaxStep pair, string name, PlanValue reals, PlanValue fakes) =>
        Produce(name, reals.Shape, output => new Statement.Join(output, reals, fakes), pair, batches: 2);

    private PlanValue Detached(PlanValue made, string name, bool wantsGradient = false) =>
        Produce(name, made.Shape, output => new Statement.Detach(output, made, wantsGradient), step);

    /// <summary>Samples as D sees them: as they are, unless the game changes them.</summary>
    private PlanValue Augmented(PlanValue samples, string name, string draws) =>
        step.Augments ? Produce(name, samples.Shape, output => new Statement.Augment(output, samples, drawn[draws]), step) : samples;

    private PlanValue SeenReals()
    {
        if (step.Augments) Explain("D sees every sample changed by its draws.");
        return Augmented(drawn["reals"], "seenReals", MinMaxStep.OfReals);
    }

    /// <summary>The codes among latents, by the auxiliary losses that predict them.</summary>
    private IReadOnlyDictionary<AuxiliaryLoss, PlanValue> Codes(PlanValue latents, string what) => step.Codes.ToDictionary(
        code => (AuxiliaryLoss)code.Loss,
        code => Produce(code.Loss.Variable + what, Shape.Of(code.Count), output => new Statement.Code(output, latents, code.From), step));

    private static PlanValue HeadOf(Statement.Forward pass, AuxiliaryLoss auxiliaryLoss) =>
        pass.Heads[pass.Player.Network.Heads.ToList().FindIndex(head => head.Name == auxiliaryLoss.Head)];

    private PlanValue FakesOf(Statement.Forward pass, AuxiliaryLoss auxiliaryLoss)
    {
        var joint = HeadOf(pass, auxiliaryLoss);
        var name = "fake" + char.ToUpperInvariant(joint.Name[0]) + joint.Name.Substring(1);
        return Produce(name, joint.Shape, output => new Statement.FakesOf(output, joint), step);
    }
}
