using GanDsl.Optimizers;

namespace GanDsl.Ilgpu.Tests.Optimizers;

/// <summary>What updates the players of a game of <c>OptimizerGames</c>.</summary>
internal sealed record OptimizerPlay(IDisposable Game, FlatOptimizer Generator, FlatOptimizer Discriminator) : IDisposable
{
    public static OptimizerPlay Of(string name, ComputeDevice device) => name switch
    {
        nameof(PlainSgdGame) => Of(new PlainSgdGame.Ilgpu(seed: 1, device)),
        nameof(SgdGame) => Of(new SgdGame.Ilgpu(seed: 1, device)),
        nameof(RmsPropGame) => Of(new RmsPropGame.Ilgpu(seed: 1, device)),
        nameof(CenteredRmsPropGame) => Of(new CenteredRmsPropGame.Ilgpu(seed: 1, device)),
        nameof(AdamGame) => Of(new AdamGame.Ilgpu(seed: 1, device)),
        nameof(AmsgradGame) => Of(new AmsgradGame.Ilgpu(seed: 1, device)),
        nameof(BoundedGame) => Of(new BoundedGame.Ilgpu(seed: 1, device)),
        nameof(BoundedRmsPropGame) => Of(new BoundedRmsPropGame.Ilgpu(seed: 1, device)),
        nameof(AdamWGame) => Of(new AdamWGame.Ilgpu(seed: 1, device)),
        _ => throw new ArgumentException($"There is no game {name}.", nameof(name)),
    };

    public void Dispose() => Game.Dispose();

    private static OptimizerPlay Of(IlgpuGan<S3, S2> game) => new(game, game.GeneratorOptimizer, game.DiscriminatorOptimizer);
}
