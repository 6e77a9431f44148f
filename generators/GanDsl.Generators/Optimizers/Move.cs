using GanDsl.Generators.Scalars;

namespace GanDsl.Generators.Optimizers;

/// <summary>The variables that the lines of a move are written in.</summary>
internal static class Move
{
    private const int FirstSlot = 2;
    private const int FirstNumber = 6;

    /// <summary>How many slots, and how many numbers, there can be.</summary>
    public const int Most = 4;

    /// <summary>The parameter.</summary>
    public static readonly Scalar P = Scalar.X(0);

    /// <summary>Its gradient.</summary>
    public static readonly Scalar G = Scalar.X(1);

    /// <summary>What is remembered of it.</summary>
    public static Scalar Slot(int index) => Scalar.X(FirstSlot + index);

    /// <summary>What changes from move to move.</summary>
    public static Scalar Number(int index) => Scalar.X(FirstNumber + index);

    /// <summary>Which number a variable is, or null.</summary>
    public static int? NumberOf(int variable) => variable < FirstNumber ? null : variable - FirstNumber;

    /// <summary>A variable's name in generated code.</summary>
    /// <param name="variable">The variable's index.</param>
    /// <param name="slots">The slots' names.</param>
    /// <param name="numbers">The numbers' names.</param>
    public static string Name(int variable, IReadOnlyList<string> slots, IReadOnlyList<string> numbers) => variable switch
    {
        0 => "p",
        1 => "g",
        < FirstNumber => slots[variable - FirstSlot],
        _ => numbers[variable - FirstNumber],
    };
}
