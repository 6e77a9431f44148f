using GanDsl.Generators.Declarations;
using GanDsl.Generators.Objectives;
using GanDsl.Generators.Regularizers;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.AuxiliaryLosses;

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
        if (step.IsSimultaneous) planner.UpdateBoth();
        else if (step.InversePair is not null) planner.UpdateTwoPairs();
        else planner.Alternate();
        return new StepPlan(step, planner.statements);
    }

    private void Draw()
    {
        Draw("reals", DrawKind.Reals, step.Discriminator.Input);
        if (step.Generator.Label is { } label) Draw("labels", DrawKind.Labels, label);
        Draw(step.GeneratorInput, step.IsPaired ? DrawKind.Sources : DrawKind.Latents, step.Generator.Input);
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

    /// <summary>D, then G against the updated D.</summary>
    private void Alternate()
    {
        var seenReals = SeenReals();
        PlanValue made;
        if (step.FreshNoise)
        {
            Explain("D ascends. Its fakes are data: G's parameters are constants here, so nothing is saved for backward.");
            made = Generate(step, "fakes", step.GeneratorInput, Saves.Nothing, "g");
        }
        else
        {
            Explain("D ascends. G's update backpropagates through the same fakes, so their forward saves for backward; to D they are data.");
            made = Generate(step, "tracked", step.GeneratorInput, WhereGeneratorMoves, "g");
        }

        var fakes = step.FreshNoise ? made : Detached(made, "fakes");
        var codes = Codes(drawn[step.GeneratorInput], "Code");
        UpdateDiscriminator(new Batches(seenReals, Augmented(fakes, "seenFakes", MinMaxStep.OfFakes), codes));
        if (step.DiscriminatorSteps > 1) Add(new Statement.UnlessGeneratorMoves());

        Explain("G descends, against the updated D. D's parameters are constants here, so backward computes no gradients of them.");
        if (step.FreshNoise)
        {
            made = Generate(step, "samples", "generatorLatents", Saves.ForParameters, "h");
            codes = Codes(drawn["generatorLatents"], "GeneratorCode");
        }

        var onReals = step.Objective.RelativisticMode == RelativisticMode.None
            ? null
            : Discriminate(step, seenReals, "againstReals", Saves.Nothing, "q").Output;
        var output = Discriminate(step, Augmented(made, "seen", MinMaxStep.OfGenerator), "logits", Saves.ForInput, "e");
        var seeds = new List<Seed> { Add(new Seed.OfGenerator(Player(Role.Discriminator), output.Output, onReals)) };
        foreach (var auxiliaryLoss in step.AuxiliaryLosses)
        {
            var (rows, targets) = auxiliaryLoss.Head is null
                ? (made, drawn["reals"])
                : (HeadOf(output, auxiliaryLoss), auxiliaryLoss.OnReals ? drawn["labels"] : codes[auxiliaryLoss]);
            seeds.Add(Add(new Seed.OfAuxiliaryLoss(Player(Role.Generator), auxiliaryLoss, [(rows, targets)])));
        }

        Add(new Statement.Backward(seeds, [Player(Role.Discriminator)], [Player(Role.Generator)]));
        Add(new Statement.Update(Role.Generator, [Player(Role.Generator)]));
    }

    /// <summary>D's update: one where a lazy penalty is due, and another in the calls in between.</summary>
    private void UpdateDiscriminator(Batches batches)
    {
        if (step.PenaltyInterval == 1)
        {
            statements.AddRange(UpdateOf(step));
            return;
        }

        Add(new Statement.Branch(
            step.PenaltyInterval,
            step.LazyNames,
            [new Statement.Block("UpdateDiscriminatorPenalized", $"D's update where {step.LazyLook}", UpdateOf(step))],
            [new Statement.Block("UpdateDiscriminator", "D's update in the calls in between", UpdateOf(step.InBetween))]));

        IReadOnlyList<Statement> UpdateOf(MinMaxStep current) =>
            [.. Statements(() => DifferentiateDiscriminator(current, batches)), new Statement.Update(Role.Discriminator, [Player(Role.Discriminator)])];
    }

    /// <summary>D's passes, its losses, and their gradients.</summary>
    private void DifferentiateDiscriminator(MinMaxStep current, Batches batches)
    {
        var player = Player(Role.Discriminator, current);
        var mixed = current.Interpolates
            ? Produce("mixed", batches.Reals.Shape, output => new Statement.Mix(output, batches.Reals, batches.Fakes, drawn["interpolation"]), current)
            : null;
        var perturbed = current.PenaltyAt(PenaltySite.Perturbed) is { } near
            ? Produce("perturbed", batches.Reals.Shape, output => new Statement.Perturb(output, batches.Reals, drawn["perturbation"], near.Std), current)
            : null;
        Explain($"R{current.JoinReason.Substring(1)}.");
        var passes = new Dictionary<PenaltySite, Statement.Forward>();
        var (logits, looksAt) = PassesOver(current, batches, passes);
        if (mixed is not null)
            passes[PenaltySite.Interpolates] = Discriminate(current, mixed, "mixedLogits", Saves.ForParameters, "m", PenaltySite.Interpolates);
        if (perturbed is not null)
            passes[PenaltySite.Perturbed] = Discriminate(current, perturbed, "perturbedLogits", Saves.ForParameters, "p", PenaltySite.Perturbed);

        var seeds = new List<Seed> { Add(new Seed.OfDiscriminator(player, logits)) };
        if (current.LogitPenalty is { } onLogits) seeds.Add(Add(new Seed.OfRunningMeans(player, onLogits, logits)));
        foreach (var auxiliaryLoss in current.AuxiliaryLosses.Where(auxiliaryLoss => auxiliaryLoss.InDiscriminator))
            seeds.Add(Add(new Seed.OfAuxiliaryLoss(player, auxiliaryLoss, looksAt(auxiliaryLoss))));
        foreach (var penalty in current.GradientRegularizers) seeds.Add(Add(new Seed.OfSlope(player, penalty, passes[penalty.At])));
        if (current.Adaptation is { } policy) Add(new Statement.Adapt(policy, logits));
        Add(new Statement.Backward(seeds, [], [player]));
    }

    /// <summary>D's passes over reals and fakes, with the heads that auxiliary losses read.</summary>
    private (DiscriminatorLogits Logits, Func<AuxiliaryLoss, IReadOnlyList<(PlanValue, PlanValue)>> LooksAt) PassesOver(
        MinMaxStep current, Batches batches, Dictionary<PenaltySite, Statement.Forward> passes)
    {
        if (current.JoinsRealsAndFakes)
        {
            var joint = Join(current, "joint", batches.Reals, batches.Fakes);
            var labels = current.AuxiliaryLosses.Any(auxiliaryLoss => auxiliaryLoss.OnReals) ? JointLabels(current) : null;
            var pass = Discriminate(current, joint, "logits", Saves.ForParameters, "d");
            return (new DiscriminatorLogits(pass.Output, null, null), auxiliaryLoss =>
                [auxiliaryLoss.OnReals ? (HeadOf(pass, auxiliaryLoss), labels!) : (FakesOf(pass, auxiliaryLoss), batches.Codes[auxiliaryLoss])]);
        }

        var onReals = passes[PenaltySite.Reals] = Discriminate(current, batches.Reals, "realLogits", Saves.ForParameters, "r", PenaltySite.Reals);
        var onFakes = passes[PenaltySite.Fakes] = Discriminate(current, batches.Fakes, "fakeLogits", Saves.ForParameters, "f", PenaltySite.Fakes);
        return (new DiscriminatorLogits(null, onReals.Output, onFakes.Output), auxiliaryLoss => auxiliaryLoss.OnReals
            ? [(HeadOf(onReals, auxiliaryLoss), drawn["labels"]), (HeadOf(onFakes, auxiliaryLoss), drawn["labels"])]
            : [(HeadOf(onFakes, auxiliaryLoss), batches.Codes[auxiliaryLoss])]);
    }
}
