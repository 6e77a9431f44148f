using System.Collections.ObjectModel;

namespace GanDsl;

/// <summary>The report of a game's last step. Read by <c>gan.Report()</c>, never by the step itself.</summary>
/// <remarks>
/// V is what D ascends, estimated on D's last batch before D's update; the step's documentation has its formula for the game's objective, which divergence
/// between
/// p_data and p_g it bounds from below, and its value where p_g = p_data. With <see cref="MinimaxAttribute"/> and <see cref="NonSaturatingAttribute"/> it is
/// V(G, D) = E_data[log D(x)] + E_z[log(1 − D(G(z)))], at the best D −2·log 2 + 2·JSD(p_data‖p_g) (Goodfellow et al. 2014, theorem 1).
/// A batch's estimate is the bound's plus noise, and at a D that does worse than guessing it is negative.
/// </remarks>
/// <param name="Step">How many times <c>Step</c> was called.</param>
/// <param name="Value">V, in nats where the objective is made of logarithms.</param>
/// <param name="DiscriminatorLoss">D's loss in its last update, the penalty included.</param>
/// <param name="GeneratorLoss">G's loss in its last update; NaN before the first.</param>
/// <param name="MeanOnReals">The mean of D(x) = σ(ℓ) on reals; of ℓ itself, where D is a critic.</param>
/// <param name="MeanOnFakes">The same on fakes.</param>
/// <param name="DiscriminatorGradientNorm">The Euclidean norm of D's gradient in its last update.</param>
/// <param name="GeneratorGradientNorm">The Euclidean norm of G's gradient in its last update; NaN before the first.</param>
/// <param name="Penalty">The regularisers' addition to D's loss in its last update: the mean over D's batch, weights included, summed over all of them; NaN
/// where the game has none. A lazy one adds nothing in most calls, and its interval times as much in the others.</param>
/// <param name="Divergence">The name of what V bounds: <c>JSD</c>; empty where the game does not say.</param>
/// <param name="Estimate">The divergence, estimated from V.</param>
/// <param name="AccuracyOnReals">
/// The fraction of reals that D calls real, with an output above the objective's threshold; NaN where the objective has none.
/// </param>
/// <param name="AccuracyOnFakes">The fraction of fakes that D calls fake, with an output below the threshold; NaN where the objective has none.</param>
/// <param name="AugmentationProbability">
/// The probability p with which the next step changes what D sees, where the game has <see cref="AdaAttribute"/>; NaN otherwise.
/// </param>
/// <param name="IsCritic">
/// Whether D's output ℓ is a critic's score, as with <see cref="WassersteinAttribute"/>, <see cref="HingeAttribute"/>, <see cref="LeastSquaresAttribute"/> and
/// the relativistic objectives; otherwise it is the logit of a probability.
/// </param>
public sealed record StepReport(
    long Step,
    double Value,
    double DiscriminatorLoss,
    double GeneratorLoss,
    double MeanOnReals,
    double MeanOnFakes,
    double DiscriminatorGradientNorm,
    double GeneratorGradientNorm,
    double Penalty = double.NaN,
    string Divergence = "",
    double Estimate = double.NaN,
    double AccuracyOnReals = double.NaN,
    double AccuracyOnFakes = double.NaN,
    double AugmentationProbability = double.NaN,
    bool IsCritic = false)
{
    /// <summary>The penalty of each regulariser by name, in the order in which they are declared, as it was when it was last due.</summary>
    public IReadOnlyList<PenaltyValue> Penalties { get; init => field = new EqualList<PenaltyValue>(value); } = new EqualList<PenaltyValue>([]);

    /// <summary>The value of each auxiliary loss, in the order in which they are declared; it is part of the losses above.</summary>
    public IReadOnlyList<AuxiliaryLossValue> AuxiliaryLosses { get; init => field = new EqualList<AuxiliaryLossValue>(value); } =
        new EqualList<AuxiliaryLossValue>([]);

    /// <summary>The Jensen–Shannon divergence, in nats, where that is what V bounds: 0 where p_g = p_data, at most log 2. NaN with other objectives.</summary>
    public double JensenShannon => Divergence == "JSD" ? Estimate : double.NaN;

    // Reports of equal numbers are equal.
    private sealed class EqualList<TValue>(IReadOnlyList<TValue> values) : ReadOnlyCollection<TValue>([.. values])
    {
        public override bool Equals(object? obj) => obj is EqualList<TValue> other && this.SequenceEqual(other);

        public override int GetHashCode() => this.Aggregate(Count, HashCode.Combine);

        public override string ToString() => $"[{string.Join(", ", this)}]";
    }
}
