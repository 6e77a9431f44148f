namespace GanDsl.Ilgpu;

/// <content>Copies the step's inputs to their places, then queues the generated launches. Nothing waits for the device.</content>
public abstract partial class IlgpuGame<TLatent, TSample>
{
    /// <summary>
    /// How many launches a step that updates both players is, in which every penalty is due, not counting those that draw noise.
    /// </summary>
    public int LaunchesOfAStep => Workspace.Launches;

    /// <summary>The memory that the generated step works in.</summary>
    protected abstract StepWorkspace Workspace { get; }

    /// <summary>Queues the launches of the step.</summary>
    /// <param name="run">Queues them.</param>
    /// <param name="n">How many reals there are.</param>
    /// <param name="generatorMoves">Whether this call updates G.</param>
    protected abstract void RunStep(Launcher run, long n, bool generatorMoves);

    /// <summary>The step on its own latents.</summary>
    protected void TakeStep(Batch<TSample> reals, float[]? oneHot = null)
    {
        var samples = Begin(reals.Count, oneHot);
        Memory.CopyFrom(samples + (reals.Count * Workspace.Reals), reals);
        DrawAll(samples, reals.Count);
        End(reals.Count);
    }

    /// <summary>The step on given sources, with its own ε and noise around the reals.</summary>
    /// <exception cref="ArgumentException">The batches are of different sizes.</exception>
    protected void TakePairs(Batch<TSample> reals, Batch<TLatent> sources)
    {
        CheckCount(reals.Count, sources.Count, GeneratorInputs, GeneratorInputs);
        var samples = Begin(reals.Count, oneHot: null);
        Memory.CopyFrom(samples + (reals.Count * Workspace.Reals), reals);
        Memory.CopyFrom(samples + (reals.Count * Workspace.Latents), sources);
        DrawForPenalties(samples, reals.Count);
        End(reals.Count);
    }

    /// <summary>The step on given latents.</summary>
    /// <exception cref="ArgumentException">The batches are of different sizes.</exception>
    protected void TakeStep(
        Batch<TSample> reals,
        Batch<TLatent> latents,
        Batch<TLatent>? generatorLatents = null,
        Batch<TSample>? perturbation = null,
        float[]? oneHot = null,
        AugmentationBatches? augmentation = null) =>
        Take<TSample>(reals, latents, generatorLatents, null, perturbation, oneHot, augmentation);

    /// <summary>The step on given latents, ε and noise around the reals.</summary>
    /// <exception cref="ArgumentException">The batches are of different sizes.</exception>
    protected void TakeStep<TShare>(
        Batch<TSample> reals,
        Batch<TLatent> latents,
        Batch<TLatent>? generatorLatents,
        Batch<TShare> interpolation,
        Batch<TSample>? perturbation = null,
        float[]? oneHot = null,
        AugmentationBatches? augmentation = null)
        where TShare : struct, IShape => Take<TShare>(reals, latents, generatorLatents, interpolation, perturbation, oneHot, augmentation);

    private void Take<TShare>(
        Batch<TSample> reals,
        Batch<TLatent> latents,
        Batch<TLatent>? generatorLatents,
        Batch<TShare>? interpolation,
        Batch<TSample>? perturbation,
        float[]? oneHot,
        AugmentationBatches? augmentation)
        where TShare : struct, IShape
    {
        var count = reals.Count;
        if (perturbation is not null) CheckCount(count, perturbation.Value.Count, nameof(perturbation), "perturbations");
        if (interpolation is not null) CheckCount(count, interpolation.Value.Count, nameof(interpolation), "shares");
        var drawsTwice = Workspace.GeneratorLatents is not null && GeneratorMovesNext;
        CheckCount(count, latents.Count, GeneratorInputs, GeneratorInputs);
        CheckAugmentation(count, augmentation);
        if (drawsTwice) CheckCount(count, generatorLatents?.Count ?? 0, nameof(generatorLatents));

        var samples = Begin(count, oneHot);
        Memory.CopyFrom(samples + (count * Workspace.Reals), reals);
        Memory.CopyFrom(samples + (count * Workspace.Latents), latents);
        if (drawsTwice) Memory.CopyFrom(samples + (count * Workspace.GeneratorLatents!.Value), generatorLatents!.Value);
        if (interpolation is not null) Memory.CopyFrom(samples + (count * Workspace.Interpolation!.Value), interpolation.Value);
        if (perturbation is not null) Memory.CopyFrom(samples + (count * Workspace.Perturbation!.Value), perturbation.Value);
        if (augmentation is { } draws) CopyAugmentation(samples, count, draws);
        End(count);
    }

    /// <summary>The step on reals in host memory.</summary>
    private protected void StepOnHost(ReadOnlySpan<float> reals, int count, float[]? oneHot = null)
    {
        var samples = Begin(count, oneHot);
        Memory.Upload(samples + (count * Workspace.Reals), reals);
        DrawAll(samples, count);
        End(count);
    }

    // In a game with labels, they are passed as one-hot rows.
    private long Begin(int count, float[]? oneHot)
    {
        var workspace = Workspace;
        BatchSizes.Check(count, Math.Max(1, workspace.LeastBatch), "reals");
        Memory.Reserve(new PassWorkspace(workspace.FixedLength, workspace.LengthPerSample, workspace.LargestPerSample).For(count));
        numbers.Set(count);
        var samples = Memory.Workspace + workspace.FixedLength;
        if (oneHot is not null) Memory.Upload(samples + (count * workspace.Labels!.Value), oneHot);
        return samples;
    }

    private void DrawAll(long samples, int count)
    {
        var workspace = Workspace;
        DrawLatents(Memory.View, samples + (count * workspace.Latents), count);
        if (GeneratorMovesNext && workspace.GeneratorLatents is { } generatorLatents) DrawLatents(Memory.View, samples + (count * generatorLatents), count);
        DrawForPenalties(samples, count);
        DrawAugmentation(samples, count);
    }

    private void DrawForPenalties(long samples, int count)
    {
        var workspace = Workspace;
        if (workspace.Interpolation is { } interpolation) Draw(shares, Memory.View, samples + (count * interpolation), count);
        if (workspace.Perturbation is { } perturbation) Draw(shares, Memory.View, samples + (count * perturbation), count * TSample.Elements);
    }

    private void Draw(Kernel<Kernels.RandomArguments> kernel, ILGPU.ArrayView<float> memory, long offset, int count)
    {
        var items = Device.Items(Kernels.RandomKernels.Quads(count));
        kernel.Launch(items, new(memory, output: offset, count: count, items: items, seed: Random.Seed, call: Random.NextCall()));
    }

    private void End(int count)
    {
        var generatorMoves = GeneratorMovesNext;
        SeeReals(count);
        sums = null;
        RunStep(launcher, count, generatorMoves);
        if (IsDue(PenaltyInterval)) lastPenalizedBatch = count;
        Steps++;
        lastBatch = count;
        generatorHasMoved |= generatorMoves;
    }
}
