using GanDsl.Generators.Declarations;
using GanDsl.Generators.Objectives;
using GanDsl.Generators.Regularizers;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Terms;

namespace GanDsl.Generators.Steps.Plan;

/// <summary>Makes the plan of a step from the checked game.</summary>
internal sealed partial class StepPlanner
{
    private readonly MinMaxStep step;
    private readonly List<Statement> statements = [];
    private readonly Dictionary<string, PlanValue> drawn = [];

    private StepPlanner(MinMaxStep step) => this.step = step;

    public static StepPlan Of(MinMaxStep step)
    {
        var planner = new StepPlanner(step);
        planner.Draw();
        if (step.IsSimultaneous) planner.MoveBoth();
        else if (step.Inverse is not null) planner.MoveTwoPairs();
        else planner.MoveInTurn();
        return new StepPlan(step, planner.statements);
    }

    private void Draw()
    {
        Draw("reals", DrawKind.Reals, step.Discriminator.Input);
        if (step.Generator.Label is { } label) Draw("labels", DrawKind.Labels, label);
        Draw(step.Given, step.IsPaired ? DrawKind.Sources : DrawKind.Latents, step.Generator.Input);
        if (step is { FreshNoise: true, IsSimultaneous: false }) Draw("generatorLatents", DrawKind.Latents, step.Generator.Input, isOfGenerator: true);
        if (step.Interpolates) Draw("interpolation", DrawKind.Shares, Shape.Of(1));
        if (step.Perturbs) Draw("perturbation", DrawKind.Noise, step.Discriminator.Input);
        foreach (var name in step.Augmented)
        {
            Draw(name, DrawKind.Changes, Shape.Of(Augmentations.AugmentationNumbers.Count), isOfGenerator: name == MinMaxStep.OfGenerator);
        }
    }

    private void Draw(string name, DrawKind kind, Shape shape, bool isOfGenerator = false)
    {
        drawn.Add(name, new PlanValue(name, shape));
        Add(new Statement.Draw(drawn[name], kind, InEveryCall: !isOfGenerator || step.DiscriminatorSteps == 1));
    }

    /// <summary>D, then G against D as updated.</summary>
    private void MoveInTurn()
    {
        var seenReals = SeenReals();
        PlanValue made;
        if (step.FreshNoise)
        {
            Explain("D ascends. Its fakes are data: G's parameters are constants here, so nothing is kept for them.");
            made = Generate(step, "fakes", step.Given, Saves.Nothing, "g");
        }
        else
        {
            Explain("D ascends. G's move will go back through the same fakes, so what produced them is kept; for D they are data.");
            made = Generate(step, "kept", step.Given, WhereGeneratorMoves, "g");
        }

        var fakes = step.FreshNoise ? made : Detached(made, "fakes");
        var codes = Codes(drawn[step.Given], "Code");
        MoveDiscriminator(new Batches(seenReals, Augmented(fakes, "seenFakes", MinMaxStep.OfFakes), codes));
        if (step.DiscriminatorSteps > 1) Add(new Statement.UnlessGeneratorMoves());

        Explain("G descends, against D as updated. D's parameters are constants here, so backward computes no gradients for them.");
        if (step.FreshNoise)
        {
            made = Generate(step, "samples", "generatorLatents", Saves.ForParameters, "h");
            codes = Codes(drawn["generatorLatents"], "GeneratorCode");
        }

        var onReals = step.Objective.Against == Opponent.None ? null : Judge(step, seenReals, "againstReals", Saves.Nothing, "q").Output;
        var judged = Judge(step, Augmented(made, "seen", MinMaxStep.OfGenerator), "logits", Saves.ForInput, "e");
        var seeds = new List<Seed> { Add(new Seed.OfGenerator(Player(Role.Discriminator), judged.Output, onReals)) };
        foreach (var term in step.Terms)
        {
            var (rows, targets) = term.Head is null ? (made, drawn["reals"]) : (HeadOf(judged, term), term.OnReals ? drawn["labels"] : codes[term]);
            seeds.Add(Add(new Seed.OfTerm(Player(Role.Generator), term, [(rows, targets)])));
        }

        Add(new Statement.Backward(seeds, [Player(Role.Discriminator)], [Player(Role.Generator)]));
        Add(new Statement.Update(Role.Generator, [Player(Role.Generator)]));
    }

