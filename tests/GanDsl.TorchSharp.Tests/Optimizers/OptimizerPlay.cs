using GanDsl.Optimizers;
using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Optimizers;

/// <summary>A game of <c>OptimizerGames</c> with its players and what moves them.</summary>
internal sealed record OptimizerPlay(
    IDisposable Game, TorchNetwork Generator, FlatOptimizer GeneratorOptimizer, TorchNetwork Discriminator, FlatOptimizer DiscriminatorOptimizer) : IDisposable
{
    public static OptimizerPlay Of(string name) => name switch
    {
        nameof(PlainSgdGame) => Of(new PlainSgdGame.Torch(seed: 1, CPU), game => game.Generator, game => game.Discriminator),
        nameof(SgdGame) => Of(new SgdGame.Torch(seed: 1, CPU), game => game.Generator, game => game.Discriminator),
        nameof(RmsPropGame) => Of(new RmsPropGame.Torch(seed: 1, CPU), game => game.Generator, game => game.Discriminator),
        nameof(CenteredRmsPropGame) => Of(new CenteredRmsPropGame.Torch(seed: 1, CPU), game => game.Generator, game => game.Discriminator),
        nameof(AdamGame) => Of(new AdamGame.Torch(seed: 1, CPU), game => game.Generator, game => game.Discriminator),
        nameof(AmsgradGame) => Of(new AmsgradGame.Torch(seed: 1, CPU), game => game.Generator, game => game.Discriminator),
        nameof(BoundedGame) => Of(new BoundedGame.Torch(seed: 1, CPU), game => game.Generator, game => game.Discriminator),
        nameof(BoundedRmsPropGame) => Of(new BoundedRmsPropGame.Torch(seed: 1, CPU), game => game.Generator, game => game.Discriminator),
        nameof(AdamWGame) => Of(new AdamWGame.Torch(seed: 1, CPU), game => game.Generator, game => game.Discriminator),
        _ => throw new ArgumentException($"There is no game {name}.", nameof(name)),
    };

    public void Dispose() => Game.Dispose();

    private static OptimizerPlay Of<TGame>(TGame game, Func<TGame, TorchNetwork> generator, Func<TGame, TorchNetwork> discriminator)
        where TGame : TorchGan<S3, S2> => new(game, generator(game), game.GeneratorOptimizer, discriminator(game), game.DiscriminatorOptimizer);
}
