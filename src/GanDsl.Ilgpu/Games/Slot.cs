namespace GanDsl.Ilgpu;

/// <summary>A step's sums for its report, each at its offset from <see cref="GameLayout.Slots"/>.</summary>
public static class Slot
{
    /// <summary>The sum of V's terms; only those on reals, where reals and fakes take separate passes.</summary>
    public const long Value = 0;

    /// <summary>The sum of D's losses; only those on reals, where reals and fakes take separate passes.</summary>
    public const long Loss = 1;

    /// <summary>The sum of σ(ℓ) on reals; of ℓ, where D is a critic.</summary>
    public const long MeanOnReals = 2;

    /// <summary>The same on fakes.</summary>
    public const long MeanOnFakes = 3;

    /// <summary>The sum of V's terms on fakes, where reals and fakes take separate passes.</summary>
    public const long FakeValue = 4;

    /// <summary>The sum of D's losses on fakes, where reals and fakes take separate passes.</summary>
    public const long FakeLoss = 5;

    /// <summary>The sum of G's losses.</summary>
    public const long GeneratorLoss = 6;

    /// <summary>How many reals D calls real.</summary>
    public const long AccuracyOnReals = 8;

    /// <summary>How many fakes D calls fake.</summary>
    public const long AccuracyOnFakes = 9;

    /// <summary>The sum of G's losses on reals, where they are compared with its fakes.</summary>
    public const long GeneratorLossOnReals = 10;

    /// <summary>The running means of D's logits: not for the report, but saved from step to step.</summary>
    public const long RunningMeans = 16;

    /// <summary>The probability of augmentations and its counts, four numbers: saved from step to step.</summary>
    public const long Adaptation = 20;

    /// <summary>How many numbers are reserved: a multiple of 64, as in all of <see cref="GameLayout"/>.</summary>
    internal const int Length = (AuxiliaryLossesFrom + (2 * ReportLimits.AuxiliaryLosses) + 63) / 64 * 64;

    private const int PenaltiesFrom = 32;

    private const int AuxiliaryLossesFrom = PenaltiesFrom + ReportLimits.Penalties;

    /// <summary>The sum of a regulariser's penalties.</summary>
    /// <param name="number">Its index in the game.</param>
    public static long Penalty(int number) => PenaltiesFrom + number;

    /// <summary>The sum of an auxiliary loss over D's batch.</summary>
    /// <param name="number">Its index in the game.</param>
    public static long DiscriminatorAuxiliaryLoss(int number) => AuxiliaryLossesFrom + (2 * number);

    /// <summary>The sum of an auxiliary loss over G's batch.</summary>
    /// <param name="number">Its index in the game.</param>
    public static long GeneratorAuxiliaryLoss(int number) => AuxiliaryLossesFrom + 1 + (2 * number);
}
