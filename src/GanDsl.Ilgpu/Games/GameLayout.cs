namespace GanDsl.Ilgpu;

/// <summary>
/// How the state of a game stands in memory: the parameters of G and D, their gradients, what the optimisers remember, the running statistics, N and 1/N, what the report reads.
/// All lengths are multiples of 64 numbers, 256 bytes.
/// </summary>
/// <param name="generator">The length of G's flat parameters.</param>
/// <param name="generatorStatistics">The length of G's running statistics.</param>
/// <param name="generatorSlots">How many ranges of that length G's optimiser remembers.</param>
/// <param name="discriminator">The length of D's flat parameters.</param>
/// <param name="discriminatorStatistics">The length of D's running statistics.</param>
/// <param name="discriminatorSlots">How many ranges of that length D's optimiser remembers.</param>
/// <param name="averages">Whether G's average is kept: its parameters are the last range of G's optimiser.</param>
public readonly struct GameLayout(
    long generator, long generatorStatistics, int generatorSlots, long discriminator, long discriminatorStatistics, int discriminatorSlots, bool averages = false)
{
    private readonly int generatorSlots = generatorSlots;
    private readonly int discriminatorSlots = discriminatorSlots;
    private readonly bool averages = averages;
    private readonly long generatorStatistics = generatorStatistics;
    private readonly long discriminatorStatistics = discriminatorStatistics;

    /// <summary>Where G's parameters begin.</summary>
    public long GeneratorParameters => 0;

    /// <summary>Where D's parameters begin.</summary>
    public long DiscriminatorParameters => GeneratorLength;

    /// <summary>Where G's gradients begin.</summary>
    public long GeneratorGradients => DiscriminatorParameters + DiscriminatorLength;

    /// <summary>Where D's gradients begin.</summary>
    public long DiscriminatorGradients => GeneratorGradients + GeneratorLength;

    /// <summary>Where what G's optimiser remembers begins.</summary>
    public long GeneratorSlots => DiscriminatorGradients + DiscriminatorLength;

    /// <summary>Where what D's optimiser remembers begins.</summary>
    public long DiscriminatorSlots => GeneratorSlots + (generatorSlots * GeneratorLength);

    /// <summary>Where G's running statistics begin.</summary>
    public long GeneratorStatistics => DiscriminatorSlots + (discriminatorSlots * DiscriminatorLength);

    /// <summary>Where D's running statistics begin.</summary>
    public long DiscriminatorStatistics => GeneratorStatistics + generatorStatistics;

    /// <summary>Where the running statistics of G's average begin.</summary>
    public long AverageStatistics => DiscriminatorStatistics + discriminatorStatistics;

    /// <summary>Where the parameters of G's average begin.</summary>
    public long AverageParameters => GeneratorSlots + ((generatorSlots - 1) * GeneratorLength);

    /// <summary>Where the norm of G's gradients is computed.</summary>
    public long GeneratorClip => AverageStatistics + (averages ? generatorStatistics : 0);

    /// <summary>Where the norm of D's gradients is computed.</summary>
    public long DiscriminatorClip => GeneratorClip + UpdateRange.ClipLength;

    /// <summary>Where N and 1/N stand.</summary>
    public long Numbers => DiscriminatorClip + UpdateRange.ClipLength;

    /// <summary>Where the report's numbers begin.</summary>
    public long Slots => Numbers + BatchNumbers.Length;

    /// <summary>How long the state is.</summary>
    public long Length => Slots + Slot.Length;

    internal long GeneratorStatisticsLength => generatorStatistics;

    internal long GeneratorLength { get; } = generator;

    internal long DiscriminatorLength { get; } = discriminator;
}
