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
public readonly struct GameLayout(
    long generator, long generatorStatistics, int generatorSlots, long discriminator, long discriminatorStatistics, int discriminatorSlots)
{
    private readonly int generatorSlots = generatorSlots;
    private readonly int discriminatorSlots = discriminatorSlots;
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

    /// <summary>Where N and 1/N stand.</summary>
    public long Numbers => DiscriminatorStatistics + discriminatorStatistics;

    /// <summary>Where the report's numbers begin.</summary>
    public long Slots => Numbers + BatchNumbers.Length;

    /// <summary>How long the state is.</summary>
    public long Length => Slots + Slot.Length;

    internal long GeneratorLength { get; } = generator;

    internal long DiscriminatorLength { get; } = discriminator;
}
