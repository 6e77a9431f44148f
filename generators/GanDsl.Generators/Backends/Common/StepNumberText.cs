using GanDsl.Generators.Optimizers;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Common;

/// <summary>The numbers of an update that change from update to update, as a lambda that every backend's optimisers take.</summary>
internal static class StepNumberText
{
    /// <summary><c>static (lr, step, numbers) => …</c>, which writes the numbers in their order.</summary>
    public static string Of(IReadOnlyList<StepNumber> numbers) => numbers.Count == 1
        ? $"static (lr, step, numbers) => numbers[0] = {numbers[0].CSharp}"
        : $"static (lr, step, numbers) => ({string.Join(", ", numbers.Select((_, i) => $"numbers[{Numbers.Plain(i)}]"))}) "
            + $"= ({string.Join(", ", numbers.Select(number => number.CSharp))})";
}
