using GanDsl.Generators.Declarations;
using GanDsl.Generators.Regularizers;

namespace GanDsl.Generators.Steps.Plan;

/// <content>
/// The one-stage step: one forward and one backward of each player. Shen et al. 2021, "Training Generative Adversarial Networks in One Stage".
/// </content>
internal sealed partial class StepPlanner
{
    private void UpdateBoth()
    {
        var (generator, discriminator) = (Player(Role.Generator), Player(Role.Discriminator));
        var seenReals = SeenReals();
        Explain("Both players are updated at once. G's forward saves for backward; to D the fakes are data that get a gradient.");
        var made = Generate(step, "tracked", step.GeneratorInput, Saves.ForParameters, "g");
        var fakes = Detached(made, "fakes", wantsGradient: true);

        var passes = new Dictionary<PenaltySite, Statement.Forward>();
        Explain($"R{step.JoinReason.Substring(1)}.");
        var (logits, _) = PassesOver(
            step, new Batches(seenReals, Augmented(fakes, "seenFakes", MinMaxStep.OfFakes), Codes(drawn[step.GeneratorInput], "Code")), passes);
        var seeds = new List<Seed> { Add(new Seed.OfDiscriminator(discriminator, logits, ServesGenerator: true)) };
        foreach (var penalty in step.GradientRegularizers) seeds.Add(Add(new Seed.OfSlope(discriminator, penalty, passes[penalty.At])));
        if (step.Adaptation is { } policy) Add(new Statement.Adapt(policy, logits));
        Add(new Statement.Backward(seeds, [], [discriminator], fakes));
        Add(new Statement.Backward([Add(new Seed.Rescaled(discriminator, made, fakes))], [], [generator]));
        Add(new Statement.Update(Role.Discriminator, [discriminator]));
        Add(new Statement.Update(Role.Generator, [generator]));
    }
}
