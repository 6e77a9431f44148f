using GanDsl;

namespace Rings;

/// <summary>A game on any backend, with access to D's logits.</summary>
/// <param name="game">The game; it is disposed with this.</param>
/// <param name="discriminator">D's logits on samples, in eval mode.</param>
internal sealed class GameHandle(IGan game, Func<float[], float[]> discriminator) : IDisposable
{
    /// <summary>Its device, and what is known about the arithmetic there.</summary>
    public string DeviceSummary => game.DeviceSummary;

    /// <summary>One call of the min-max step.</summary>
    public void Step(float[] reals) => game.Step(reals);

    /// <summary>Samples of G: x, y, x, y, …</summary>
    public float[] Sample(int count) => game.Sample(game.Noise(count));

    /// <summary>D's logits on samples.</summary>
    public float[] Logits(float[] samples) => discriminator(samples);

    public void Dispose() => game.Dispose();

    /// <summary>The plain game.</summary>
    public static GameHandle Plain(Backends backend, long seed)
    {
        if (backend == Backends.Ilgpu)
        {
            var own = new PlainGame.Ilgpu(seed);
            return new GameHandle(own, x => Ask(own.Discriminator, x));
        }

        var game = new PlainGame.Torch(seed);
        return OnOneThread(new GameHandle(game, x => Ask(game.Discriminator, x)));
    }

    /// <summary>The plain game with R1.</summary>
    public static GameHandle Flat(Backends backend, long seed)
    {
        if (backend == Backends.Ilgpu)
        {
            var own = new FlatGame.Ilgpu(seed);
            return new GameHandle(own, x => Ask(own.Discriminator, x));
        }

        var game = new FlatGame.Torch(seed);
        return OnOneThread(new GameHandle(game, x => Ask(game.Discriminator, x)));
    }

    /// <summary>The plain game with less momentum.</summary>
    public static GameHandle Calm(Backends backend, long seed)
    {
        if (backend == Backends.Ilgpu)
        {
            var own = new CalmGame.Ilgpu(seed);
            return new GameHandle(own, x => Ask(own.Discriminator, x));
        }

        var game = new CalmGame.Torch(seed);
        return OnOneThread(new GameHandle(game, x => Ask(game.Discriminator, x)));
    }

    /// <summary>WGAN-GP.</summary>
    public static GameHandle Slope(Backends backend, long seed)
    {
        if (backend == Backends.Ilgpu)
        {
            var own = new SlopeGame.Ilgpu(seed);
            return new GameHandle(own, x => Ask(own.Discriminator, x));
        }

        var game = new SlopeGame.Torch(seed);
        return OnOneThread(new GameHandle(game, x => Ask(game.Discriminator, x)));
    }

    /// <summary>Hinge with spectral norm.</summary>
    public static GameHandle Bounded(Backends backend, long seed)
    {
        if (backend == Backends.Ilgpu)
        {
            var own = new BoundedGame.Ilgpu(seed);
            return new GameHandle(own, x =>
            {
                using var batch = GanDsl.Ilgpu.Batch<S2>.From(new HostBatch<S2>(x), own.Discriminator.Device);
                using var logits = own.Discriminator.Forward(batch);
                return logits.ToArray();
            });
        }

        var game = new BoundedGame.Torch(seed);
        return OnOneThread(new GameHandle(game, x =>
        {
            using var batch = GanDsl.Torch.Batch<S2>.From(new HostBatch<S2>(x));
            using var logits = game.Discriminator.Forward(batch);
            return logits.ToArray();
        }));
    }

    private static float[] Ask(PointDiscriminator.Torch discriminator, float[] samples)
    {
        using var batch = GanDsl.Torch.Batch<S2>.From(new HostBatch<S2>(samples));
        using var logits = discriminator.Forward(batch);
        return logits.ToArray();
    }

    private static float[] Ask(PointDiscriminator.Ilgpu discriminator, float[] samples)
    {
        using var batch = GanDsl.Ilgpu.Batch<S2>.From(new HostBatch<S2>(samples), discriminator.Device);
        using var logits = discriminator.Forward(batch);
        return logits.ToArray();
    }

    // Waking a second thread costs more than layers of a few thousand multiplications.
    private static GameHandle OnOneThread(GameHandle game)
    {
        TorchSharp.torch.set_num_threads(1);
        return game;
    }
}
