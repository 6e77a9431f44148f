namespace GanDsl;

/// <summary>A few numbers that one step saves for the next, part of an optimiser's state on every backend.</summary>
internal sealed class RememberedNumbers
{
    private readonly string[] names;

    private RememberedNumbers(params string[] names) => this.names = names;

    /// <summary>The running means of D's logits: sums that start at 0, on reals and on fakes, and their weight, the divisor of both.</summary>
    public static RememberedNumbers RunningMeans { get; } = new("logits.reals", "logits.fakes", "logits.weight");

    /// <summary>
    /// The probability of augmentations, and its counts since its last update: how many reals D called real, how many it scored, and in how many batches.
    /// </summary>
    public static RememberedNumbers Adaptation { get; } = new("augmentation.p", "augmentation.right", "augmentation.judged", "augmentation.batches");

    /// <summary>How many numbers they are.</summary>
    public int Length => names.Length;

    /// <summary>The numbers by name.</summary>
    public IEnumerable<NamedTensor> Of(float[] values) => names.Select((name, i) => new NamedTensor(name, [], new TensorValues.Float32([values[i]])));

    /// <summary>The numbers of a state.</summary>
    public float[] Values(IReadOnlyDictionary<string, NamedTensor> state) => [.. names.Select(name => ((TensorValues.Float32)state[name].Values).Elements[0])];
}
