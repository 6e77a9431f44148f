namespace GanDsl.Ilgpu;

/// <summary>
/// The base of every generated game on our own kernels, with labels or without: two players in one buffer of device memory, and the running of the generated
/// step.
/// </summary>
/// <typeparam name="TLatent">The shape of one sample's latents.</typeparam>
/// <typeparam name="TSample">The shape of one sample.</typeparam>
public abstract partial class IlgpuGame<TLatent, TSample> : Game<TLatent, TSample, IlgpuNetwork, FlatOptimizer>
    where TLatent : struct, IShape
    where TSample : struct, IShape
{
    private readonly GameLayout layout;
    private readonly BatchNumbers numbers;
    private readonly Launcher launcher;
    private readonly Kernel<Kernels.RandomArguments> noise;
    private readonly Kernel<Kernels.RandomArguments> shares;
    private Kernel<Kernels.CopyArguments>? copy;

    /// <summary>Allocates the state; the generated constructor fills it.</summary>
    /// <param name="seed">Equal seeds give equal games on a device.</param>
    /// <param name="device">The game's device; <see cref="ComputeDevice.Default"/> if null.</param>
    /// <param name="layout">The layout of the state in memory.</param>
    /// <param name="discriminatorSteps">k, the number of D's updates per update of G.</param>
    /// <exception cref="DeviceException">There is no such device, or not enough memory on it.</exception>
    private protected IlgpuGame(long seed, ComputeDevice? device, GameLayout layout, int discriminatorSteps)
        : base(discriminatorSteps)
    {
        this.layout = layout;
        Memory = new DeviceMemory(device ?? ComputeDevice.Default, layout.Length);
        Random = new IlgpuRandom(seed);
        launcher = new Launcher(Memory, Random);
        numbers = new BatchNumbers(Memory, layout.Numbers);
        noise = Device.Load<Kernels.RandomArguments>(Kernels.RandomKernels.Normal);
        shares = Device.Load<Kernels.RandomArguments>(Kernels.RandomKernels.Uniform);
    }

    /// <summary>The game's device.</summary>
    public ComputeDevice Device => Memory.Device;

    /// <inheritdoc cref="IGan.DeviceName"/>
    public string DeviceName => Device.Description;

    /// <summary>All of the game's memory.</summary>
    protected DeviceMemory Memory { get; }

    /// <summary>The game's random numbers.</summary>
    protected IlgpuRandom Random { get; }

    /// <summary>G's range of the memory.</summary>
    protected NetworkMemory GeneratorMemory => new(Memory, numbers, GeneratorParameters, GeneratorStatistics, GeneratorGradients, ownsMemory: false);

    /// <summary>D's range of the memory.</summary>
    protected NetworkMemory DiscriminatorMemory =>
        new(Memory, numbers, DiscriminatorParameters, DiscriminatorStatistics, DiscriminatorGradients, ownsMemory: false);

    /// <summary>The range of G's average in the memory.</summary>
    protected NetworkMemory AverageMemory => new(Memory, numbers, layout.AverageParameters, layout.AverageStatistics, gradients: -1, ownsMemory: false);

    /// <summary>Where G's parameters begin.</summary>
    protected long GeneratorParameters => layout.GeneratorParameters;

    /// <summary>Where D's parameters begin.</summary>
    protected long DiscriminatorParameters => layout.DiscriminatorParameters;

    /// <summary>Where G's gradients begin.</summary>
    protected long GeneratorGradients => layout.GeneratorGradients;

    /// <summary>Where D's gradients begin.</summary>
    protected long DiscriminatorGradients => layout.DiscriminatorGradients;

    /// <summary>Where G's running statistics begin.</summary>
    protected long GeneratorStatistics => layout.GeneratorStatistics;

    /// <summary>Where D's running statistics begin.</summary>
    protected long DiscriminatorStatistics => layout.DiscriminatorStatistics;

    /// <summary>Where N is.</summary>
    protected long BatchSize => layout.Numbers;

    /// <summary>Where 1/N is.</summary>
    protected long BatchShare => layout.Numbers + 1;

    /// <summary>Where the report's numbers begin.</summary>
    protected long Slots => layout.Slots;

    /// <summary>Latents z ~ N(0, I), with codes where the game has them, from the game's own random numbers. The caller disposes them.</summary>
    /// <param name="count">The number of samples, at least 1.</param>
    private protected Batch<TLatent> DrawNoise(int count)
    {
        var latents = new Batch<TLatent>(count, Device);
        DrawLatents(latents.Buffer.View, 0, count);
        return latents;
    }

    /// <summary>Samples of G, or of its average where there is one, in eval mode.</summary>
    private protected float[] SampleOnHost(ReadOnlySpan<float> latents, Func<Batch<TLatent>, Batch<TSample>> forward)
    {
        using var input = Batch<TLatent>.From(latents, HostBatch<TLatent>.WholeSamples(latents.Length, TLatent.Elements, nameof(latents)), Device);
        return ToHost(forward(input));
    }

    /// <summary>A batch in host memory. It is disposed.</summary>
    private protected static float[] ToHost<TShape>(Batch<TShape> batch)
        where TShape : struct, IShape
    {
        using (batch) return batch.ToArray();
    }

    /// <summary>Loads the step's kernels; each is compiled when it is first launched.</summary>
    protected void LoadKernels() => launcher.Load(run => RunStep(run, n: 1, generatorMoves: true));

    /// <summary>Releases the game's memory.</summary>
    public void Dispose()
    {
        Memory.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Counts the batches that the players' running statistics have seen.</summary>
    protected void CountBatches(int generator, int discriminator)
    {
        if (launcher.IsLoading) return;
        PlayingGenerator.CountBatches(generator);
        PlayingDiscriminator.CountBatches(discriminator);
    }

    /// <summary>The range of G's optimiser.</summary>
    protected UpdateRange GeneratorRange =>
        new(Memory, PlayingGenerator, GeneratorParameters, GeneratorGradients, layout.GeneratorSlots, layout.GeneratorLength, layout.GeneratorClip);

    /// <summary>The range of D's optimiser.</summary>
    protected UpdateRange DiscriminatorRange => new(
        Memory, PlayingDiscriminator, DiscriminatorParameters, DiscriminatorGradients, layout.DiscriminatorSlots, layout.DiscriminatorLength,
        layout.DiscriminatorClip);

    /// <inheritdoc/>
    protected override void UseAverage(IlgpuNetwork average, Averaging averaging)
    {
        copy = Device.Load<Kernels.CopyArguments>(Kernels.CopyKernels.Copy);
        base.UseAverage(average, averaging);
    }

    /// <summary>Updates a player.</summary>
    /// <param name="optimizer">Its optimiser.</param>
    protected void Update(FlatOptimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        if (!launcher.IsLoading) optimizer.Step();
    }

    /// <summary>Queues the copy of G's running statistics to its average.</summary>
    protected void CopyStatistics()
    {
        if (launcher.IsLoading) return;
        var count = (int)layout.GeneratorStatisticsLength;
        var items = Device.Items(count);
        copy!.Launch(items, new(Memory.View, source: layout.GeneratorStatistics, target: layout.AverageStatistics, count: count, items: items));
        AverageOfGenerator!.TakeCounters(PlayingGenerator);
    }

    /// <summary>Adds running means of D's logits, part of D's optimiser's state.</summary>
    protected void UseRunningMeans() => DiscriminatorOptimizer.Remember(RememberedNumbers.RunningMeans, Slots + Slot.RunningMeans);

    /// <summary>Adds an adaptive probability of changes, part of D's optimiser's state.</summary>
    /// <param name="initial">The probability at the start.</param>
    protected void UseAdaptation(double initial)
    {
        adapts = true;
        Memory.Upload(Slots + Slot.Adaptation, [(float)initial, 0, 0, 0]);
        DiscriminatorOptimizer.Remember(RememberedNumbers.Adaptation, Slots + Slot.Adaptation);
    }
}
