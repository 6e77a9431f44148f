using GanDsl;

namespace Theory;

/// <summary>A game on any backend, with access to D's logits and G's weights.</summary>
/// <param name="game">The game; it is disposed with this.</param>
/// <param name="discriminator">D's logits on samples, in eval mode.</param>
/// <param name="load">Loads G's weights.</param>
/// <param name="step">The step on given reals and latents, where the sample draws both.</param>
internal sealed class GameHandle(
    IGan game, Func<float[], float[]> discriminator, Action<IReadOnlyList<NamedTensor>> load, Action<float[], float[]>? step = null) : IDisposable
{
    /// <summary>Its device, and what is known about the arithmetic there.</summary>
    public string DeviceSummary => game.DeviceSummary;

    /// <summary>A game in which G is never updated.</summary>
    public static GameHandle Still(Options options)
    {
        if (options.Backend == Backends.Ilgpu)
        {
            var own = new StillGame.Ilgpu(options.Seed);
            return new GameHandle(own, x => Ask(own.Discriminator, x), own.Generator.Load);
        }

        var game = new StillGame.Torch(options.Seed);
        return OnOneThread(new GameHandle(game, x => Ask(game.Discriminator, x), game.Generator.Load));
    }

    /// <summary>A game in which G takes small steps.</summary>
    public static GameHandle Patient(Options options)
    {
        if (options.Backend == Backends.Ilgpu)
        {
            var own = new PatientGame.Ilgpu(options.Seed);
            return new GameHandle(own, x => Ask(own.Discriminator, x), own.Generator.Load);
        }

        var game = new PatientGame.Torch(options.Seed);
        return OnOneThread(new GameHandle(game, x => Ask(game.Discriminator, x), game.Generator.Load));
    }

    /// <summary>A game in which G takes large steps.</summary>
    public static GameHandle Hasty(Options options)
    {
        if (options.Backend == Backends.Ilgpu)
        {
            var own = new HastyGame.Ilgpu(options.Seed);
            return new GameHandle(own, x => Ask(own.Discriminator, x), own.Generator.Load);
        }

        var game = new HastyGame.Torch(options.Seed);
        return OnOneThread(new GameHandle(game, x => Ask(game.Discriminator, x), game.Generator.Load));
    }

    /// <summary>One call of the min-max step.</summary>
    public void Step(float[] reals) => game.Step(reals);

    /// <summary>The same on given latents.</summary>
    /// <exception cref="InvalidOperationException">The game draws its own.</exception>
    public void Step(float[] reals, float[] latents) =>
        (step ?? throw new InvalidOperationException("This game draws its latents itself; call Step(reals)."))(reals, latents);

    /// <summary>The last step's report.</summary>
    public StepReport Report() => game.Report();

    /// <summary>G at given latents.</summary>
    public float[] Generate(float[] latents) => game.Sample(latents);

    /// <summary>D's logits on samples.</summary>
    public float[] Logits(float[] samples) => discriminator(samples);

    /// <summary>Makes an affine G one that generates N(mean, std²).</summary>
    public void Generate(double mean, double std) => load(
    [
        new NamedTensor("0.weight", [1, 1], new TensorValues.Float32([(float)std])),
        new NamedTensor("0.bias", [1], new TensorValues.Float32([(float)mean])),
    ]);

    public void Dispose() => game.Dispose();

    /// <summary>Waking a second thread costs more than layers of a few thousand multiplications.</summary>
    public static GameHandle OnOneThread(GameHandle game)
    {
        TorchSharp.torch.set_num_threads(1);
        return game;
    }

    /// <summary>A discriminator's logits on samples, in eval mode.</summary>
    public static float[] Ask(PointDiscriminator.Torch discriminator, float[] samples)
    {
        using var batch = GanDsl.Torch.Batch<S1>.From(new HostBatch<S1>(samples));
        using var logits = discriminator.Forward(batch);
        return logits.ToArray();
    }

    /// <summary>A discriminator's logits on samples, in eval mode.</summary>
    public static float[] Ask(PointDiscriminator.Ilgpu discriminator, float[] samples)
    {
        using var batch = GanDsl.Ilgpu.Batch<S1>.From(new HostBatch<S1>(samples), discriminator.Device);
        using var logits = discriminator.Forward(batch);
        return logits.ToArray();
    }
}
