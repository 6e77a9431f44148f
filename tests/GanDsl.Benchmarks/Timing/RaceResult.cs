namespace GanDsl.Benchmarks.Timing;

/// <summary>The times of a race, a pair a round.</summary>
/// <param name="Baseline">Milliseconds a step.</param>
/// <param name="Ours">Milliseconds a step.</param>
public sealed record RaceResult(IReadOnlyList<double> Baseline, IReadOnlyList<double> Ours)
{
    /// <summary>The median of the pairwise ratios baseline / ours: above 1, ours is faster.</summary>
    public double Ratio => Median.Of(Baseline.PairedWith(Ours, (baseline, ours) => baseline / ours));
}
