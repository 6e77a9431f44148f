namespace GanDsl.Ilgpu;

/// <summary>
/// The layout of a game's state in memory: the parameters of G and D, their gradients, the optimisers' state, the running statistics, N and 1/N, the report's
/// numbers. All lengths are multiples of 64 numbers, 256 bytes.
/// </summary>
/// <param name="generator">The length of G's flat parameters.</param>
/// <param name="generatorStatistics">The length of G's running statistics.</param>
/// <param name="generatorSlots">The number of ranges of that length in the state of G's optimiser.</param>
/// <param name="discriminator">The length of D's flat parameters.</param>
/// <param name="discriminatorStatistics">The length of D's running statistics.</param>
/// <param name="discriminatorSlots">The number of ranges of that length in the state of D's optimiser.</param>
/// <param name="averages">Whether there is an average of G: its parameters are the last range of G's optimiser.</param>
public readonly struct GameLayout(
    long generator, long generatorStatistics, int generatorSlots, long discriminator, long discriminatorStatistics, int discriminatorSlots,
    bool averages = false)
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

    /// <summary>Where the state of G's optimiser begins.</summary>
    public long GeneratorSlots => DiscriminatorGradients + DiscriminatorLength;

    /// <summary>Where the state of D's optimiser begins.</summary>
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

    /// <summary>Where N and 1/N are.</summary>
    public long Numbers => DiscriminatorClip + UpdateRange.ClipLength;

    /// <summary>Where the report's numbers begin.</summary>
    public long Slots => Numbers + BatchNumbers.Length;

    /// <summary>How long the state is.</summary>
    public long Length => Slots + Slot.Length;

    internal long GeneratorStatisticsLength => generatorStatistics;

    internal long GeneratorLength { get; } = generator;

    internal long DiscriminatorLength { get; } = discriminator;
}
