using GanDsl.Benchmarks.Contenders;
using GanDsl.Benchmarks.Works;
using GanDsl.HandWritten;

using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Parity;

/// <summary>Whether two sides that start alike and see the same stay alike: who computes something else wins no race.</summary>
public static class ParityCheck
{
    private const int Steps = 5;
    private const double Tolerance = 1e-5;

    /// <summary>Steps both sides on the same given latents and compares every parameter.</summary>
    public static IReadOnlyList<ParityResult> Run(PlainPair players, IContender baseline, IContender ours, WorkData data)
    {
        for (var step = 0; step < Steps; step++)
        {
            baseline.Step(data.Reals(step), data.Latents(step));
            ours.Step(data.Reals(step), data.Latents(step));
        }

        return
        [
            .. Compare("G", players.Generator, baseline.GeneratorState, ours.GeneratorState),
            .. Compare("D", players.Discriminator, baseline.DiscriminatorState, ours.DiscriminatorState),
        ];
    }

    private static IEnumerable<ParityResult> Compare(
        string player,
        nn.Module<Tensor, Tensor> network,
        IReadOnlyDictionary<string, Tensor> baseline,
        IReadOnlyDictionary<string, Tensor> ours)
    {
        var cancelled = CancelledBiases.Of(network);
        foreach (var (name, _) in network.named_parameters())
        {
            if (cancelled.Contains(name)) continue;
            yield return new ParityResult($"{player}.{name}", RelativeDifference(ours[name], baseline[name]), Tolerance);
        }
    }

    private static double RelativeDifference(Tensor a, Tensor b)
    {
        using var scope = NewDisposeScope();
        using var untracked = no_grad();
        return ((a - b).norm() / b.norm()).item<float>();
    }
}
