using GanDsl.Generators.Scalars;

namespace GanDsl.Generators.Optimizers;

/// <summary>The variables in the lines of an update.</summary>
internal static class UpdateVariables
{
    private const int FirstSlot = 2;
    private const int FirstNumber = 6;

    private const int Averaging = FirstNumber + 3;
    private const int Clip = FirstNumber + 4;

    /// <summary>The parameter.</summary>
    public static readonly Scalar P = Scalar.X(0);

    /// <summary>Its gradient.</summary>
    public static readonly Scalar G = Scalar.X(1);

    /// <summary>The weight of the parameter in the average: the last of the numbers.</summary>
    public static readonly Scalar AverageWeight = Scalar.X(Averaging);

    /// <summary>The factor that bounds the gradient's norm.</summary>
    public static readonly Scalar ClipFactor = Scalar.X(Clip);

    /// <summary>Its state, 0 to 3.</summary>
    public static Scalar Slot(int index) => Scalar.X(FirstSlot + index);

    /// <summary>What changes from update to update, 0 to 2.</summary>
    public static Scalar Number(int index) => Scalar.X(FirstNumber + index);

    /// <summary>The index of a variable's number, or null.</summary>
    public static int? NumberOf(int variable) => variable is < FirstNumber or Clip ? null : variable - FirstNumber;

    /// <summary>A variable's name in generated code.</summary>
    /// <param name="variable">The variable's index.</param>
    /// <param name="slots">The slots' names.</param>
    /// <param name="numbers">The numbers' names.</param>
    public static string Name(int variable, IReadOnlyList<string> slots, IReadOnlyList<string> numbers) => variable switch
    {
        0 => "p",
        1 => "g",
        Averaging => Ema.Weight,
        Clip => "clip",
        < FirstNumber => slots[variable - FirstSlot],
        _ => numbers[variable - FirstNumber],
    };
}
