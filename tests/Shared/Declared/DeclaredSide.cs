using static TorchSharp.torch;

namespace GanDsl.Declared;

/// <summary>D's passes over reals and over fakes.</summary>
/// <param name="Reals">What passed, where a penalty looks at gradients by it.</param>
/// <param name="OnReals">D's output and heads.</param>
/// <param name="Fakes">What passed.</param>
/// <param name="OnFakes">D's output and heads.</param>
internal sealed record DeclaredPasses(Tensor Reals, IReadOnlyList<Tensor> OnReals, Tensor Fakes, IReadOnlyList<Tensor> OnFakes);

/// <summary>What a generator and its discriminator minimise: whole losses, which autograd differentiates.</summary>
/// <param name="game">The game.</param>
/// <param name="generator">G.</param>
/// <param name="discriminator">D.</param>
internal sealed class DeclaredSide(DeclaredGame game, DeclaredNetwork generator, DeclaredNetwork discriminator)
{
    private readonly DeclaredAuxiliaryLosses auxiliaryLosses = new(game.AuxiliaryLosses, discriminator.Heads);

    public DeclaredNetwork Generator => generator;

    public DeclaredNetwork Discriminator => discriminator;

    public DeclaredPenalties Penalties { get; } = new(game.Regularizers);

    public DeclaredAugmentation Augmentation { get; } = new(game.Augmentation, game.Objective);

    /// <summary>Is shown how far losses are from their kinks.</summary>
    public Action<Tensor>? Kinks { get; set; }

    /// <summary>
    /// In which order reals and fakes pass together; null for one behind the other. It is nothing but another order of sums: where gradients cancel, what
    /// rounding leaves of them follows it.
    /// </summary>
    public Random? Shuffle { get; set; }

    /// <summary>G's samples.</summary>
    public Tensor Samples(DeclaredBatch batch, Tensor latents) => generator.forward(latents, generator.Classes > 0 ? batch.Labels : null);

    /// <summary>D's output and heads on samples, as it sees them.</summary>
    public IReadOnlyList<Tensor> Discriminate(DeclaredBatch batch, Tensor samples) => discriminator.Outputs(samples, Condition(batch));

    /// <summary>D's passes in its move. Reals and fakes pass together where nothing keeps them apart: for what D remembers of passes it is one.</summary>
    public DeclaredPasses Discriminate(DeclaredBatch batch, long update, Tensor reals, Tensor fakes)
    {
        var (looksAtReals, looksAtFakes, condition) = (Penalties.LooksAtReals(update), Penalties.LooksAtFakes(update), Condition(batch));
        if (!discriminator.CouplesSamples && !looksAtReals && !looksAtFakes)
        {
            var count = reals.size(0);
            var places = Enumerable.Range(0, 2 * (int)count).Select(place => (long)place).ToArray();
            Shuffle?.Shuffle(places);
            var (order, back) = (tensor(places), tensor(places).argsort());
            var joint = discriminator.Outputs(
                cat([reals, fakes]).index_select(0, order), condition is null ? null : cat([condition, condition]).index_select(0, order));
            return new DeclaredPasses(reals, Half(0), fakes, Half(count));

            IReadOnlyList<Tensor> Half(long from) => [.. joint.Select(output => output.index_select(0, back).narrow(0, from, count))];
        }

        var (points, fakePoints) = (looksAtReals ? reals.detach().requires_grad_() : reals, looksAtFakes ? fakes.detach().requires_grad_() : fakes);
        return new DeclaredPasses(points, discriminator.Outputs(points, condition), fakePoints, discriminator.Outputs(fakePoints, condition));
    }

    /// <summary>What D minimises in an update, counted from 0.</summary>
    public Tensor DiscriminatorLoss(DeclaredBatch batch, long update, DeclaredPasses passes)
    {
        var (onReals, onFakes) = (passes.OnReals[0], passes.OnFakes[0]);
        Augmentation.Follow(onReals, onFakes);
        foreach (var distance in DeclaredObjective.Kinks(game.Objective, onReals, onFakes)) Declared.Kinks.AtZero(Kinks, distance);
        var loss = game.Losses.Discriminator(onReals, onFakes);
        var (reals, fakes) = (passes.Reals.detach(), passes.Fakes.detach());
        foreach (var penalty in Penalties.OfOwnPasses(batch, reals, fakes, points => Discriminate(batch, points)[0], Kinks)) loss += penalty;
        foreach (var penalty in Penalties.OfPasses(update, onReals, passes.Reals, onFakes, passes.Fakes, Kinks)) loss += penalty;
        foreach (var auxiliaryLoss in auxiliaryLosses.OfDiscriminator(passes.OnReals, passes.OnFakes, batch.Latents.to(onReals.dtype), batch.Labels))
            loss += auxiliaryLoss;
        return loss;
    }

    /// <summary>What G minimises, without the auxiliary losses of a game over two pairs.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="relativisticMode">D's logits on reals as constants, where the objective measures fakes against them.</param>
    /// <param name="onFakes">D's output and heads on fakes.</param>
    /// <param name="latents">What the fakes were made from.</param>
    /// <param name="fakes">The fakes, as G made them.</param>
    public Tensor GeneratorLoss(DeclaredBatch batch, Tensor? relativisticMode, IReadOnlyList<Tensor> onFakes, Tensor latents, Tensor fakes)
    {
        var loss = game.Losses.Generator(relativisticMode ?? onFakes[0], onFakes[0]);
        foreach (var auxiliaryLoss in auxiliaryLosses.OfGenerator(onFakes, latents.to(fakes.dtype), batch.Labels, fakes, batch.Reals.to(fakes.dtype), Kinks))
            loss += auxiliaryLoss;
        return loss;
    }

    private Tensor? Condition(DeclaredBatch batch) => discriminator.Classes > 0 ? batch.Labels : discriminator.SourceShape is null ? null : batch.Latents;
}
