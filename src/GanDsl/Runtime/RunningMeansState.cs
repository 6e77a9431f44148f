namespace GanDsl;

/// <summary>
/// The running means of D's logits, as D's optimiser's state has them on every backend: sums that start at 0, on reals and on fakes, and their weight, by which they are divided to be means.
/// </summary>
internal static class RunningMeansState
{
    /// <summary>How many numbers they are.</summary>
    public const int Length = 3;

    private static readonly string[] Names = ["logits.reals", "logits.fakes", "logits.weight"];

    /// <summary>The numbers by name.</summary>
    public static IEnumerable<NamedTensor> Of(float[] values) => Names.Select((name, i) => new NamedTensor(name, [], new TensorValues.Float32([values[i]])));

    /// <summary>The numbers of a state.</summary>
    public static float[] Values(IReadOnlyDictionary<string, NamedTensor> state) => [.. Names.Select(name => ((TensorValues.Float32)state[name].Values).Elements[0])];
}
