using GanDsl.Benchmarks.Contenders;
using GanDsl.Benchmarks.Works;
using GanDsl.HandWritten;

using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Parity;

/// <summary>Whether two sides that see the same compute the same: who computes something else wins no race.</summary>
/// <remarks>
/// Every step starts from one side's weights on both; what the optimisers remember is theirs. Left alone, two right sides
/// part within a few steps: rounding turns the sign of an activation next to 0, and ReLU's slope jumps there.
/// </remarks>
public static class ParityCheck
{
    private const int Steps = 5;

    /// <summary>For two programs on libtorch.</summary>
    public const double Tight = 1e-5;

    /// <summary>
    /// For our own kernels, which add in another order everywhere. Adam divides a gradient by its own size: where one is 0 but for rounding (a bias's beside BatchNorm), even its
    /// sign is rounding, and the weight moves by the learning rate either way. Tests compare games with a large eps at 1e-4.
    /// </summary>
    public const double Loose = 1e-2;

    // What the baseline's own rounding does is known from a few runs; another program may be further off by this factor.
    private const double Margin = 10;

    /// <summary>Steps both sides on the same given latents and compares every parameter and running statistic after each.</summary>
    /// <param name="work">The game.</param>
    /// <param name="ours">The generated game, from whose weights both start a step.</param>
    /// <param name="data">What both see.</param>
    /// <param name="tolerance">How far a tensor may be off, relative to its norm, where the baseline's own rounding does not take it further.</param>
    /// <returns>The largest difference of each tensor, and what was allowed.</returns>
    public static IReadOnlyList<ParityResult> Run(Work work, IContender ours, WorkData data, double tolerance)
    {
        using var players = work.Plain();
        using var baseline = new PlainContender(new PlainGan(players, work.SameGame));
        using var noise = new RoundingNoise(work);
        var (apart, byRounding) = (new Dictionary<string, double>(), new Dictionary<string, double>());
        for (var step = 0; step < Steps; step++)
        {
            var (reals, latents, shares) = (data.Reals(step), data.Latents(step), data.Shares(step));
            baseline.CopyFrom(ours);
            noise.Step(ours, reals, latents, shares);
            baseline.Step(reals, latents, shares);
            ours.Step(reals, latents, shares);
            Compare("G", players.Generator, side => side.GeneratorState);
            Compare("D", players.Discriminator, side => side.DiscriminatorState);
        }

        // An activation whose sign rounding turns is rare: what it does to a tensor in one step, it may do in any.
        return [.. apart.Select(tensor => new ParityResult(tensor.Key, tensor.Value, Math.Max(tolerance, Margin * byRounding[tensor.Key])))];

        void Compare(string player, nn.Module<Tensor, Tensor> network, Func<IContender, IReadOnlyDictionary<string, Tensor>> state)
        {
            var cancelled = CancelledBiases.Of(network);
            foreach (var (name, expected) in state(baseline))
            {
                if (cancelled.Contains(name) || !expected.is_floating_point()) continue;
                Keep(apart, $"{player}.{name}", RelativeDifference(state(ours)[name], expected));
                Keep(byRounding, $"{player}.{name}", noise.Of(state, name, expected));
            }
        }
    }

    // Math.Max hands a NaN on.
    private static void Keep(Dictionary<string, double> largest, string tensor, double difference) =>
        largest[tensor] = Math.Max(difference, largest.GetValueOrDefault(tensor));

    internal static double RelativeDifference(Tensor a, Tensor b)
    {
        using var scope = NewDisposeScope();
        using var untracked = no_grad();
        var (difference, size) = ((a - b).norm().item<float>(), b.norm().item<float>());

        // A bias of 0 that no step has moved yet is equal, not 0/0.
        return difference == 0 ? 0 : difference / size;
    }
}
