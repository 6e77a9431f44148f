namespace GanDsl.Ilgpu;

/// <summary>
/// How the state of a game stands in memory: the parameters of G and D, their gradients, the optimisers' moments, the running statistics, N and 1/N, what the report reads.
/// All lengths are multiples of 64 numbers, 256 bytes.
/// </summary>
/// <param name="generator">The length of G's flat parameters.</param>
/// <param name="generatorStatistics">The length of G's running statistics.</param>
/// <param name="generatorMoments">How many moments of that length G's optimiser keeps.</param>
/// <param name="discriminator">The length of D's flat parameters.</param>
/// <param name="discriminatorStatistics">The length of D's running statistics.</param>
/// <param name="discriminatorMoments">How many moments of that length D's optimiser keeps.</param>
public readonly struct GameLayout(
    long generator, long generatorStatistics, int generatorMoments, long discriminator, long discriminatorStatistics, int discriminatorMoments)
{
    private readonly int generatorMoments = generatorMoments;
    private readonly int discriminatorMoments = discriminatorMoments;
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

    /// <summary>Where the moments of G's optimiser begin.</summary>
    public long GeneratorMoments => DiscriminatorGradients + DiscriminatorLength;

    /// <summary>Where the moments of D's optimiser begin.</summary>
    public long DiscriminatorMoments => GeneratorMoments + (generatorMoments * GeneratorLength);

    /// <summary>Where G's running statistics begin.</summary>
    public long GeneratorStatistics => DiscriminatorMoments + (discriminatorMoments * DiscriminatorLength);

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
