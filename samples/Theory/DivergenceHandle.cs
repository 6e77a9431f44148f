using GanDsl;

namespace Theory;

/// <summary>The game of each divergence.</summary>
internal static class DivergenceHandle
{
    /// <summary>A game in which D ascends to this divergence, against a fixed G.</summary>
    /// <exception cref="ArgumentException">No game is declared for it.</exception>
    public static GameHandle Of(FDivergence divergence, Options options)
    {
        var game = options.Backend == Backends.Ilgpu ? OnOwnKernels(divergence.Name, options.Seed) : OnTorch(divergence.Name, options.Seed);
        return game ?? throw new ArgumentException($"No game ascends to {divergence.Name}; declare one in DivergenceGames.cs.", nameof(divergence));
    }

    private static GameHandle? OnTorch(string name, long seed) => name switch
    {
        "KL" => Torch(new KLGame.Torch(seed), game => game.Generator, game => game.Discriminator, game => game.Step),
        "reverse KL" => Torch(new ReverseKLGame.Torch(seed), game => game.Generator, game => game.Discriminator, game => game.Step),
        "Jeffreys" => Torch(new JeffreysGame.Torch(seed), game => game.Generator, game => game.Discriminator, game => game.Step),
        "Pearson χ²" => Torch(new PearsonGame.Torch(seed), game => game.Generator, game => game.Discriminator, game => game.Step),
        "Neyman χ²" => Torch(new NeymanGame.Torch(seed), game => game.Generator, game => game.Discriminator, game => game.Step),
        "squared Hellinger" => Torch(new HellingerGame.Torch(seed), game => game.Generator, game => game.Discriminator, game => game.Step),
        "Jensen–Shannon" => Torch(new JensenShannonGame.Torch(seed), game => game.Generator, game => game.Discriminator, game => game.Step),
        "GAN" => Torch(new GoodfellowGame.Torch(seed), game => game.Generator, game => game.Discriminator, game => game.Step),
        "Le Cam" => Torch(new LeCamGame.Torch(seed), game => game.Generator, game => game.Discriminator, game => game.Step),
        "total variation" => Torch(new TotalVariationGame.Torch(seed), game => game.Generator, game => game.Discriminator, game => game.Step),
        _ => null,
    };

    private static GameHandle? OnOwnKernels(string name, long seed) => name switch
    {
        "KL" => Ilgpu(new KLGame.Ilgpu(seed), game => game.Generator, game => game.Discriminator, game => game.Step),
        "reverse KL" => Ilgpu(new ReverseKLGame.Ilgpu(seed), game => game.Generator, game => game.Discriminator, game => game.Step),
        "Jeffreys" => Ilgpu(new JeffreysGame.Ilgpu(seed), game => game.Generator, game => game.Discriminator, game => game.Step),
        "Pearson χ²" => Ilgpu(new PearsonGame.Ilgpu(seed), game => game.Generator, game => game.Discriminator, game => game.Step),
        "Neyman χ²" => Ilgpu(new NeymanGame.Ilgpu(seed), game => game.Generator, game => game.Discriminator, game => game.Step),
        "squared Hellinger" => Ilgpu(new HellingerGame.Ilgpu(seed), game => game.Generator, game => game.Discriminator, game => game.Step),
        "Jensen–Shannon" => Ilgpu(new JensenShannonGame.Ilgpu(seed), game => game.Generator, game => game.Discriminator, game => game.Step),
        "GAN" => Ilgpu(new GoodfellowGame.Ilgpu(seed), game => game.Generator, game => game.Discriminator, game => game.Step),
        "Le Cam" => Ilgpu(new LeCamGame.Ilgpu(seed), game => game.Generator, game => game.Discriminator, game => game.Step),
        "total variation" => Ilgpu(new TotalVariationGame.Ilgpu(seed), game => game.Generator, game => game.Discriminator, game => game.Step),
        _ => null,
    };

    private static GameHandle Torch<TGame>(
        TGame game, Func<TGame, AffineGenerator.Torch> generator, Func<TGame, PointDiscriminator.Torch> discriminator,
        Func<TGame, Action<GanDsl.Torch.Batch<S1>, GanDsl.Torch.Batch<S1>>> step)
        where TGame : IGan
    {
        var take = step(game);
        return GameHandle.OnOneThread(new GameHandle(game, x => GameHandle.Ask(discriminator(game), x), generator(game).Load, (reals, latents) =>
        {
            using var of = GanDsl.Torch.Batch<S1>.From(new HostBatch<S1>(reals));
            using var from = GanDsl.Torch.Batch<S1>.From(new HostBatch<S1>(latents));
            take(of, from);
        }));
    }

    private static GameHandle Ilgpu<TGame>(
        TGame game, Func<TGame, AffineGenerator.Ilgpu> generator, Func<TGame, PointDiscriminator.Ilgpu> discriminator,
        Func<TGame, Action<GanDsl.Ilgpu.Batch<S1>, GanDsl.Ilgpu.Batch<S1>>> step)
        where TGame : IGan
    {
        var take = step(game);
        return new GameHandle(game, x => GameHandle.Ask(discriminator(game), x), generator(game).Load, (reals, latents) =>
        {
            using var of = GanDsl.Ilgpu.Batch<S1>.From(new HostBatch<S1>(reals), discriminator(game).Device);
            using var from = GanDsl.Ilgpu.Batch<S1>.From(new HostBatch<S1>(latents), discriminator(game).Device);
            take(of, from);
        });
    }
}
