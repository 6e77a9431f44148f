using System.Collections.ObjectModel;

namespace GanDsl;

/// <summary>What the last step of a game says about the game. Read by <c>gan.Report()</c>, never by the step itself.</summary>
/// <remarks>
/// V is what D ascends, estimated on D's last batch before D moved; the step's documentation says what it is for the game's objective, which divergence of
/// p_data and p_g it bounds from below, and its value where p_g = p_data. With <see cref="MinimaxAttribute"/> and <see cref="NonSaturatingAttribute"/> it is
/// V(G, D) = E_data[log D(x)] + E_z[log(1 − D(G(z)))], at the best D −2·log 2 + 2·JSD(p_data‖p_g) (Goodfellow et al. 2014, theorem 1).
/// A batch's estimate is the bound's plus noise, and at a D that does worse than guessing it is negative.
/// </remarks>
/// <param name="Step">How many times <c>Step</c> was called.</param>
/// <param name="Value">V, in nats where the objective is made of logarithms.</param>
/// <param name="DiscriminatorLoss">What D minimised in its last move, the penalty included.</param>
/// <param name="GeneratorLoss">What G minimised in its last move; NaN before the first.</param>
/// <param name="MeanOnReals">The mean of σ(ℓ) on reals: of D(x), where ℓ is the logit of a probability.</param>
/// <param name="MeanOnFakes">The mean of σ(ℓ) on fakes.</param>
/// <param name="DiscriminatorGradientNorm">The Euclidean norm of D's gradient in its last move.</param>
/// <param name="GeneratorGradientNorm">The Euclidean norm of G's gradient in its last move; NaN before the first.</param>
/// <param name="Penalty">What the regularisers added to D's loss in its last move: the mean over D's batch, weights included, summed over all of them; NaN where the game has none.
/// A lazy one adds nothing in most calls, and in the others as many times more.</param>
/// <param name="Divergence">The name of what V bounds: <c>JSD</c>; empty where the game does not say.</param>
/// <param name="Estimate">The divergence as it follows from V.</param>
/// <param name="AccuracyOnReals">The share of reals that D calls real, its output being above the objective's threshold; NaN where the objective has none.</param>
/// <param name="AccuracyOnFakes">The share of fakes that D calls fake, its output being below the threshold; NaN where the objective has none.</param>
/// <param name="AugmentationProbability">The probability p with which the next step changes what D sees, where the game has <see cref="AdaAttribute"/>; NaN where it has not.</param>
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
    double AugmentationProbability = double.NaN)
{
    /// <summary>The penalty of each regulariser by name, in the order in which they are declared, as it was when it last looked.</summary>
    public IReadOnlyList<PenaltyValue> Penalties { get; init => field = new EqualList<PenaltyValue>(value); } = new EqualList<PenaltyValue>([]);

    /// <summary>What each term beside the game came to, in the order in which they are declared; it is part of the losses above.</summary>
    public IReadOnlyList<AuxiliaryLossValue> AuxiliaryLosses { get; init => field = new EqualList<AuxiliaryLossValue>(value); } = new EqualList<AuxiliaryLossValue>([]);

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
