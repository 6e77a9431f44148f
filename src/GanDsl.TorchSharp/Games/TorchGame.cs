using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>
/// What every generated game on libtorch is, with labels or without: two players, the random numbers they share, and what the last step left for <see cref="Report"/>.
/// </summary>
/// <typeparam name="TLatent">The shape of one sample's latents.</typeparam>
/// <typeparam name="TSample">The shape of one sample.</typeparam>
public abstract partial class TorchGame<TLatent, TSample>
    where TLatent : struct, IShape
    where TSample : struct, IShape
{
    private readonly TorchRandom random;
    private readonly TorchNetwork generator;
    private readonly TorchNetwork discriminator;
    private readonly int discriminatorSteps;

    // Of each pair that plays.
    private readonly List<LastPass> lastPasses;
    private TorchNetwork? average;
    private Averaging? averaging;
    private FlatOptimizer? generatorOptimizer;
    private FlatOptimizer? discriminatorOptimizer;

    /// <summary>Takes over the players.</summary>
    /// <param name="random">Draws the noise; the players were drawn from it, G first.</param>
    /// <param name="generator">G.</param>
    /// <param name="discriminator">D.</param>
    /// <param name="discriminatorSteps">k, how often D moves for one move of G.</param>
    private protected TorchGame(TorchRandom random, TorchNetwork generator, TorchNetwork discriminator, int discriminatorSteps)
    {
        this.random = random;
        this.generator = generator;
        this.discriminator = discriminator;
        this.discriminatorSteps = discriminatorSteps;
        lastPasses = [.. Enumerable.Range(0, generator is TorchPair ? 2 : 1).Select(_ => new LastPass())];
    }

    /// <summary>Where the game is played.</summary>
    public Device Device => random.Device;

    /// <inheritdoc cref="IGan.DeviceName"/>
    public string DeviceName => $"libtorch on {Device}";

    /// <inheritdoc cref="IGan.DeviceSummary"/>
    public string DeviceSummary => Device.type == TorchSharp.DeviceType.CPU ? $"{DeviceName}; {ConvolutionSelfTest.Finding}" : DeviceName;

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

    /// <summary>Whether the next call of Step moves G.</summary>
    protected bool GeneratorMovesNext => (Steps + 1) % discriminatorSteps == 0;

    /// <summary>Whether the next call of Step is the first or a multiple of so many after it.</summary>
    protected bool IsDue(int every) => Steps % every == 0;

    /// <summary>Latents z ~ N(0, I), and their codes where the game has such, from the game's own random numbers. The caller disposes them.</summary>
    /// <param name="count">How many samples they are for, at least 1.</param>
    private protected Batch<TLatent> DrawNoise(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var latents = random.Normal(Batch<TLatent>.Sizes(count));
        foreach (var code in Codes) DrawCode(latents, code);
        return new Batch<TLatent>(latents);
    }

    /// <inheritdoc cref="IGan.GeneratorState"/>
    public IReadOnlyList<NamedTensor> GeneratorState() => generator.State();

    /// <inheritdoc cref="IGan.AverageGeneratorState"/>
    public IReadOnlyList<NamedTensor>? AverageGeneratorState() => average?.State();

    /// <inheritdoc cref="IGan.DiscriminatorState"/>
    public IReadOnlyList<NamedTensor> DiscriminatorState() => discriminator.State();

    /// <summary>Releases the players, their optimisers and everything else on the device.</summary>
    public void Dispose()
    {
        generatorOptimizer?.Dispose();
        discriminatorOptimizer?.Dispose();
        foreach (var pass in lastPasses) pass.Dispose();
        realMargins?.Dispose();
        fakeMargins?.Dispose();
        foreach (var (_, value) in shares) value.Dispose();
        foreach (var (_, scalar) in numbers) scalar.Dispose();
        generator.Dispose();
        average?.Dispose();
        discriminator.Dispose();
        random.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reals in host memory as a batch where the game is played.</summary>
    private protected Batch<TSample> Upload(ReadOnlySpan<float> reals)
    {
        var count = HostBatch<TSample>.WholeSamples(reals.Length, TSample.Elements, nameof(reals));
        return new Batch<TSample>(HostMemory.Upload(reals, Batch<TSample>.Sizes(count), Device));
    }

    /// <summary>Samples of G, or of its average where there is one, in eval mode.</summary>
    private protected float[] SampleOnHost(ReadOnlySpan<float> latents, Func<TorchNetwork, Tensor, Tensor> apply)
    {
        var count = HostBatch<TLatent>.WholeSamples(latents.Length, TLatent.Elements, nameof(latents));
        using var input = HostMemory.Upload(latents, Batch<TLatent>.Sizes(count), Device);
        using var samples = new Batch<TSample>(apply(average ?? generator, input));
        return samples.ToArray();
    }

    /// <summary>Says that G is averaged: the average begins as G. The game disposes it.</summary>
    protected void UseAverage(TorchNetwork average, Averaging averaging)
    {
        ArgumentNullException.ThrowIfNull(average);
        this.average = average;
        this.averaging = averaging;
        average.Load(generator.State());
    }

    /// <summary>Copies G's running statistics to its average.</summary>
    protected void CopyStatistics() => average!.TakeStatistics(generator);

    /// <summary>Says what moves the players; the game disposes them.</summary>
    protected void UseOptimizers(FlatOptimizer generator, FlatOptimizer discriminator)
    {
        generatorOptimizer = generator;
        discriminatorOptimizer = discriminator;
    }
}
