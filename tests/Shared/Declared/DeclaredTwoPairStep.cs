using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace GanDsl.Declared;

/// <summary>The step of a declared game over two pairs by hand: what is minimised is the mean over both, with CycleGAN's auxiliary losses.</summary>
/// <param name="game">The game.</param>
/// <param name="forward">G and the discriminator of its samples.</param>
/// <param name="inverse">F and its discriminator.</param>
internal sealed class DeclaredTwoPairStep(DeclaredGame game, DeclaredSide forward, DeclaredSide inverse)
{
    /// <summary>How many steps have been played.</summary>
    public long Steps { get; private set; }

    /// <summary>Is shown how far numbers are from kinks, those of all networks and of losses.</summary>
    public Action<Tensor>? Kinks
    {
        get => forward.Kinks;
        set
        {
            foreach (var side in new[] { forward, inverse }) (side.Kinks, side.Generator.Kinks, side.Discriminator.Kinks) = (value, value, value);
        }
    }

    /// <summary>One call of the step.</summary>
    /// <param name="reals">The samples of Y, which G is to make.</param>
    /// <param name="sources">The samples of X, which G makes them from.</param>
    /// <param name="updateDiscriminators">Is called when the discriminators' parameters have their gradients.</param>
    /// <param name="updateGenerators">The same for the generators, in calls that update them.</param>
    public void Play(Tensor reals, Tensor sources, Action updateDiscriminators, Action updateGenerators)
    {
        using var scope = NewDisposeScope();
        var type = forward.Generator.Type;
        DeclaredSide[] sides = [forward, inverse];
        DeclaredBatch[] batches = [new DeclaredBatch(reals.to(type), sources.to(type)), new DeclaredBatch(sources.to(type), reals.to(type))];
        Tensor[] fakes = [.. sides.Select((side, i) => side.Samples(batches[i], batches[i].Latents))];
        foreach (var network in sides.SelectMany(side => new[] { side.Generator, side.Discriminator })) network.zero_grad();
        var update = Steps++;
        foreach (var (side, i) in sides.Select((side, i) => (side, i)))
        {
            (side.DiscriminatorLoss(batches[i], update, side.Discriminate(batches[i], update, batches[i].Reals, fakes[i].detach())) / 2).backward();
        }

        updateDiscriminators();
        if (Steps % ((AlternatingAttribute)game.Schedule).DiscriminatorSteps != 0) return;

        var loss = zeros(1, type);
        foreach (var (side, i) in sides.Select((side, i) => (side, i)))
        {
            var relativisticMode = DeclaredObjective.IsRelative(game.Objective) ? side.Discriminate(batches[i], batches[i].Reals)[0].detach() : null;
            loss += side.GeneratorLoss(batches[i], relativisticMode, side.Discriminate(batches[i], fakes[i]), batches[i].Latents, fakes[i]) / 2;
        }

        foreach (var auxiliaryLoss in game.AuxiliaryLosses)
        {
            loss += auxiliaryLoss switch
            {
                CycleConsistencyAttribute cycle => cycle.Weight / 2 * Sum(i => Distance(sides[1 - i].Samples(batches[i], fakes[i]), batches[i].Latents)),
                IdentityAttribute identity => identity.Weight / 2 * Sum(i => Distance(sides[i].Samples(batches[i], batches[i].Reals), batches[i].Reals)),
                _ => throw new NotSupportedException($"{auxiliaryLoss.GetType().Name} is of a game of one pair."),
            };
        }

        autograd.backward([loss], inputs: [.. sides.SelectMany(side => side.Generator.parameters())]);
        updateGenerators();

        static Tensor Sum(Func<int, Tensor> ofSide) => ofSide(0) + ofSide(1);
    }

    private Tensor Distance(Tensor samples, Tensor of)
    {
        Declared.Kinks.AtZero(Kinks, samples - of);
        return l1_loss(samples, of);
    }
}
