using TorchSharp;

using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace GanDsl.HandWritten;

/// <summary>
/// The alternating min-max step as a tutorial writes it in plain TorchSharp: what generated code must agree with, and must beat.
/// </summary>
public sealed class PlainGan : IDisposable
{
    private readonly PlainPair _players;
    private readonly PlainGame _game;
    private readonly optim.Optimizer _generatorAdam;
    private readonly optim.Optimizer _discriminatorAdam;
    private long _steps;

    /// <summary>Starts a game between two players, which it will dispose of.</summary>
    public PlainGan(PlainPair players, PlainGame? game = null)
    {
        _players = players;
        _game = game ?? new PlainGame();
        _generatorAdam = optim.Adam(players.Generator.parameters(), _game.Lr, _game.Beta1, _game.Beta2, _game.Eps);
        _discriminatorAdam = optim.Adam(players.Discriminator.parameters(), _game.Lr, _game.Beta1, _game.Beta2, _game.Eps);
    }

    public PlainPair Players => _players;

    /// <summary>One call of the step: D moves; every k-th call, G too.</summary>
    /// <param name="reals">(N, sample shape…).</param>
    /// <param name="latents">(N, latent), what this call's fakes are made from.</param>
    /// <param name="generatorLatents">(N, latent), what G's move is made from if the game wants fresh noise.</param>
    public void Step(Tensor reals, Tensor latents, Tensor? generatorLatents = null)
    {
        using var scope = NewDisposeScope();
        _steps++;
        var ones = torch.ones(reals.shape[0], 1);
        var zeros = torch.zeros(reals.shape[0], 1);
        var fakes = _players.Generator.forward(latents);

        _discriminatorAdam.zero_grad();
        var realLoss = binary_cross_entropy_with_logits(_players.Discriminator.forward(reals), ones);
        var fakeLoss = binary_cross_entropy_with_logits(_players.Discriminator.forward(fakes.detach()), zeros);
        (realLoss + fakeLoss).backward();
        _discriminatorAdam.step();

        if (_steps % _game.DiscriminatorSteps != 0) return;

        if (_game.FreshNoise)
        {
            fakes = _players.Generator.forward(generatorLatents ?? throw new ArgumentNullException(nameof(generatorLatents)));
        }

        _generatorAdam.zero_grad();
        var logits = _players.Discriminator.forward(fakes);
        var generatorLoss = _game.Minimax
            ? -binary_cross_entropy_with_logits(logits, zeros)
            : binary_cross_entropy_with_logits(logits, ones);
        generatorLoss.backward();
        _generatorAdam.step();
    }

    public void Dispose()
    {
        _generatorAdam.Dispose();
        _discriminatorAdam.Dispose();
        _players.Dispose();
    }
}
