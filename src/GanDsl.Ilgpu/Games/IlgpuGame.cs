namespace GanDsl.Ilgpu;

/// <summary>What every generated game on our own kernels is, with labels or without: two players in one piece of device memory, and the running of the generated step.</summary>
/// <typeparam name="TLatent">The shape of one sample's latents.</typeparam>
/// <typeparam name="TSample">The shape of one sample.</typeparam>
public abstract partial class IlgpuGame<TLatent, TSample>
    where TLatent : struct, IShape
    where TSample : struct, IShape
{
    private readonly GameLayout layout;
    private readonly int discriminatorSteps;
    private readonly BatchNumbers numbers;
    private readonly Kernel<Kernels.RandomArguments> noise;
    private readonly Kernel<Kernels.RandomArguments> shares;
    private IlgpuNetwork? generator;
    private IlgpuNetwork? discriminator;
    private IlgpuNetwork? average;
    private Averaging? averaging;
    private Kernel<Kernels.CopyArguments>? copy;
    private FlatOptimizer? generatorOptimizer;
    private FlatOptimizer? discriminatorOptimizer;

    /// <summary>Allocates the state; the generated constructor fills it.</summary>
    /// <param name="seed">Equal seeds give equal games on a device.</param>
    /// <param name="device">Where the game is played; <see cref="ComputeDevice.Default"/> if null.</param>
    /// <param name="layout">How the state stands in memory.</param>
    /// <param name="discriminatorSteps">k, how often D moves for one move of G.</param>
    /// <exception cref="DeviceException">There is no such device, or no room on it.</exception>
    private protected IlgpuGame(long seed, ComputeDevice? device, GameLayout layout, int discriminatorSteps)
    {
        this.layout = layout;
        this.discriminatorSteps = discriminatorSteps;
        Memory = new DeviceMemory(device ?? ComputeDevice.Default, layout.Length);
        Random = new IlgpuRandom(seed);
        numbers = new BatchNumbers(Memory, layout.Numbers);
        noise = Device.Load<Kernels.RandomArguments>(Kernels.RandomKernels.Normal);
        shares = Device.Load<Kernels.RandomArguments>(Kernels.RandomKernels.Uniform);
    }

    /// <summary>Where the game is played.</summary>
    public ComputeDevice Device => Memory.Device;

    /// <inheritdoc cref="IGan.DeviceName"/>
    public string DeviceName => Device.Description;

    /// <summary>What the game is, for people to read.</summary>
    public abstract GameCard Card { get; }

    /// <inheritdoc cref="IGan.Latent"/>
    public int Latent => TLatent.Elements;

    /// <inheritdoc cref="IGan.SampleShape"/>
    public IReadOnlyList<int> SampleShape => TSample.Dimensions.ToArray();

    /// <inheritdoc cref="IGan.Steps"/>
    public long Steps { get; private set; }

    /// <summary>What moves G.</summary>
    public FlatOptimizer GeneratorOptimizer => generatorOptimizer!;

    /// <summary>What moves D.</summary>
    public FlatOptimizer DiscriminatorOptimizer => discriminatorOptimizer!;

    /// <summary>All of the game's memory.</summary>
    protected DeviceMemory Memory { get; }

    /// <summary>The game's random numbers.</summary>
    protected IlgpuRandom Random { get; }

    /// <summary>G's place in the memory.</summary>
    protected NetworkMemory GeneratorMemory => new(Memory, numbers, GeneratorParameters, GeneratorStatistics, GeneratorGradients, ownsMemory: false);

    /// <summary>D's place in the memory.</summary>
    protected NetworkMemory DiscriminatorMemory => new(Memory, numbers, DiscriminatorParameters, DiscriminatorStatistics, DiscriminatorGradients, ownsMemory: false);

    /// <summary>The place of G's average in the memory.</summary>
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

    /// <summary>Where N stands.</summary>
    protected long BatchSize => layout.Numbers;

    /// <summary>Where 1/N stands.</summary>
    protected long BatchShare => layout.Numbers + 1;

    /// <summary>Where the report's numbers begin.</summary>
    protected long Slots => layout.Slots;

    /// <summary>Latents z ~ N(0, I), and their codes where the game has such, from the game's own random numbers. The caller disposes them.</summary>
    /// <param name="count">How many samples they are for, at least 1.</param>
    private protected Batch<TLatent> DrawNoise(int count)
    {
        var latents = new Batch<TLatent>(count, Device);
        DrawLatents(latents.Buffer.View, 0, count);
        return latents;
    }

    /// <inheritdoc cref="IGan.GeneratorState"/>
    public IReadOnlyList<NamedTensor> GeneratorState() => generator!.State();

    /// <inheritdoc cref="IGan.AverageGeneratorState"/>
    public IReadOnlyList<NamedTensor>? AverageGeneratorState() => average?.State();

    /// <inheritdoc cref="IGan.DiscriminatorState"/>
    public IReadOnlyList<NamedTensor> DiscriminatorState() => discriminator!.State();

    /// <summary>Releases the game's memory.</summary>
    public void Dispose()
    {
        Memory.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Says which networks play.</summary>
    protected void UsePlayers(IlgpuNetwork generator, IlgpuNetwork discriminator)
    {
        this.generator = generator;
        this.discriminator = discriminator;
    }

    /// <summary>Counts the batches that the players' running statistics have seen.</summary>
    protected void CountBatches(int generator, int discriminator)
    {
        this.generator!.CountBatches(generator);
        this.discriminator!.CountBatches(discriminator);
    }

    /// <summary>What G's optimiser works on.</summary>
    protected MoveRange GeneratorRange => new(Memory, generator!, GeneratorParameters, GeneratorGradients, layout.GeneratorSlots, layout.GeneratorLength, layout.GeneratorClip);

    /// <summary>What D's optimiser works on.</summary>
    protected MoveRange DiscriminatorRange => new(Memory, discriminator!, DiscriminatorParameters, DiscriminatorGradients, layout.DiscriminatorSlots, layout.DiscriminatorLength, layout.DiscriminatorClip);

    /// <summary>Says that G is averaged: the average begins as G.</summary>
    protected void UseAverage(IlgpuNetwork average, Averaging averaging)
    {
        ArgumentNullException.ThrowIfNull(average);
        this.average = average;
        this.averaging = averaging;
        copy = Device.Load<Kernels.CopyArguments>(Kernels.CopyKernels.Copy);
        average.Load(generator!.State());
    }

    /// <summary>Queues the copy of G's running statistics to its average.</summary>
    protected void CopyStatistics()
    {
        var count = (int)layout.GeneratorStatisticsLength;
        var items = Device.Items(count);
        copy!.Launch(items, new(Memory.View, source: layout.GeneratorStatistics, target: layout.AverageStatistics, count: count, items: items));
        average!.TakeCounters(generator!);
    }

    /// <summary>Says what moves the players.</summary>
    protected void UseOptimizers(FlatOptimizer generator, FlatOptimizer discriminator)
    {
        generatorOptimizer = generator;
        discriminatorOptimizer = discriminator;
    }

    /// <summary>Says that the means of D's logits are followed; D's optimiser remembers them.</summary>
    protected void UseRunningMeans() => discriminatorOptimizer!.Remember(RememberedNumbers.RunningMeans, Slots + Slot.RunningMeans);

    /// <summary>Says that pictures change with a probability that follows D; D's optimiser remembers it.</summary>
    /// <param name="initial">The probability at the start.</param>
    protected void UseAdaptation(double initial)
    {
        adapts = true;
        Memory.Upload(Slots + Slot.Adaptation, [(float)initial, 0, 0, 0]);
        discriminatorOptimizer!.Remember(RememberedNumbers.Adaptation, Slots + Slot.Adaptation);
    }
}
