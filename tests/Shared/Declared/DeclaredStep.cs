using static TorchSharp.torch;

namespace GanDsl.Declared;

/// <summary>
/// The step of any declared game of one pair by hand: schedules, objectives, regularisers, classes, pairs, heads with their auxiliary losses, and
/// augmentations. Gradients are autograd's of whole losses; how players then move
/// is the caller's, who may compare gradients first, or give players other weights.
/// </summary>
/// <param name="game">The game.</param>
/// <param name="generator">G.</param>
/// <param name="discriminator">D.</param>
internal sealed class DeclaredStep(DeclaredGame game, DeclaredNetwork generator, DeclaredNetwork discriminator)
{
    private readonly DeclaredSide side = new(game, generator, discriminator);

    /// <summary>In which order reals and fakes pass together: see <see cref="DeclaredSide.Shuffle"/>.</summary>
    public Random? Shuffle
    {
        get => side.Shuffle;
        set => side.Shuffle = value;
    }

    /// <summary>How many steps have been played.</summary>
    public long Steps { get; private set; }

    /// <summary>The probability of changes, where it follows D.</summary>
    public double? AugmentationProbability => side.Augmentation.Probability;

    /// <summary>Is shown how far numbers are from kinks, those of both networks and of losses: see <see cref="DeclaredNetwork.Kinks"/>.</summary>
    public Action<Tensor>? Kinks
    {
        get => side.Kinks;
        set => (side.Kinks, generator.Kinks, discriminator.Kinks) = (value, value, value);
    }

    /// <summary>One call of the step.</summary>
    /// <param name="batch">What it is given and draws.</param>
    /// <param name="updateDiscriminator">Is called when D's parameters have their gradients, to move D.</param>
    /// <param name="updateGenerator">The same for G, in calls that update it.</param>
    public void Play(DeclaredBatch batch, Action updateDiscriminator, Action updateGenerator)
    {
        using var scope = NewDisposeScope();
        var reals = side.Augmentation.Seen(batch.Reals.to(generator.Type), batch, 0);
        var fakes = side.Samples(batch, batch.Latents);
        var update = Steps++;
        generator.zero_grad();
        discriminator.zero_grad();
        if (game.Schedule is not AlternatingAttribute alternating)
        {
            UpdateBoth(batch, update, reals, fakes);
            updateDiscriminator();
            updateGenerator();
            return;
        }

        side.DiscriminatorLoss(batch, update, side.Discriminate(batch, update, reals, side.Augmentation.Seen(fakes.detach(), batch, 1))).backward();
        updateDiscriminator();
        if (Steps % alternating.DiscriminatorSteps != 0) return;

        var drawsAgain = alternating.FreshNoise && game.IsOfNoise;
        var latents = drawsAgain ? batch.GeneratorLatents! : batch.Latents;
        var samples = drawsAgain ? side.Samples(batch, latents) : fakes;
        var relativisticMode = DeclaredObjective.IsRelative(game.Objective) ? side.Discriminate(batch, reals)[0].detach() : null;
        var onFakes = side.Discriminate(batch, side.Augmentation.Seen(samples, batch, 2));
        var loss = side.GeneratorLoss(batch, relativisticMode, onFakes, latents, samples);
        autograd.backward([loss], inputs: [.. generator.parameters()]);
        updateGenerator();
    }

    // One pass of D serves both.
    private void UpdateBoth(DeclaredBatch batch, long update, Tensor reals, Tensor fakes)
    {
        var passes = side.Discriminate(batch, update, reals, side.Augmentation.Seen(fakes, batch, 1));
        var ofDiscriminator = side.DiscriminatorLoss(batch, update, passes);
        var ofGenerator = side.GeneratorLoss(batch, relativisticMode: null, passes.OnFakes, batch.Latents, fakes);
        autograd.backward([ofGenerator], retain_graph: true, inputs: [.. generator.parameters()]);
        autograd.backward([ofDiscriminator], inputs: [.. discriminator.parameters()]);
    }
}
