using GanDsl.Benchmarks.Contenders;
using GanDsl.Benchmarks.Works;
using GanDsl.HandWritten;

using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Parity;

/// <summary>Whether two sides that see the same compute the same: who computes something else wins no race.</summary>
/// <remarks>
/// Every step starts from one side's weights on both; what the optimisers remember is theirs. Left alone, two right sides
/// part within a few steps: rounding turns the sign of an activation next to 0, and ReLU's slope jumps there. The first steps are not compared. There D tells nothing apart
/// yet: gradients are what BatchNorm leaves of numbers that are nearly the same for all samples, or what reals and fakes leave of each other, and on plain TorchSharp, too, SNGAN-32's are 2e-3 away
/// from those in float64; after 30 steps both sides are within 6e-5 of those, and closer to each other.
/// </remarks>
public static class ParityCheck
{
    private const int WarmUps = 100;
    private const int Steps = 5;

    /// <summary>For two sides that round alike, as two programs on libtorch do.</summary>
    public const double Tight = 1e-5;

    /// <summary>
    /// For sides that add in another order. Adam divides a gradient by its own size: where one is 0 but for rounding (a bias's beside BatchNorm), even its sign is
    /// rounding, and the weight moves by the learning rate either way. Tests compare games with a large eps at 1e-4.
    /// </summary>
    public const double Loose = 1e-2;

    /// <summary>Steps both sides on the same given latents and compares every parameter and running statistic after each.</summary>
    /// <param name="players">The baseline's players.</param>
    /// <param name="baseline">One side.</param>
    /// <param name="ours">The other side, whose weights both start a step from.</param>
    /// <param name="data">What both see.</param>
    /// <param name="tolerance">How far a tensor may be off, relative to its norm.</param>
    /// <returns>The largest difference of each tensor after any of the compared steps.</returns>
    public static IReadOnlyList<ParityResult> Run(PlainPair players, IContender baseline, IContender ours, WorkData data, double tolerance)
    {
        var results = new List<ParityResult>();
        for (var step = 0; step < WarmUps + Steps; step++)
        {
            baseline.CopyFrom(ours);
            baseline.Step(data.Reals(step), data.Latents(step), data.Shares(step));
            ours.Step(data.Reals(step), data.Latents(step), data.Shares(step));
            if (step < WarmUps) continue;
            results.AddRange(Compare("G", players.Generator, baseline.GeneratorState, ours.GeneratorState, tolerance));
            results.AddRange(Compare("D", players.Discriminator, baseline.DiscriminatorState, ours.DiscriminatorState, tolerance));
        }

        return [.. results.GroupBy(result => result.Tensor).Select(group => group.MaxBy(result => result.Rank)!)];
    }

    private static IEnumerable<ParityResult> Compare(
        string player,
        nn.Module<Tensor, Tensor> network,
        IReadOnlyDictionary<string, Tensor> baseline,
        IReadOnlyDictionary<string, Tensor> ours,
        double tolerance)
    {
        var cancelled = CancelledBiases.Of(network);
        foreach (var (name, expected) in baseline)
        {
            if (cancelled.Contains(name) || !expected.is_floating_point()) continue;
            yield return new ParityResult($"{player}.{name}", RelativeDifference(ours[name], expected), tolerance);
        }
    }

    private static double RelativeDifference(Tensor a, Tensor b)
    {
        using var scope = NewDisposeScope();
        using var untracked = no_grad();
        var (difference, size) = ((a - b).norm().item<float>(), b.norm().item<float>());

        // A bias of 0 that no step has moved yet is equal, not 0/0.
        return difference == 0 ? 0 : difference / size;
    }
}
