using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Tests.Programs.Harness;

/// <summary>
/// The numbers that a program begins with. What a test does not give is drawn from the seed, each leaf from a stream of its own,
/// so that a program reads the same numbers before and after a pass that moves, renames or removes nodes.
/// </summary>
/// <param name="batch">N.</param>
/// <param name="seed">Where the numbers that are not given come from.</param>
internal sealed class Leaves(int batch, int seed = 1)
{
    private readonly Dictionary<string, double[]> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Operation, double[]> byOperation = [];

    public int Batch => batch;

    /// <summary>Gives a leaf by the name of its value. The array is kept, not copied.</summary>
    public Leaves Give(string valueName, params double[] numbers)
    {
        byName[valueName] = numbers;
        return this;
    }

    /// <summary>Gives a leaf by its operation. The array is kept, not copied.</summary>
    public Leaves Give(Operation leaf, params double[] numbers)
    {
        byOperation[leaf] = numbers;
        return this;
    }

    /// <summary>How many numbers a value of an extent has.</summary>
    public int Count(Extent extent) => checked((int)(Math.Max(extent.Batches * batch, extent.Batches == 0 ? 1 : 0) * extent.Elements));

    /// <summary>The numbers of a leaf.</summary>
    public double[] Of(Operation leaf, Extent extent, string valueName = "")
    {
        if (byName.TryGetValue(valueName, out var named)) return named;
        if (byOperation.TryGetValue(leaf, out var given)) return given;
        if (leaf is Operation.BatchSize(var reciprocal)) return [reciprocal ? 1.0 / batch : batch];
        var random = new Random(seed ^ Hash(Stream(leaf)));
        var numbers = new double[Count(extent)];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = Next(leaf, extent, random);
        return byOperation[leaf] = numbers;
    }

    // Weights are scaled by their fan-in, as initialisers do, so that deep networks do not saturate.
    private static double Next(Operation leaf, Extent extent, Random random) => leaf switch
    {
        Operation.Parameter => Normal(random) / Math.Sqrt((double)extent.Elements / extent.Channels),
        Operation.Statistic { Name: var name } when name.EndsWith("running_var", StringComparison.Ordinal) => 0.5 + random.NextDouble(),
        Operation.Draw { Distribution: Distribution.Uniform } => random.NextDouble(),
        Operation.Draw { Distribution: Distribution.Bernoulli, P: var p } => random.NextDouble() < p ? 1 : 0,
        _ => Normal(random),
    };

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static string Stream(Operation leaf) => leaf switch
    {
        Operation.Input(var name) => "given " + name,
        Operation.Parameter parameter => $"parameter {Numbers.Plain(parameter.Network)} {parameter.Name} {Numbers.Plain(parameter.Version)}",
        Operation.Statistic statistic => $"statistic {Numbers.Plain(statistic.Network)} {statistic.Name}",
        Operation.Draw draw => $"draw {Numbers.Plain(draw.Stream)}",
        _ => throw new InvalidOperationException($"{leaf.GetType().Name} is no leaf."),
    };

    // FNV-1a: string.GetHashCode differs from run to run.
    private static int Hash(string text) => text.Aggregate(unchecked((int)2166136261), (hash, character) => unchecked((hash ^ character) * 16777619));
}