    /// <summary>D's move: where a lazy penalty looks, one, and another in the calls in between.</summary>
    private void MoveDiscriminator(Batches batches)
    {
        if (step.PenaltyInterval == 1)
        {
            statements.AddRange(MoveOf(step));
            return;
        }

        Add(new Statement.Branch(
            step.PenaltyInterval,
            step.LazyNames,
            [new Statement.Block("MoveDiscriminatorPenalized", $"D's move where {step.LazyLook}", MoveOf(step))],
            [new Statement.Block("MoveDiscriminator", "D's move in the calls in between", MoveOf(step.InBetween))]));

        IReadOnlyList<Statement> MoveOf(MinMaxStep move) =>
            [.. Statements(() => DifferentiateDiscriminator(move, batches)), new Statement.Update(Role.Discriminator, [Player(Role.Discriminator)])];
    }

    /// <summary>D's passes, what it minimises, and the gradients of that.</summary>
    private void DifferentiateDiscriminator(MinMaxStep move, Batches batches)
    {
        var player = Player(Role.Discriminator, move);
        var mixed = move.Interpolates
            ? Produce("mixed", batches.Reals.Shape, output => new Statement.Mix(output, batches.Reals, batches.Fakes, drawn["interpolation"]), move)
            : null;
        var perturbed = move.PenaltyAt(PenaltySite.Perturbed) is { } near
            ? Produce("perturbed", batches.Reals.Shape, output => new Statement.Perturb(output, batches.Reals, drawn["perturbation"], near.Std), move)
            : null;
        Explain($"R{move.JoinReason.Substring(1)}.");
        var passes = new Dictionary<PenaltySite, Statement.Forward>();
        var (logits, looksAt) = PassesOver(move, batches, passes);
        if (mixed is not null) passes[PenaltySite.Interpolates] = Judge(move, mixed, "mixedLogits", Saves.ForParameters, "m", PenaltySite.Interpolates);
        if (perturbed is not null) passes[PenaltySite.Perturbed] = Judge(move, perturbed, "perturbedLogits", Saves.ForParameters, "p", PenaltySite.Perturbed);

        var seeds = new List<Seed> { Add(new Seed.OfDiscriminator(player, logits)) };
        if (move.LogitPenalty is { } onLogits) seeds.Add(Add(new Seed.OfRunningMeans(player, onLogits, logits)));
        foreach (var term in move.Terms.Where(term => term.InDiscriminator)) seeds.Add(Add(new Seed.OfTerm(player, term, looksAt(term))));
        foreach (var penalty in move.GradientRegularizers) seeds.Add(Add(new Seed.OfSlope(player, penalty, passes[penalty.At])));
        if (move.Adaptation is { } policy) Add(new Statement.Adapt(policy, logits));
        Add(new Statement.Backward(seeds, [], [player]));
    }

    /// <summary>D's passes over reals and fakes, and what a term looks at in them.</summary>
    private (Judged Logits, Func<Term, IReadOnlyList<(PlanValue, PlanValue)>> LooksAt) PassesOver(
        MinMaxStep move, Batches batches, Dictionary<PenaltySite, Statement.Forward> passes)
    {
        if (move.JoinsRealsAndFakes)
        {
            var joint = Join(move, "joint", batches.Reals, batches.Fakes);
            var labels = move.Terms.Any(term => term.OnReals) ? JointLabels(move) : null;
            var pass = Judge(move, joint, "logits", Saves.ForParameters, "d");
            return (new Judged(pass.Output, null, null), term => [term.OnReals ? (HeadOf(pass, term), labels!) : (FakesOf(pass, term), batches.Codes[term])]);
        }

        var onReals = passes[PenaltySite.Reals] = Judge(move, batches.Reals, "realLogits", Saves.ForParameters, "r", PenaltySite.Reals);
        var onFakes = passes[PenaltySite.Fakes] = Judge(move, batches.Fakes, "fakeLogits", Saves.ForParameters, "f", PenaltySite.Fakes);
        return (new Judged(null, onReals.Output, onFakes.Output), term => term.OnReals
            ? [(HeadOf(onReals, term), drawn["labels"]), (HeadOf(onFakes, term), drawn["labels"])]
            : [(HeadOf(onFakes, term), batches.Codes[term])]);
    }
}
