using GanDsl.Benchmarks.Contenders;
using GanDsl.Benchmarks.Works;
using GanDsl.HandWritten;

using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Parity;

/// <summary>
/// How far the baseline is from itself where its inputs are rounded otherwise. A game can tell little more than that of two sides in float32: where G's gradient is what
/// BatchNorm leaves of a gradient that is nearly the same for all samples, as at SNGAN-32's first steps, or where rounding turns the sign of an activation next to 0,
/// the plain game itself is 2e-3 away from float64, and a D's weights 6e-6.
/// </summary>
internal sealed class RoundingNoise : IDisposable
{
    private const int Runs = 4;

    // The distance of neighbouring float32 numbers at 1.
    private const double Ulp = 1.0 / (1 << 23);

    private readonly PlainPair[] players;
    private readonly PlainContender[] runs;

    public RoundingNoise(Work work)
    {
        players = [.. Enumerable.Range(0, Runs).Select(_ => work.Plain())];
        runs = [.. players.Select(pair => new PlainContender(new PlainGan(pair, work.SameGame)))];
    }

    /// <summary>Takes a step that the baseline takes, from the same weights on inputs of which every number is one float32 higher or lower.</summary>
    /// <param name="from">Whose weights to start from.</param>
    /// <param name="reals">What D sees.</param>
    /// <param name="latents">What G is given.</param>
    /// <param name="shares">Where a gradient penalty looks.</param>
    public void Step(IContender from, Tensor reals, Tensor latents, Tensor shares)
    {
        foreach (var run in runs)
        {
            using var scope = NewDisposeScope();
            run.CopyFrom(from);
            run.Step(Nudge(reals), Nudge(latents), shares);
        }
    }

    /// <summary>The largest distance of a tensor from the baseline's, after the last step.</summary>
    /// <param name="state">Which player's.</param>
    /// <param name="name">The tensor's name.</param>
    /// <param name="baseline">The baseline's tensor.</param>
    public double Of(Func<IContender, IReadOnlyDictionary<string, Tensor>> state, string name, Tensor baseline) =>
        runs.Max(run => ParityCheck.RelativeDifference(state(run)[name], baseline));

    public void Dispose()
    {
        foreach (var run in runs) run.Dispose();
        foreach (var pair in players) pair.Dispose();
    }

    private static Tensor Nudge(Tensor numbers) => numbers * (1 + (Ulp * randn_like(numbers).sign()));
}
