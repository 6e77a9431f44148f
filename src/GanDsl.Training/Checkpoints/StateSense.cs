using System.Globalization;

namespace GanDsl.Training;

/// <summary>What no game's state can hold, though its checksums are right: such a checkpoint was written by something else, or edited.</summary>
internal static class StateSense
{
    /// <summary>The suffixes of numbers that are never negative: variances, means of squares, and counts.</summary>
    private static readonly string[] neverNegative = ["running_var", "exp_avg_sq", "square_avg", "step", "steps", "num_batches_tracked"];

    /// <summary>The first number that makes no sense, <c>generator.1.running_var[3] is -0.5</c>; null where all do.</summary>
    public static string? Find(IReadOnlyList<NamedTensor> state)
    {
        // The report may have NaN, and random numbers are any.
        foreach (var tensor in state.Where(tensor => !IsOf(tensor, "report") && !IsOf(tensor, "random")))
        {
            var isNeverNegative = neverNegative.Contains(tensor.Name[(tensor.Name.LastIndexOf('.') + 1)..]);
            if (tensor.Values is TensorValues.Int64 { Elements: var counts } && isNeverNegative
                && Array.FindIndex(counts, count => count < 0) is >= 0 and var at)
                return string.Create(CultureInfo.InvariantCulture, $"{Place(tensor, at)} is {counts[at]}");
            if (tensor.Values is not TensorValues.Float32 { Elements: var numbers }) continue;
            for (var i = 0; i < numbers.Length; i++)
            {
                if (!float.IsFinite(numbers[i]) || (isNeverNegative && numbers[i] < 0))
                    return string.Create(CultureInfo.InvariantCulture, $"{Place(tensor, i)} is {numbers[i]}");
            }
        }

        return null;
    }

    private static bool IsOf(NamedTensor tensor, string part) => tensor.Name.StartsWith(part + ".", StringComparison.Ordinal);

    private static string Place(NamedTensor tensor, int element) =>
        tensor.Values.Count == 1 ? tensor.Name : string.Create(CultureInfo.InvariantCulture, $"{tensor.Name}[{element}]");
}
