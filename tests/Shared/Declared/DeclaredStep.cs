using GanDsl.HandWritten;
using static TorchSharp.torch;

namespace GanDsl.Declared;

/// <summary>
/// The step of any declared game of one pair by hand: schedules, objectives, regularisers, classes, pairs, heads with their terms, and augmentations. Gradients are autograd's of whole losses; how players then move
/// is the caller's, who may compare gradients first, or give players other weights.
/// </summary>
/// <param name="game">The game.</param>
/// <param name="generator">G.</param>
/// <param name="discriminator">D.</param>
internal sealed class DeclaredStep(DeclaredGame game, DeclaredNetwork generator, DeclaredNetwork discriminator)
{
    private readonly PlainLosses losses = game.Losses;
    private readonly DeclaredTerms terms = new(game.Terms, discriminator.Heads);
    private Action<Tensor>? kinks;

    /// <summary>How many steps have been played.</summary>
    public long Steps { get; private set; }

    public DeclaredPenalties Penalties { get; } = new(game.Regularizers);

    public DeclaredAugmentation Augmentation { get; } = new(game.Augmentation, game.Objective);

    /// <summary>Is shown how far numbers are from kinks, those of both networks and of losses: see <see cref="DeclaredNetwork.Kinks"/>.</summary>
    public Action<Tensor>? Kinks
    {
        get => kinks;
        set => (kinks, generator.Kinks, discriminator.Kinks) = (value, value, value);
    }

    /// <summary>One call of the step.</summary>
    /// <param name="batch">What it is given and draws.</param>
    /// <param name="moveDiscriminator">Is called when D's parameters have their gradients, to move D.</param>
    /// <param name="moveGenerator">The same for G, in calls that move it.</param>
    public void Play(DeclaredBatch batch, Action moveDiscriminator, Action moveGenerator)
    {
        using var scope = NewDisposeScope();
        var alternating = game.Schedule as AlternatingAttribute;
        var movesGenerator = (Steps + 1) % (alternating?.DiscriminatorSteps ?? 1) == 0;
        var reals = Augmentation.Seen(batch.Reals.to(generator.Type), batch, 0);
        var fakes = generator.forward(batch.Latents, OfGenerator(batch));
        if (alternating is null)
        {
            // One pass of D for both.
            var seen = Augmentation.Seen(fakes, batch, 1);
            var passes = Judge(batch, reals, seen);
            var ofDiscriminator = DiscriminatorLoss(batch, passes);
            var ofGenerator = GeneratorLoss(passes.OnReals[0].detach(), passes.OnFakes, batch, batch.Latents, fakes);
            generator.zero_grad();
            discriminator.zero_grad();
            autograd.backward([ofGenerator], retain_graph: true, inputs: [.. generator.parameters()]);
            autograd.backward([ofDiscriminator], inputs: [.. discriminator.parameters()]);
            Steps++;
            moveDiscriminator();
            moveGenerator();
            return;
        }

        discriminator.zero_grad();
        var judged = Judge(batch, reals, Augmentation.Seen(fakes.detach(), batch, 1));
        DiscriminatorLoss(batch, judged).backward();
        Steps++;
        moveDiscriminator();
        if (!movesGenerator) return;

        var latents = alternating.FreshNoise && game.IsOfNoise ? batch.GeneratorLatents! : batch.Latents;
        var samples = ReferenceEquals(latents, batch.Latents) ? fakes : generator.forward(latents, OfGenerator(batch));
        var against = DeclaredObjective.IsRelative(game.Objective) ? discriminator.Outputs(reals, OfDiscriminator(batch))[0].detach() : null;
        var onFakes = discriminator.Outputs(Augmentation.Seen(samples, batch, 2), OfDiscriminator(batch));
        generator.zero_grad();
        GeneratorLoss(against, onFakes, batch, latents, samples).backward();
        discriminator.zero_grad();
        moveGenerator();
    }

    private sealed record Passes(Tensor Reals, IReadOnlyList<Tensor> OnReals, Tensor Fakes, IReadOnlyList<Tensor> OnFakes);

    // Reals and fakes pass together where nothing keeps them apart: for what D remembers of passes it is one.
    private Passes Judge(DeclaredBatch batch, Tensor reals, Tensor fakes)
    {
        var (looksAtReals, looksAtFakes, condition) = (Penalties.LooksAtReals(Steps), Penalties.LooksAtFakes(Steps), OfDiscriminator(batch));
        if (!discriminator.CouplesSamples && !looksAtReals && !looksAtFakes)
        {
            var joint = discriminator.Outputs(cat([reals, fakes]), condition is null ? null : cat([condition, condition]));
            var count = reals.size(0);
            return new Passes(reals, [.. joint.Select(output => output.narrow(0, 0, count))], fakes, [.. joint.Select(output => output.narrow(0, count, count))]);
        }

        var (points, fakePoints) = (looksAtReals ? reals.detach().requires_grad_() : reals, looksAtFakes ? fakes.detach().requires_grad_() : fakes);
        return new Passes(points, discriminator.Outputs(points, condition), fakePoints, discriminator.Outputs(fakePoints, condition));
    }

    private Tensor DiscriminatorLoss(DeclaredBatch batch, Passes passes)
    {
        var (onReals, onFakes) = (passes.OnReals[0], passes.OnFakes[0]);
        Augmentation.Follow(onReals, onFakes);
        foreach (var distance in DeclaredObjective.Kinks(game.Objective, onReals, onFakes)) kinks?.Invoke(distance.detach());
        var loss = losses.Discriminator(onReals, onFakes);
        foreach (var penalty in Penalties.OfOwnPasses(batch, passes.Reals.detach(), passes.Fakes.detach(), points => discriminator.Outputs(points, OfDiscriminator(batch))[0], kinks)) loss += penalty;
        foreach (var penalty in Penalties.OfPasses(Steps, onReals, passes.Reals, onFakes, passes.Fakes, kinks)) loss += penalty;
        foreach (var term in terms.OfDiscriminator(passes.OnReals, passes.OnFakes, batch.Latents.to(onReals.dtype), batch.Labels)) loss += term;
        return loss;
    }

    private Tensor GeneratorLoss(Tensor? onReals, IReadOnlyList<Tensor> onFakes, DeclaredBatch batch, Tensor latents, Tensor fakes)
    {
        var loss = losses.Generator(onReals ?? onFakes[0], onFakes[0]);
        foreach (var term in terms.OfGenerator(onFakes, latents.to(fakes.dtype), batch.Labels, fakes, batch.Reals.to(fakes.dtype), kinks)) loss += term;
        return loss;
    }

    private Tensor? OfGenerator(DeclaredBatch batch) => generator.Classes > 0 ? batch.Labels : null;

    private Tensor? OfDiscriminator(DeclaredBatch batch) => discriminator.Classes > 0 ? batch.Labels : discriminator.SourceShape is null ? null : batch.Latents;
}
