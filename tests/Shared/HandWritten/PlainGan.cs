using TorchSharp;

using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace GanDsl.HandWritten;

/// <summary>
/// The alternating min-max step as a tutorial writes it in plain TorchSharp: what generated code must agree with, and must beat.
/// </summary>
public sealed class PlainGan : IDisposable
{
    private readonly PlainPair players;
    private readonly PlainGame game;
    private readonly optim.Optimizer generatorAdam;
    private readonly optim.Optimizer discriminatorAdam;
    private long steps;

    /// <summary>Starts a game between two players, which it will dispose of.</summary>
    public PlainGan(PlainPair players, PlainGame? game = null)
    {
        this.players = players;
        this.game = game ?? new PlainGame();
        generatorAdam = Adam(players.Generator, this.game.GeneratorAdam);
        discriminatorAdam = Adam(players.Discriminator, this.game.DiscriminatorAdam);
    }

    public PlainPair Players => players;

    public optim.Optimizer GeneratorAdam => generatorAdam;

    public optim.Optimizer DiscriminatorAdam => discriminatorAdam;

    /// <summary>One call of the step: D moves; every k-th call, G too.</summary>
    /// <param name="reals">(N, sample shape…).</param>
    /// <param name="latents">(N, latent), what this call's fakes are made from.</param>
    /// <param name="generatorLatents">(N, latent), what G's move is made from if the game wants fresh noise.</param>
    public void Step(Tensor reals, Tensor latents, Tensor? generatorLatents = null)
    {
        using var scope = NewDisposeScope();
        steps++;
        var ones = torch.ones(reals.shape[0], 1);
        var zeros = torch.zeros(reals.shape[0], 1);
        var fakes = players.Generator.forward(latents);

        discriminatorAdam.zero_grad();
        var realLoss = binary_cross_entropy_with_logits(players.Discriminator.forward(reals), ones);
        var fakeLoss = binary_cross_entropy_with_logits(players.Discriminator.forward(fakes.detach()), zeros);
        (realLoss + fakeLoss).backward();
        discriminatorAdam.step();

        if (steps % game.DiscriminatorSteps != 0) return;

        if (game.FreshNoise)
        {
            fakes = players.Generator.forward(generatorLatents ?? throw new ArgumentNullException(nameof(generatorLatents)));
        }

        generatorAdam.zero_grad();
        var logits = players.Discriminator.forward(fakes);
        var generatorLoss = game.Minimax
            ? -binary_cross_entropy_with_logits(logits, zeros)
            : binary_cross_entropy_with_logits(logits, ones);
        generatorLoss.backward();
        generatorAdam.step();
    }

    public void Dispose()
    {
        generatorAdam.Dispose();
        discriminatorAdam.Dispose();
        players.Dispose();
    }

    private static optim.Optimizer Adam(nn.Module<Tensor, Tensor> player, PlainAdam? adam)
    {
        adam ??= new PlainAdam();
        return optim.Adam(player.parameters(), adam.Lr, adam.Beta1, adam.Beta2, adam.Eps, adam.WeightDecay, adam.Amsgrad);
    }
}
