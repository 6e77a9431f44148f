namespace GanDsl.Benchmarks.Parity;

/// <summary>How far one tensor of the two sides is apart.</summary>
/// <param name="Tensor">Its player and name: <c>G.0.weight</c>.</param>
/// <param name="Difference">‖a − b‖ / ‖b‖.</param>
/// <param name="Allowed">What it may be.</param>
public sealed record ParityResult(string Tensor, double Difference, double Allowed)
{
    // NaN is never within.
    public bool Agrees => Difference <= Allowed;

    /// <summary>What to sort by: NaN is the worst there is.</summary>
    public double Rank => double.IsNaN(Difference) ? double.PositiveInfinity : Difference;
}
